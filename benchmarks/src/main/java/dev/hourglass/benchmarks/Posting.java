package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.AcceptedMail;
import dev.hourglass.benchmarks.delivery.MailVerdict;
import dev.hourglass.benchmarks.delivery.Schedule;
import dev.hourglass.benchmarks.figures.Percentiles;
import dev.hourglass.benchmarks.figures.Table;
import dev.hourglass.benchmarks.kafka.FactTimes;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.rest.FrontEnd;
import dev.hourglass.benchmarks.ticket.Customers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** Tickets posted by a schedule, and what came of them. */
final class Posting {

  /** How many accounts the customers share. */
  static final int ACCOUNTS = 50;

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final MailStage stage;
  private final FrontEnd frontEnd;
  private final Customers customers;
  private final Map<TopicPartition, Long> ends;
  private final int mailsBefore;
  private final List<Double> late = new ArrayList<>();
  private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

  private record Answered(UUID ticketId, String address, Instant at) {}

  Posting(MailStage stage, FrontEnd frontEnd, String round) {
    this.stage = stage;
    this.frontEnd = frontEnd;
    customers = new Customers(round);
    ends = stage.ends().allEnds();
    mailsBefore = stage.relay().count();
  }

  /** The account of a customer. */
  static String account(int number) {
    return "BENCHMARK-" + number % ACCOUNTS;
  }

  /** Posts all; returns when each is answered. What counts is when it should have been sent. */
  void run(Schedule schedule, URI tickets) {
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < schedule.count(); i++) {
      Instant planned = schedule.at(i);
      Patience.pause(Duration.between(Instant.now(), planned));
      late.add(millis(planned, Instant.now()));
      String language = customers.language();
      String address = customers.comes(planned);
      all.add(
          frontEnd
              .post(tickets, account(i), address, language)
              .handle((id, failure) -> note(id, address, failure)));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
  }

  private boolean note(UUID id, String address, Throwable failure) {
    return failure == null
        ? answers.add(new Answered(id, address, Instant.now()))
        : refusals.add(String.valueOf(failure.getMessage()));
  }

  /** How many were posted. */
  int posted() {
    return customers.count();
  }

  /** Waits until there is a mail for each, but no longer than that; returns how many came. */
  int awaitMails(Duration within) {
    long end = System.nanoTime() + within.toNanos();
    while (came() < answers.size() && System.nanoTime() < end) {
      Patience.pause(LOOK_EVERY);
    }
    return came();
  }

  MailVerdict verdict() {
    return MailVerdict.of(customers.askedAt(), mails());
  }

  /** The tickets that were not taken, if there are any. */
  List<String> problems() {
    return refusals.isEmpty()
        ? List.of()
        : List.of(refusals.size() + " tickets were not taken, such as: " + refusals.peek());
  }

  /** Where the time goes: each from the moment at which the POST should have been sent. */
  Table steps() {
    FactTimes facts =
        FactTimes.between(stage.site().bootstrapServers(), ends, stage.ends().allEnds());
    Table table = new Table("From POST, ms", "until", "tickets", "p50", "p90", "p99", "max");
    row(table, "it was sent", late);
    row(table, "it was answered", since(Answered::at));
    row(
        table,
        "TicketReceived was in the log",
        since(each -> facts.received().get(each.ticketId())));
    row(
        table,
        "TicketPrioritized was in the log",
        since(each -> facts.promised().get(each.ticketId())));
    Map<String, Instant> accepted = new HashMap<>();
    mails().forEach(mail -> accepted.putIfAbsent(mail.recipient(), mail.acceptedAt()));
    row(table, "the mail was accepted", since(each -> accepted.get(each.address())));
    return table;
  }

  private List<Double> since(Function<Answered, Instant> moment) {
    Map<String, Instant> asked = customers.askedAt();
    List<Double> millis = new ArrayList<>();
    for (Answered each : answers) {
      Instant at = moment.apply(each);
      if (at != null) {
        millis.add(millis(asked.get(each.address()), at));
      }
    }
    return millis;
  }

  private static void row(Table table, String until, Collection<Double> millis) {
    Percentiles all = Percentiles.of(millis);
    table.row(until, all.count(), all.at(50), all.at(90), all.at(99), all.max());
  }

  private int came() {
    return stage.relay().count() - mailsBefore;
  }

  private List<AcceptedMail> mails() {
    return stage.relay().acceptedAfter(mailsBefore);
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
