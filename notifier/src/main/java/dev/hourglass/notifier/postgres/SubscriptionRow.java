package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.subscription.SigningSecrets;
import dev.hourglass.notifier.subscription.SubscriptionState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** A row of {@code subscriptions}. */
@Entity
@Table(name = "subscriptions")
public class SubscriptionRow extends PanacheEntityBase {

  @Id public UUID id;

  public String name;

  @Enumerated(EnumType.STRING)
  public SubscriptionState state;

  @Column(name = "paused_because")
  public String pausedBecause;

  @ColumnTransformer(write = "?::jsonb")
  public String filter;

  @ColumnTransformer(write = "?::jsonb")
  public String mailboxes;

  @ColumnTransformer(write = "?::jsonb")
  public String webhook;

  public byte[] secret;

  @Column(name = "previous_secret")
  public byte[] previousSecret;

  @Column(name = "previous_secret_until")
  public Instant previousSecretUntil;

  /** Nothing is sent to a webhook before. */
  @Column(name = "waits_until")
  public Instant waitsUntil;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "changed_at")
  public Instant changedAt;

  @Column(name = "backfill_from")
  public Instant backfillFrom;

  @Column(name = "backfill_progress")
  @ColumnTransformer(write = "?::jsonb")
  public String backfillProgress;

  @Column(name = "backfilled_at")
  public Instant backfilledAt;

  /** Whether alerts of before are still being read. */
  boolean isBackfilling() {
    return backfillFrom != null && backfilledAt == null;
  }

  SigningSecrets secrets() {
    return new SigningSecrets(secret, previousSecret, previousSecretUntil);
  }

  void keep(SigningSecrets secrets) {
    secret = secrets.current();
    previousSecret = secrets.previous();
    previousSecretUntil = secrets.previousUntil();
  }
}
