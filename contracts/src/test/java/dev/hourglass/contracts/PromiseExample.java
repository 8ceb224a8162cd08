package dev.hourglass.contracts;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.promise.WarningPoint;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.TicketPrioritized;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The promise of the examples, with every field filled. */
final class PromiseExample {

  private PromiseExample() {}

  static TicketPrioritized prioritized(UUID ticket, Instant at, String cause) {
    return new TicketPrioritized(
        ticket,
        at,
        cause,
        Priority.P1,
        List.of(new Reason("down-without-workaround", "The service is down and nothing helps.")),
        0.93,
        false,
        new Entitlement(
            true,
            2,
            true,
            false,
            false,
            List.of(),
            List.of(new Reason("direct-tier-2", "Licensed admins of Premier reach tier 2."))),
        new Basis(
            "10042",
            true,
            AccountType.BUSINESS,
            Plan.PREMIER,
            Role.ADMIN,
            "DE",
            ZoneId.of("Europe/Berlin"),
            "de",
            Channel.WEB,
            Queue.TECHNICAL,
            Priority.P1),
        new Promise(
            "2021",
            List.of(
                new Target(
                        Metric.RESTORATION,
                        Duration.ofHours(4),
                        "24x7",
                        Set.of(PauseReason.WAITING_CUSTOMER),
                        List.of(
                            WarningPoint.atShare(1, 75),
                            WarningPoint.before(2, Duration.ofMinutes(15))),
                        true)
                    .escalatedAt(
                        List.of(
                            EscalationLevel.atShare(1, 90, "team-lead", "mail"),
                            EscalationLevel.after(2, Duration.ofHours(1), "duty-manager", "pager")
                                .repeated(2, Duration.ofMinutes(30)))))));
  }
}
