package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.Rules;
import dev.hourglass.notifier.alert.AcknowledgeLinks;
import dev.hourglass.notifier.alert.AcknowledgeSheet;
import dev.hourglass.notifier.alert.AcknowledgeToken;
import dev.hourglass.notifier.alert.AcknowledgeTokens;
import dev.hourglass.notifier.alert.AlertNotice;
import dev.hourglass.notifier.alert.Alerts;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acknowledge links as they lead to rows. */
@ApplicationScoped
public class PostgresAcknowledgeLinks implements AcknowledgeLinks {

  private final AcknowledgeTokens tokens;
  private final Alerts alerts;
  private final AlertRows rows;
  private final SubscriptionRows subscriptions;
  private final Clock clock;

  PostgresAcknowledgeLinks(
      AcknowledgeTokens tokens,
      Alerts alerts,
      AlertRows rows,
      SubscriptionRows subscriptions,
      Clock clock) {
    this.tokens = tokens;
    this.alerts = alerts;
    this.rows = rows;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<AcknowledgeSheet> look(String signed) {
    Optional<AcknowledgeToken> token = tokens.verify(signed);
    return token
        .flatMap(each -> rows.findByIdOptional(each.alert()))
        .filter(row -> row.document != null && AlertRows.callsSomebody(row))
        .map(row -> sheet(token.get(), row));
  }

  @Override
  @Transactional
  public Optional<AcknowledgeSheet> take(String signed, String by) {
    Optional<AcknowledgeSheet> sheet = look(signed);
    if (sheet.isEmpty() || sheet.get().ended()) {
      return sheet;
    }
    String role = by.isBlank() ? sheet.get().by() : Rules.code(by.strip(), "by");
    alerts.acknowledge(sheet.get().notice().id(), role);
    return look(signed);
  }

  private AcknowledgeSheet sheet(AcknowledgeToken token, AlertRow row) {
    Subscription subscription =
        subscriptions
            .findByIdOptional(token.subscription())
            .map(SubscriptionRows::toSubscription)
            .orElse(null);
    AlertTarget.Mailboxes mail = mailboxes(subscription);
    return new AcknowledgeSheet(
        AlertNotice.of(AlertRows.toHeard(row)),
        token.isExpired(clock.instant()),
        mail == null ? Language.EN : mail.language(),
        mail == null ? ZoneId.of("UTC") : mail.timeZone(),
        AcknowledgeSheet.codeOf(subscription == null ? "" : subscription.name()),
        row.acknowledgedAt == null ? null : PostgresAlerts.acknowledgement(row));
  }

  /** A subscription may be gone since. */
  private static AlertTarget.@Nullable Mailboxes mailboxes(@Nullable Subscription subscription) {
    return subscription != null && subscription.target() instanceof AlertTarget.Mailboxes mail
        ? mail
        : null;
  }
}
