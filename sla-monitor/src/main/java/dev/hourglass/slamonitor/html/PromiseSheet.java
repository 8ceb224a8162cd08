package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.ledger.PromiseEntry;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Reason;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A promise on the page. */
public record PromiseSheet(
    String priority,
    String edition,
    Moment since,
    @Nullable Moment until,
    @Nullable Integer fact,
    List<Reason> reasons,
    String basis,
    List<String> targets) {

  static PromiseSheet of(PromiseEntry promise, FactNumbers numbers) {
    return new PromiseSheet(
        promise.priority().name(),
        promise.edition(),
        Moment.of(promise.since()),
        Moment.orNull(promise.until(), ZoneOffset.UTC),
        numbers.of(promise.eventId()),
        Stream.concat(promise.reasons().stream(), promise.entitlement().reasons().stream())
            .toList(),
        basis(promise.basis()),
        promise.targets().stream()
            .map(
                target ->
                    "%s within %s on calendar %s"
                        .formatted(
                            Words.name(target.metric()),
                            Words.span(target.within()),
                            target.calendar()))
            .toList());
  }

  private static String basis(Basis basis) {
    return Stream.of(
            basis.account() == null
                ? "no account"
                : "account " + basis.account() + (basis.accountKnown() ? "" : " (not known)"),
            basis.accountType().name(),
            basis.plan().name(),
            basis.role().name(),
            basis.region(),
            basis.channel().name(),
            basis.queue().name())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }
}
