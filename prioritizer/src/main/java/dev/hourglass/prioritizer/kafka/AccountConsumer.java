package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.inbox.Inbox;
import dev.hourglass.prioritizer.AccountConfig;
import dev.hourglass.prioritizer.account.AccountSaid;
import dev.hourglass.prioritizer.account.Accounts;
import dev.hourglass.prioritizer.account.Accounts.Stored;
import dev.hourglass.prioritizer.edition.Editions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what a CRM says of accounts; what this service said itself is passed over. */
@ApplicationScoped
public class AccountConsumer {

  private final Accounts accounts;
  private final Editions editions;
  private final AccountConfig config;
  private final Inbox inbox;
  private final Clock clock;
  private final MeterRegistry registry;

  @Inject
  public AccountConsumer(
      Accounts accounts,
      Editions editions,
      AccountConfig config,
      Inbox inbox,
      Clock clock,
      MeterRegistry registry) {
    this.accounts = accounts;
    this.editions = editions;
    this.config = config;
    this.inbox = inbox;
    this.clock = clock;
    this.registry = registry;
  }

  @Incoming("accounts")
  @Blocking
  public void hear(ConsumerRecord<String, byte[]> kafkaRecord) {
    inbox.hear(Topics.ACCOUNTS, kafkaRecord, event -> hear(event, kafkaRecord.key()));
  }

  private void hear(Event<AccountChanged> event, String key) {
    if (event.source().equals(Topics.PRIORITIZER)) {
      return;
    }
    if (config.writer().refusesCrm()) {
      throw new IllegalStateException(
          "accounts are kept by REST here (prioritizer.account.writer)");
    }
    if (!event.subject().equals(key)) {
      throw new IllegalArgumentException("the key of the record is not the account's number");
    }
    Stored stored = accounts.hear(AccountSaid.of(event, editions::known), clock.instant());
    registry
        .counter("prioritizer.accounts.heard", "stored", stored.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
