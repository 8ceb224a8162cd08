package dev.hourglass.notifier.postgres;

import static dev.hourglass.contracts.Rules.rule;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.subscription.SigningSecrets;
import dev.hourglass.notifier.subscription.SubscriptionDraft;
import dev.hourglass.notifier.subscription.SubscriptionPage;
import dev.hourglass.notifier.subscription.SubscriptionSheet;
import dev.hourglass.notifier.subscription.SubscriptionState;
import dev.hourglass.notifier.subscription.Subscriptions;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Subscriptions as rows. */
@ApplicationScoped
public class PostgresSubscriptions implements Subscriptions {

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SubscriptionRows subscriptions;
  private final AlertDeliveries deliveries;
  private final Replays replays;
  private final int most;
  private final Clock clock;

  PostgresSubscriptions(
      SubscriptionRows subscriptions,
      AlertDeliveries deliveries,
      Replays replays,
      NotifierConfig config,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.replays = replays;
    this.most = config.alert().mostSubscriptions();
    this.clock = clock;
  }

  @Override
  @Transactional
  public Made make(SubscriptionDraft draft, Duration backfill) {
    rule(subscriptions.count() < most, "there are " + most + " subscriptions at most");
    Instant now = now();
    SubscriptionRow row = new SubscriptionRow();
    row.id = UuidCreator.getTimeOrderedEpoch();
    row.createdAt = now;
    if (!backfill.isZero()) {
      row.backfillFrom = now.minus(backfill);
    }
    Optional<String> shown = Optional.empty();
    if (draft.target() instanceof AlertTarget.Webhook) {
      SigningSecrets secrets = SigningSecrets.first(newSecret());
      row.keep(secrets);
      shown = Optional.of(secrets.shown());
    }
    write(draft, row, now);
    row.persist();
    return new Made(SubscriptionRows.sheet(row), shown);
  }

  @Override
  @Transactional
  public Optional<SubscriptionSheet> change(UUID id, SubscriptionDraft draft) {
    return subscriptions
        .locked(id)
        .map(
            row -> {
              rule(
                  (row.webhook != null) == (draft.target() instanceof AlertTarget.Webhook),
                  "mails stay mails and a webhook a webhook; make another subscription");
              write(draft, row, now());
              row.pausedBecause = null;
              row.waitsUntil = null;
              return SubscriptionRows.sheet(row);
            });
  }

  @Override
  @Transactional
  public Optional<SubscriptionSheet> find(UUID id) {
    return subscriptions.findByIdOptional(id).map(SubscriptionRows::sheet);
  }

  @Override
  @Transactional
  public SubscriptionPage page(int page, int size) {
    return new SubscriptionPage(
        subscriptions
            .findAll(Sort.descending("createdAt", "id"))
            .page(Page.of(page, size))
            .list()
            .stream()
            .map(SubscriptionRows::sheet)
            .toList(),
        page,
        size,
        subscriptions.count());
  }

  @Override
  @Transactional
  public boolean delete(UUID id) {
    Optional<SubscriptionRow> row = subscriptions.locked(id);
    row.ifPresent(
        each -> {
          deliveries.withdraw(id);
          subscriptions.delete(each);
        });
    return row.isPresent();
  }

  @Override
  @Transactional
  public Optional<String> rotate(UUID id, Duration overlap) {
    return subscriptions
        .locked(id)
        .map(
            row -> {
              rule(row.secret != null, "mails are not signed with a secret");
              SigningSecrets changed = row.secrets().changed(newSecret(), now().plus(overlap));
              row.keep(changed);
              return changed.shown();
            });
  }

  @Override
  @Transactional
  public Optional<Replay> replay(UUID id, Instant from, Instant to) {
    return subscriptions
        .locked(id)
        .map(
            row -> {
              rule(row.webhook != null, "only what goes to a webhook is replayed");
              rule(row.state == SubscriptionState.ACTIVE, "a paused subscription is not told");
              return replays.replay(SubscriptionRows.toSubscription(row), from, to);
            });
  }

  private static void write(SubscriptionDraft draft, SubscriptionRow row, Instant now) {
    row.name = draft.name();
    row.state = draft.state();
    row.filter = SubscriptionRows.json(draft.filter());
    boolean webhook = draft.target() instanceof AlertTarget.Webhook;
    String target = SubscriptionRows.json(draft.target());
    row.webhook = webhook ? target : null;
    row.mailboxes = webhook ? null : target;
    row.changedAt = now;
    // Checks the name, and that what was written can be read.
    Objects.requireNonNull(SubscriptionRows.toSubscription(row));
  }

  private static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** As the columns keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
