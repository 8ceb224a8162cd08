package dev.hourglass.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.sandbox.demo.Screen.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happens, in its order. Times are seconds since the first ticket. */
final class Scene {

  static final int TICKETS = 12;

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final double BETWEEN_POSTS = 0.4;

  private final Screen screen;
  private final Checklist checklist;
  private final Company company;
  private final Desk desk;
  private final Cast cast = Cast.load();
  private final Supplier<List<String>> undeserved;
  private long curtain;
  private Instant deadlineBeforePause;

  Scene(
      Screen screen,
      Checklist checklist,
      Company company,
      Desk desk,
      Supplier<List<String>> undeserved) {
    this.screen = screen;
    this.checklist = checklist;
    this.company = company;
    this.desk = desk;
    this.undeserved = undeserved;
  }

  void play() throws InterruptedException {
    policy();
    tickets();
    agents();
    lateAgents();
    ending();
  }

  private void policy() {
    screen.heading("A policy whose hours are seconds, and accounts of every type and plan");
    String edition = Cast.editionId();
    desk.publishEdition(Cast.editionYaml());
    screen.say(Tone.STEP, "POST /editions: " + edition);
    for (Cast.Account account : cast.accounts()) {
      desk.putAccount(account, cast.members(account), edition);
      screen.say(
          Tone.STEP,
          "PUT /accounts/%s: %s, %s on %s"
              .formatted(account.number(), account.name(), account.type(), account.plan()));
    }
    checklist.seen("policy", edition);
  }

  private void tickets() throws InterruptedException {
    screen.heading("A dozen tickets. A confirmation clock runs until the customer has the mail");
    curtain = System.nanoTime();
    String firstKey = UUID.randomUUID().toString();
    int posted = 0;
    for (Cast.Line line : cast.tickets()) {
      at(posted * BETWEEN_POSTS);
      Case opened = desk.post(line, posted == 0 ? firstKey : UUID.randomUUID().toString());
      posted++;
      screen.say(Tone.STEP, described(opened));
      company.add(opened);
    }
    checklist.seen("posted", posted + " in " + languages());
    Case first = company.get("down");
    Case again = desk.post(first.line(), firstKey);
    if (again.id().equals(first.id())) {
      screen.say(
          Tone.GOOD, "the first POST once more, with its Idempotency-Key: " + again.reference());
      checklist.seen("once", again.reference());
    }
  }

  private void agents() throws InterruptedException {
    at(6);
    screen.heading("Agents at work");
    noClockBeforeCompletion();
    reply("answered", "Ik heb de opname teruggezet.");
    reply("down", "Wir haben die Ursache und arbeiten daran.");
    at(8);
    pauseForTheCustomer();
    reply("triaged", "Dat vindt u onder Instellingen, Ondertiteling.");
    screen.say(Tone.STEP, "Anna Weber withdraws " + company.get("cancelled").reference());
    desk.command(company.get("cancelled"), "cancel", "reason", "The cable was loose.");
    Case raised = company.get("raised");
    screen.say(Tone.STEP, "an agent raises " + raised.title() + " to P1");
    desk.command(
        raised, "priority", "priority", "P1", "reason", "The whole school is waiting for it.");
    if (eventually(() -> isClock("answered", "FIRST_REPLY", "MET"))) {
      met("answered");
    }
    if (eventually(
        () ->
            isClock("cancelled", "CONFIRMATION", "MET", "CANCELLED")
                && isClock("cancelled", "FIRST_REPLY", "CANCELLED"))) {
      checklist.seen("cancelled", company.get("cancelled").reference());
    }
  }

  private void noClockBeforeCompletion() {
    Case improper = company.get("improper");
    boolean none = desk.clock(improper, "FIRST_REPLY").isEmpty();
    screen.say(
        Tone.STEP,
        "Tom Becker completes %s, %s"
            .formatted(
                improper.reference(), none ? "which had no clock" : "which had a clock already"));
    desk.command(
        improper, "complete", "description", "Nobody hears me in any meeting since the update.");
    if (none && eventually(() -> isClock("improper", "FIRST_REPLY", "RUNNING", "AT_RISK"))) {
      screen.say(Tone.GOOD, improper.title() + ": its clocks run");
      checklist.seen("improper", improper.reference());
    }
  }

  private void pauseForTheCustomer() throws InterruptedException {
    Case paused = company.get("paused");
    Optional<Instant> before = deadline("paused");
    screen.say(Tone.STEP, "an agent answers " + paused.title() + " and waits for the customer");
    desk.command(
        paused,
        "replies",
        "by",
        "AGENT",
        "visibility",
        "PUBLIC",
        "text",
        "Hvilken version bruger I?",
        "pause",
        "WAITING_CUSTOMER");
    if (!eventually(() -> isClock("paused", "RESTORATION", "PAUSED"))) {
      return;
    }
    screen.say(
        Tone.GOOD, paused.title() + ": restoration is paused; nobody knows its deadline now");
    checklist.seen("paused", paused.reference());
    deadlineBeforePause = before.orElse(null);
  }

  private void lateAgents() throws InterruptedException {
    at(13.5);
    reply("raised", "Under Planlæg, Gentag. Jeg har sat det op for jer.");
    at(15);
    resume();
    Case down = company.get("down");
    screen.say(Tone.STEP, "the service of " + down.title() + " is restored");
    desk.command(down, "restore");
    desk.command(company.get("triaged"), "restore");
    reply("improper", "Please choose another microphone under Audio.");
    at(21.5);
    Case forgotten = company.get("forgotten");
    screen.say(Tone.STEP, "somebody finds " + forgotten.title() + " at last, answers and restores");
    desk.command(
        forgotten, "replies", "by", "AGENT", "visibility", "PUBLIC", "text", "Sorry. We are back.");
    desk.command(forgotten, "restore");
    desk.command(company.get("paused"), "restore");
    desk.command(company.get("raised"), "restore");
    desk.command(company.get("improper"), "restore");
    screen.say(Tone.STEP, down.title() + " is solved");
    desk.command(down, "solve");
  }

  private void resume() {
    Case paused = company.get("paused");
    screen.say(Tone.STEP, "the customer has answered; an agent resumes " + paused.title());
    desk.command(paused, "resume");
    eventually(() -> isClock("paused", "RESTORATION", "RUNNING", "AT_RISK"));
    Optional<Instant> after = deadline("paused");
    if (deadlineBeforePause != null && after.isPresent()) {
      Duration moved = Duration.between(deadlineBeforePause, after.get());
      String by = "%.1f s".formatted(moved.toMillis() / 1000.0);
      screen.say(Tone.GOOD, paused.title() + ": the deadline of the restoration moved by " + by);
      if (moved.toMillis() > 0) {
        checklist.seen("moved", by);
      }
    }
  }

  private void ending() {
    if (eventually(() -> isClock("forgotten", "FIRST_REPLY", "MET_LATE"))) {
      checklist.seen("met-late", company.get("forgotten").reference());
    }
    eventually(() -> checklist.completeBut("no-other"));
    if (undeserved.get().isEmpty()) {
      checklist.seen("no-other", "");
    } else {
      screen.say(Tone.BREACH, "breached although somebody looked after them: " + undeserved.get());
    }
  }

  private void reply(String key, String text) {
    Case of = company.get(key);
    screen.say(Tone.STEP, "an agent answers " + of.title() + ": \"" + text + "\"");
    desk.command(of, "replies", "by", "AGENT", "visibility", "PUBLIC", "text", text);
  }

  private void met(String key) {
    Case of = company.get(key);
    JsonNode clock = desk.clock(of, "FIRST_REPLY").orElseThrow();
    Duration left =
        Duration.between(
            Instant.parse(clock.get("stoppedAt").asText()),
            Instant.parse(clock.get("deadline").asText()));
    String spare = "%.1f s to spare".formatted(left.toMillis() / 1000.0);
    screen.say(Tone.GOOD, of.title() + ": first reply met, " + spare);
    checklist.seen("met", spare);
  }

  private Optional<Instant> deadline(String key) {
    return desk.clock(company.get(key), "RESTORATION")
        .filter(clock -> clock.hasNonNull("deadline"))
        .map(clock -> Instant.parse(clock.get("deadline").asText()));
  }

  private boolean isClock(String key, String metric, String... states) {
    return desk.clock(company.get(key), metric)
        .map(clock -> clock.get("status").asText())
        .filter(status -> List.of(states).contains(status))
        .isPresent();
  }

  private static String described(Case opened) {
    Cast.Line line = opened.line();
    String note = line.note() == null ? "" : " (" + line.note() + ")";
    return "POST /tickets by %s, %s: \"%s\" is %s%s"
        .formatted(line.name(), line.channel(), line.subject(), opened.reference(), note);
  }

  private String languages() {
    return cast.tickets().stream()
        .map(Cast.Line::language)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)));
  }

  private void at(double seconds) throws InterruptedException {
    long due = curtain + (long) (seconds * 1e9);
    long left = due - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000);
    }
  }

  private static boolean eventually(Supplier<Boolean> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.get()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
