package dev.hourglass.notifier.preview;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.ticket.KnownTicket;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.priority.PriorityDecision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A made-up ticket, promised what the edition promises; the same at every look.
 *
 * @param impact missing where nobody has prioritized it
 * @param known whether the account is known
 */
record SampleTicket(
    Language language,
    String account,
    @Nullable String name,
    @Nullable String subject,
    @Nullable String description,
    Channel channel,
    Queue queue,
    AccountType type,
    Plan plan,
    Role role,
    @Nullable Impact impact,
    Workaround workaround,
    boolean known) {

  /** A Friday afternoon, so that business hours end before most deadlines. */
  static final Instant RECEIVED = Instant.parse("2026-11-20T13:05:00Z");

  static final UUID ID = UUID.fromString("0193a2b4-7c1e-7d52-9c0e-3f5a1b2c4d6e");

  private static final String EVENT = "sample";
  private static final long LATER = 7_200;

  private static final Map<Language, String> COUNTRIES =
      Map.of(
          Language.EN, "GB",
          Language.DE, "DE",
          Language.DA, "DK",
          Language.NL, "NL",
          Language.FR, "FR",
          Language.ES, "ES",
          Language.IT, "IT",
          Language.PT, "BR");

  /** What notifier would know of it. */
  KnownTicket known(Edition edition) {
    boolean proper = !account.isEmpty();
    TicketContent content =
        new TicketContent(
            "HG-4D6E",
            account.isEmpty() ? null : account,
            new Requester("sample@customer.example", name, role),
            channel,
            queue,
            subject,
            description,
            impact,
            workaround,
            language.tag(),
            proper);
    KnownTicket ticket =
        KnownTicket.unknown(ID)
            .hears(said(1, new TicketCreated(ID, RECEIVED, content)))
            .hearsFact(
                said(
                    2,
                    new TicketReceived(
                        ID,
                        RECEIVED,
                        content.reference(),
                        content.account(),
                        channel,
                        queue,
                        proper)));
    return impact == null ? ticket : ticket.hearsFact(said(1, prioritized(edition)));
  }

  /** The same, solved. */
  KnownTicket solved(Edition edition) {
    return known(edition).hearsFact(said(3, new TicketSolved(ID, RECEIVED.plusSeconds(LATER), 1)));
  }

  private TicketPrioritized prioritized(Edition edition) {
    PriorityDecision decision = edition.decide(impact, workaround);
    ZoneId zone = language == Language.PT ? ZoneId.of("America/Sao_Paulo") : null;
    Basis basis =
        new Basis(
            account,
            known,
            type,
            plan,
            role,
            COUNTRIES.get(language),
            zone,
            language.tag(),
            channel,
            queue,
            decision.priority());
    return new TicketPrioritized(
        ID,
        RECEIVED.plusSeconds(1),
        EVENT + 1,
        decision.priority(),
        decision.reasons(),
        null,
        false,
        edition.entitlement(Standing.of(basis)),
        basis,
        edition.promise(basis).promise());
  }

  private static <D extends EventData> Event<D> said(long sequence, D data) {
    return Event.withId(EVENT + sequence, EVENT, RECEIVED, sequence, data);
  }
}
