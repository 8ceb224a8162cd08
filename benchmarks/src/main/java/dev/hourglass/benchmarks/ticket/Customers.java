package dev.hourglass.benchmarks.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Customers who post a ticket each and are to get a mail each, under an address of their own. */
public final class Customers {

  private static final List<String> LANGUAGES =
      List.of("en", "de", "da", "nl", "fr", "es", "it", "pt");

  private final Map<String, Instant> askedAt = new HashMap<>();
  private final Map<UUID, String> addresses = new HashMap<>();
  private final String round;
  private int number;

  /**
   * Nobody so far.
   *
   * @param round tells their addresses from those of other rounds
   */
  public Customers(String round) {
    this.round = round;
  }

  /** How many there were so far. */
  public int count() {
    return number;
  }

  /** The language of the next one. */
  public String language() {
    return LANGUAGES.get(number % LANGUAGES.size());
  }

  /** Somebody comes, and asks for a mail by this. */
  public String comes(Instant at) {
    number++;
    String address = round + "-" + number + "@customers.example";
    askedAt.put(address, at);
    return address;
  }

  /**
   * Somebody comes whose ticket is published as ticket-intake and prioritizer would.
   *
   * @param publish takes a topic and an event
   */
  public void comes(Instant at, BiConsumer<String, Event<?>> publish) {
    String language = language();
    String address = comes(at);
    TicketFacts ticket = new TicketFacts(number);
    addresses.put(ticket.id(), address);
    publish.accept(Topics.TICKETS.name(), ticket.created(at, address, language));
    publish.accept(Topics.TIMINGS.name(), ticket.received(at));
    publish.accept(Topics.TIMINGS.name(), ticket.promised(at, Targets.far()));
  }

  /** When the mail to each address was asked for. */
  public Map<String, Instant> askedAt() {
    return Map.copyOf(askedAt);
  }

  /** Whose ticket that is; empty if it is nobody's. */
  public String addressOf(UUID ticketId) {
    return addresses.getOrDefault(ticketId, "");
  }
}
