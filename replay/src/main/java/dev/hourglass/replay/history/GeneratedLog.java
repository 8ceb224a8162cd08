package dev.hourglass.replay.history;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A history to measure and to try with: tickets as a desk of some size would have them. The same
 * seed gives the same tickets.
 */
public final class GeneratedLog {

  /** Just before the first ticket. */
  public static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");

  private static final Duration BETWEEN_TICKETS = Duration.ofSeconds(90);
  private static final String[] REGIONS = {"DE", "US", "JP", "BR"};
  private static final String INTAKE = "ticket-intake";

  private final EditionPromises edition;
  private final Random random;
  private int number;

  private UUID ticketId;
  private String account;
  private Instant now;
  private List<HeardFact> facts;

  /** Promises are made by {@code edition}. */
  public GeneratedLog(EditionPromises edition, long seed) {
    this.edition = edition;
    random = new Random(seed);
  }

  /** Each with its facts; about ten a ticket. */
  public List<List<HeardFact>> tickets(int count) {
    List<List<HeardFact>> tickets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tickets.add(ticket());
    }
    return tickets;
  }

  private List<HeardFact> ticket() {
    number++;
    ticketId = new UUID(7, number);
    account = "ACC-" + random.nextInt(40);
    now = BEGINNING.plus(BETWEEN_TICKETS.multipliedBy(number));
    facts = new ArrayList<>();
    say(
        INTAKE,
        new TicketReceived(
            ticketId, now, "HG-" + number, account, Channel.WEB, Queue.TECHNICAL, true));
    promise();
    pass(70);
    say("notifier", new ConfirmationDelivered(ticketId, now, ticketId));
    reply(Author.AGENT);
    work();
    if (random.nextInt(4) > 0) {
      end();
    }
    return facts;
  }

  private void work() {
    if (random.nextInt(3) > 0) {
      pass(120);
      say(INTAKE, new TicketPaused(ticketId, now, PauseReason.WAITING_CUSTOMER));
      reply(Author.REQUESTER);
      say(INTAKE, new TicketResumed(ticketId, now));
    }
    if (random.nextInt(4) == 0) {
      pass(60);
      say(INTAKE, new TicketReprioritized(ticketId, now, Priority.P2));
      promise();
    }
    reply(Author.REQUESTER);
    reply(Author.AGENT);
  }

  private void end() {
    pass(400);
    say(INTAKE, new TicketSolved(ticketId, now, 1));
    if (random.nextInt(10) == 0) {
      pass(2_000);
      say(INTAKE, new TicketReopened(ticketId, now, 2));
      reply(Author.AGENT);
      say(INTAKE, new TicketSolved(ticketId, now, 2));
    }
    pass(4_000);
    say(INTAKE, new TicketClosed(ticketId, now));
  }

  private void reply(Author author) {
    pass(80);
    say(INTAKE, new TicketReplied(ticketId, now, author, Visibility.PUBLIC));
  }

  private void promise() {
    Priority priority = Priority.values()[random.nextInt(Priority.values().length)];
    Basis basis =
        new Basis(
            account,
            true,
            AccountType.BUSINESS,
            random.nextInt(3) == 0 ? Plan.PREMIER_PLUS : Plan.PREMIER,
            Role.ADMIN,
            REGIONS[random.nextInt(REGIONS.length)],
            null,
            "en",
            Channel.WEB,
            Queue.TECHNICAL,
            priority);
    say(
        "prioritizer",
        new TicketPrioritized(
            ticketId,
            now,
            "cause-" + facts.size(),
            priority,
            List.of(),
            null,
            false,
            new Entitlement(true, 2, true, false, false, List.of(), List.of()),
            basis,
            edition.promise(basis)));
  }

  private void pass(int mostMinutes) {
    now = now.plus(Duration.ofSeconds(random.nextInt(mostMinutes * 60)));
  }

  private void say(String source, Fact fact) {
    int sequence = facts.size() + 1;
    facts.add(new HeardFact(number + "-" + sequence, source, sequence, fact.occurredAt(), fact));
  }
}
