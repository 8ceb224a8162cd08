package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.subscription.AlertFilter;
import dev.hourglass.notifier.subscription.SubscriptionPage;
import dev.hourglass.notifier.subscription.SubscriptionSheet;
import dev.hourglass.notifier.subscription.SubscriptionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands in an answer.
 *
 * @param secret of a webhook's signatures; shown only when it was just made
 */
@Schema(name = "Subscription")
record SubscriptionJson(
    UUID id,
    String name,
    SubscriptionState state,
    @Nullable String pausedBecause,
    AlertFilter filter,
    SubscriptionForm.@Nullable Mail mail,
    SubscriptionForm.@Nullable Webhook webhook,
    Instant createdAt,
    Instant changedAt,
    @Nullable Backfill backfill,
    @Nullable String secret) {

  /**
   * How far the alerts of before have been told.
   *
   * @param from since when
   * @param doneAt missing while it goes on
   */
  record Backfill(Instant from, @Nullable Instant doneAt) {}

  /** A page of subscriptions. */
  @Schema(name = "SubscriptionPage")
  record Page(List<SubscriptionJson> items, int page, int size, long total) {

    static Page of(SubscriptionPage page) {
      return new Page(
          page.items().stream().map(each -> SubscriptionJson.of(each, null)).toList(),
          page.page(),
          page.size(),
          page.total());
    }
  }

  static SubscriptionJson of(SubscriptionSheet sheet, @Nullable String secret) {
    SubscriptionForm target = SubscriptionForm.of(sheet.subscription().target());
    return new SubscriptionJson(
        sheet.subscription().id(),
        sheet.subscription().name(),
        sheet.subscription().state(),
        sheet.pausedBecause(),
        sheet.subscription().filter(),
        target.mail(),
        target.webhook(),
        sheet.createdAt(),
        sheet.changedAt(),
        sheet.backfillFrom() == null
            ? null
            : new Backfill(sheet.backfillFrom(), sheet.backfilledAt()),
        secret);
  }
}
