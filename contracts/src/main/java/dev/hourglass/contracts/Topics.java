package dev.hourglass.contracts;

import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.progress.RelayProgressed;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.contracts.ticket.TicketAmended;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketRestored;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one list of topics. Sandbox, compose, tests and documents all take it from here. */
public final class Topics {

  public static final String TICKET_INTAKE = "ticket-intake";
  public static final String PRIORITIZER = "prioritizer";
  public static final String SLA_MONITOR = "sla-monitor";
  public static final String NOTIFIER = "notifier";

  /** Whoever keeps the customers, outside of Hourglass; its events name it as it likes. */
  public static final String CRM = "a CRM";

  /** A fact is short; one that is not would swell what is kept of its ticket. */
  public static final int FACT_BYTES = 65_536;

  /** Content, accounts, editions, alerts: what a broker takes by default. */
  public static final int CONTENT_BYTES = 1_000_000;

  /** The state of all clocks of a ticket, through all its cycles. */
  public static final int STATE_BYTES = 8_000_000;

  /** Partitions of every topic that is keyed by ticket. */
  public static final int TICKET_PARTITIONS = 12;

  private static final int RECORD_OVERHEAD = 1_000;
  private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1");
  private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

  /** The content of tickets: the only topic with personal data, hence short. */
  public static final Topic<TicketSaid> TICKETS =
      new Topic<>(
          "tickets",
          "ticketId",
          List.of(TicketCreated.class, TicketAmended.class),
          List.of(TICKET_INTAKE),
          List.of(PRIORITIZER, NOTIFIER),
          TICKET_PARTITIONS,
          CONTENT_BYTES,
          kept(Duration.ofDays(30)));

  /** Every fact that moves a clock; LogAppendTime, so that each reader and replay sees the same. */
  public static final Topic<Fact> TIMINGS =
      new Topic<>(
          "timings",
          "ticketId",
          List.of(
              TicketReceived.class,
              TicketCompleted.class,
              TicketReplied.class,
              TicketPaused.class,
              TicketResumed.class,
              TicketRestored.class,
              TicketSolved.class,
              TicketReopened.class,
              TicketClosed.class,
              TicketReprioritized.class,
              TicketMerged.class,
              TicketCancelled.class,
              DeadlineOverridden.class,
              TicketPrioritized.class,
              ConfirmationDelivered.class,
              DeliveryFailed.class,
              AlertAcknowledged.class),
          List.of(TICKET_INTAKE, PRIORITIZER, NOTIFIER),
          List.of(TICKET_INTAKE, PRIORITIZER, SLA_MONITOR, NOTIFIER),
          TICKET_PARTITIONS,
          FACT_BYTES,
          Map.of("retention.ms", "-1", "message.timestamp.type", "LogAppendTime"));

  /** Warnings for operations teams. */
  public static final Topic<Alert> SLA_WARNINGS =
      new Topic<>(
          "sla-warnings",
          "ticketId",
          List.of(SlaAtRisk.class),
          List.of(SLA_MONITOR),
          List.of(SLA_MONITOR, NOTIFIER),
          TICKET_PARTITIONS,
          CONTENT_BYTES,
          FOR_EVER);

  /** Breaches, breaches taken back and escalations, for operations teams. */
  public static final Topic<Alert> SLA_BREACHES =
      new Topic<>(
          "sla-breaches",
          "ticketId",
          List.of(SlaBreached.class, SlaBreachWithdrawn.class, TicketEscalated.class),
          List.of(SLA_MONITOR),
          List.of(SLA_MONITOR, NOTIFIER),
          TICKET_PARTITIONS,
          CONTENT_BYTES,
          FOR_EVER);

  /** The clocks of each ticket, latest state. */
  public static final Topic<ClocksChanged> SLA_CLOCKS =
      new Topic<>(
          "sla-clocks",
          "ticketId",
          List.of(ClocksChanged.class),
          List.of(SLA_MONITOR),
          List.of(SLA_MONITOR, NOTIFIER),
          TICKET_PARTITIONS,
          STATE_BYTES,
          Map.of(
              "cleanup.policy",
              "compact",
              "max.message.bytes",
              Integer.toString(STATE_BYTES + RECORD_OVERHEAD)));

  /** What customers thought of it. */
  public static final Topic<SatisfactionRated> RATINGS =
      new Topic<>(
          "ratings",
          "ticketId",
          List.of(SatisfactionRated.class),
          List.of(NOTIFIER),
          List.of(),
          TICKET_PARTITIONS,
          CONTENT_BYTES,
          FOR_EVER);

  /** The latest state of each account; a CRM may say it instead of prioritizer's own REST. */
  public static final Topic<AccountChanged> ACCOUNTS =
      new Topic<>(
          "accounts",
          "account number",
          List.of(AccountChanged.class),
          List.of(PRIORITIZER, CRM),
          List.of(PRIORITIZER),
          TICKET_PARTITIONS,
          CONTENT_BYTES,
          COMPACTED);

  /** The editions of the policy; small, and read whole by every instance of sla-monitor. */
  public static final Topic<EditionPublished> EDITIONS =
      new Topic<>(
          "editions",
          "edition",
          List.of(EditionPublished.class),
          List.of(PRIORITIZER),
          List.of(SLA_MONITOR, NOTIFIER),
          1,
          CONTENT_BYTES,
          COMPACTED);

  /** How far each speaker's outbox has been published. */
  public static final Topic<RelayProgressed> PROGRESS =
      new Topic<>(
          "progress",
          "speaker",
          List.of(RelayProgressed.class),
          List.of(TICKET_INTAKE, PRIORITIZER, NOTIFIER),
          List.of(),
          1,
          FACT_BYTES,
          kept(Duration.ofHours(1)));

  private Topics() {}

  /** All topics that carry events, in the order of the documents. */
  public static List<Topic<?>> all() {
    return List.of(
        TICKETS,
        TIMINGS,
        SLA_WARNINGS,
        SLA_BREACHES,
        SLA_CLOCKS,
        RATINGS,
        ACCOUNTS,
        EDITIONS,
        PROGRESS);
  }

  /**
   * The names of all dead-letter topics: one per topic and reader, one partition each, for ever.
   */
  public static Stream<String> deadLetters() {
    return all().stream().flatMap(topic -> topic.readers().stream().map(topic::deadLetters));
  }

  private static Map<String, String> kept(Duration retention) {
    return Map.of("retention.ms", Long.toString(retention.toMillis()));
  }
}
