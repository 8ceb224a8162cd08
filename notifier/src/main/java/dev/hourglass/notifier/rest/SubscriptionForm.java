package dev.hourglass.notifier.rest;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.subscription.AlertFilter;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.subscription.QuietHours;
import dev.hourglass.notifier.subscription.QuietInterval;
import dev.hourglass.notifier.subscription.SubscriptionDraft;
import dev.hourglass.notifier.subscription.SubscriptionState;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands in a request.
 *
 * @param state ACTIVE if missing
 * @param filter wants everything if missing
 * @param mail either this or {@code webhook}
 * @param backfillDays how many days back alerts are told that were said before; 0 if missing
 */
record SubscriptionForm(
    @Nullable String name,
    @Nullable SubscriptionState state,
    @Nullable AlertFilter filter,
    @Nullable Mail mail,
    @Nullable Webhook webhook,
    @Nullable Integer backfillDays) {

  /**
   * Where mails go.
   *
   * @param language the tag of one of our languages
   * @param timeZone an IANA zone
   */
  record Mail(
      @Nullable List<String> addresses,
      @Nullable String language,
      @Nullable String timeZone,
      @Nullable Quiet quietHours) {}

  /**
   * When nothing is sent.
   *
   * @param timeZone that of the mails if missing
   */
  record Quiet(
      @Nullable String timeZone,
      @Nullable List<QuietInterval> intervals,
      @Nullable Boolean exceptP1) {}

  /** Where a program is called. */
  record Webhook(@Nullable String url) {}

  /**
   * What it asks for.
   *
   * @throws IllegalArgumentException with the rule that does not hold
   */
  SubscriptionDraft draft() {
    rule((mail == null) != (webhook == null), "a subscription has either 'mail' or 'webhook'");
    return new SubscriptionDraft(
        name,
        state == null ? SubscriptionState.ACTIVE : state,
        filter == null ? AlertFilter.everything() : filter,
        mail == null ? new AlertTarget.Webhook(uri(webhook.url())) : mailboxes(mail));
  }

  static SubscriptionForm of(AlertTarget target) {
    if (target instanceof AlertTarget.Webhook webhook) {
      Webhook form = new Webhook(webhook.url().toString());
      return new SubscriptionForm(null, null, null, null, form, null);
    }
    AlertTarget.Mailboxes mail = (AlertTarget.Mailboxes) target;
    QuietHours quiet = mail.quietHours();
    Quiet hours =
        quiet == null ? null : new Quiet(quiet.zone().getId(), quiet.intervals(), quiet.exceptP1());
    Mail form = new Mail(mail.addresses(), mail.language().tag(), mail.timeZone().getId(), hours);
    return new SubscriptionForm(null, null, null, form, null, null);
  }

  private static AlertTarget.Mailboxes mailboxes(Mail mail) {
    ZoneId zone = zone(mail.timeZone(), ZoneId.of("UTC"));
    Quiet quiet = mail.quietHours();
    QuietHours hours =
        quiet == null
            ? null
            : new QuietHours(zone(quiet.timeZone(), zone), quiet.intervals(), quiet.exceptP1());
    return new AlertTarget.Mailboxes(mail.addresses(), language(mail.language()), zone, hours);
  }

  private static Language language(@Nullable String tag) {
    if (tag == null) {
      return Language.EN;
    }
    for (Language each : Language.values()) {
      if (each.tag().equals(tag)) {
        return each;
      }
    }
    throw new IllegalArgumentException("'language' is the tag of a language that we write");
  }

  private static ZoneId zone(@Nullable String id, ZoneId otherwise) {
    try {
      return id == null ? otherwise : ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'timeZone' is an IANA zone, such as Europe/Berlin", e);
    }
  }

  private static @Nullable URI uri(@Nullable String url) {
    try {
      return url == null ? null : URI.create(url);
    } catch (IllegalArgumentException e) {
      // The reason quotes the value.
      throw new IllegalArgumentException("'url' is not a URL", e);
    }
  }
}
