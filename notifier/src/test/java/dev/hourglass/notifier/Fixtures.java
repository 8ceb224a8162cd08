package dev.hourglass.notifier;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketAmended;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketSolved;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket and what is said of it, as the other services would say it. */
public final class Fixtures {

  public static final Instant RECEIVED = Instant.parse("2026-11-20T13:05:00Z");

  private Fixtures() {}

  /** A ticket with a mailbox of its own. */
  public record AnyTicket(UUID id, String reference, String email, @Nullable String locale) {

    public Event<TicketCreated> created() {
      return created(content(true, "Meetings fail for everyone"));
    }

    public Event<TicketCreated> created(TicketContent content) {
      return Event.withId(
          id + "-created", "ticket-intake", RECEIVED, 1, new TicketCreated(id, RECEIVED, content));
    }

    public Event<TicketAmended> amended(Instant at) {
      TicketContent content = content(true, "Meetings fail for everyone");
      return Event.withId(
          id + "-amended", "ticket-intake", at, 2, new TicketAmended(id, at, content));
    }

    public TicketContent content(boolean proper, String subject) {
      return new TicketContent(
          reference,
          proper ? "A-1001" : null,
          new Requester(email, "Ada Lovelace", Role.ADMIN),
          proper ? Channel.WEB : Channel.PHONE,
          Queue.TECHNICAL,
          subject,
          proper ? "Nobody can join a meeting since this morning." : null,
          Impact.SERVICE_DOWN,
          Workaround.NONE,
          locale,
          proper);
    }

    public Event<TicketReceived> received() {
      return fact(
          1,
          new TicketReceived(
              id, RECEIVED, reference, "A-1001", Channel.WEB, Queue.TECHNICAL, true));
    }

    public Event<TicketPrioritized> prioritized() {
      return prioritized(urgentPromise(), null);
    }

    public Event<TicketPrioritized> prioritized(Promise promise, @Nullable String language) {
      return prioritized(1, id + "-created", promise, language);
    }

    public Event<TicketPrioritized> prioritized(
        long sequence, String cause, Promise promise, @Nullable String language) {
      return Event.withId(
          id + "-prioritized-" + sequence,
          "prioritizer",
          RECEIVED.plusSeconds(1),
          sequence,
          new TicketPrioritized(
              id,
              RECEIVED.plusSeconds(1),
              cause,
              Priority.P1,
              List.of(new Reason("down-without-workaround", "The service is down.")),
              null,
              false,
              new Entitlement(true, 2, true, false, false, List.of(), List.of()),
              basis(language),
              promise));
    }

    public Event<TicketSolved> solved(int cycle) {
      return fact(10L * cycle, new TicketSolved(id, RECEIVED.plusSeconds(7200), cycle));
    }

    public Event<TicketReopened> reopened(int cycle) {
      return fact(10L * cycle - 5, new TicketReopened(id, RECEIVED.plusSeconds(9000), cycle));
    }

    public <F extends Fact> Event<F> fact(long sequence, F fact) {
      String id = this.id + "-" + fact.getClass().getSimpleName() + "-" + sequence;
      return Event.withId(id, "ticket-intake", fact.occurredAt(), sequence, fact);
    }
  }

  public static AnyTicket anyTicket() {
    return anyTicket("en");
  }

  public static AnyTicket anyTicket(@Nullable String locale) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String mark = id.toString().substring(28).toUpperCase(java.util.Locale.ROOT);
    return new AnyTicket(
        id, "HG-" + mark, "ada." + id.toString().substring(24) + "@customer.example", locale);
  }

  public static Promise urgentPromise() {
    return new Promise(
        "2021",
        List.of(
            target(Metric.CONFIRMATION, Duration.ofHours(1), "24x7"),
            target(Metric.FIRST_REPLY, Duration.ofHours(1), "24x7"),
            target(Metric.RESTORATION, Duration.ofHours(4), "24x7")));
  }

  public static Target target(Metric metric, Duration within, String calendar) {
    return new Target(metric, within, calendar, null, List.of(), true);
  }

  public static Basis basis(@Nullable String language) {
    return new Basis(
        "A-1001",
        true,
        AccountType.BUSINESS,
        Plan.PREMIER,
        Role.ADMIN,
        "DE",
        ZoneId.of("Europe/Berlin"),
        language,
        Channel.WEB,
        Queue.TECHNICAL,
        Priority.P1);
  }

  public static Entitlement notEntitled() {
    return new Entitlement(
        false, null, false, false, false, List.of(Route.SELF_SERVICE, Route.CHATBOT), List.of());
  }
}
