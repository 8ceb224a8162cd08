package dev.hourglass.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.sandbox.demo.Screen.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happens, in its order. Times are seconds since the first ticket. */
final class Scene {

  static final int TICKETS = 12;

  private static final double PATIENCE = 45;
  private static final double BETWEEN_POSTS = 0.4;

  private final Screen screen;
  private final Checklist checklist;
  private final Company company;
  private final Desk desk;
  private final Cast cast = Cast.load();
  private final ClockWatch clocks;
  private long curtain;

  Scene(Screen screen, Checklist checklist, Company company, Desk desk, ClockWatch clocks) {
    this.screen = screen;
    this.checklist = checklist;
    this.company = company;
    this.desk = desk;
    this.clocks = clocks;
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
    at(5.5);
    screen.heading("Agents at work");
    reply("answered", "Ik heb de opname teruggezet.");
    reply("triaged", "Dat vindt u onder Instellingen, Ondertiteling.");
    clocks.until("met", company.get("answered"), "FIRST_REPLY", Scene::met);
    reply("down", "Wir haben die Ursache und arbeiten daran.");
    at(8);
    pause(company.get("paused"));
    at(9);
    complete(company.get("improper"));
    cancel(company.get("cancelled"));
    raise(company.get("raised"));
    at(13);
    reply("raised", "Under Planlæg, Gentag. Jeg har sat det op for jer.");
    restore("triaged");
  }

  private void lateAgents() throws InterruptedException {
    at(16.5);
    resume(company.get("paused"));
    restore("down");
    reply("improper", "Please choose another microphone under Audio.");
    at(22);
    Case forgotten = company.get("forgotten");
    screen.say(Tone.STEP, "somebody finds " + forgotten.title() + " at last");
    reply("forgotten", "Sorry for the wait. Your calls go through again.");
    clocks.until("met-late", forgotten, "FIRST_REPLY", "first reply met, but late", "MET_LATE");
    for (String key : List.of("forgotten", "paused", "raised", "improper")) {
      restore(key);
    }
    Case down = company.get("down");
    screen.say(Tone.STEP, down.title() + " is solved");
    desk.command(down, "solve");
  }

  /** Waits for what is still to come. */
  private void ending() throws InterruptedException {
    while (!checklist.completeBut("no-other") && elapsed() < PATIENCE) {
      at(elapsed() + 0.2);
    }
  }

  private void complete(Case improper) {
    boolean none = desk.clock(improper, "FIRST_REPLY").isEmpty();
    screen.say(
        Tone.STEP,
        "%s completes %s, which had %s clock"
            .formatted(improper.line().name(), improper.reference(), none ? "no" : "a"));
    desk.command(
        improper, "complete", "description", "Nobody hears me in any meeting since the update.");
    if (none) {
      clocks.until(
          "improper", improper, "FIRST_REPLY", "now its clocks run", "RUNNING", "AT_RISK", "MET");
    }
  }

  private void pause(Case paused) {
    screen.say(
        Tone.STEP, "an agent asks back in " + paused.title() + " and waits for the customer");
    String[] reply = {
      "by", "AGENT",
      "visibility", "PUBLIC",
      "text", "Hvilken version bruger I?",
      "pause", "WAITING_CUSTOMER"
    };
    desk.command(paused, "replies", reply);
    String said = "restoration is paused; nobody knows its deadline now";
    clocks.until("paused", paused, "RESTORATION", said, "PAUSED");
  }

  private void resume(Case paused) {
    screen.say(Tone.STEP, "the customer has answered; an agent resumes " + paused.title());
    desk.command(paused, "resume");
    clocks.until(
        "moved",
        paused,
        "RESTORATION",
        clock -> {
          if (!clock.hasNonNull("deadline") || ClockWatch.moved(clock).toMillis() <= 0) {
            return Optional.empty();
          }
          double seconds = ClockWatch.moved(clock).toMillis() / 1000.0;
          return Optional.of("the deadline of the restoration moved by %.1f s".formatted(seconds));
        });
  }

  private void cancel(Case cancelled) {
    screen.say(Tone.STEP, cancelled.line().name() + " withdraws " + cancelled.reference());
    desk.command(cancelled, "cancel", "reason", "The cable was loose.");
    clocks.until("cancelled", cancelled, "FIRST_REPLY", "first reply is cancelled", "CANCELLED");
  }

  private void raise(Case raised) {
    screen.say(Tone.STEP, "an agent raises " + raised.title() + " to P1");
    desk.command(raised, "priority", "priority", "P1", "reason", "The whole school is waiting.");
  }

  private void reply(String key, String text) {
    Case of = company.get(key);
    screen.say(Tone.STEP, "an agent answers " + of.title() + ": \"" + text + "\"");
    desk.command(of, "replies", "by", "AGENT", "visibility", "PUBLIC", "text", text);
  }

  private void restore(String key) {
    Case of = company.get(key);
    screen.say(Tone.STEP, "the service of " + of.title() + " is restored");
    desk.command(of, "restore");
  }

  private static Optional<String> met(JsonNode clock) {
    if (!clock.get("status").asText().equals("MET")) {
      return Optional.empty();
    }
    Duration left =
        Duration.between(
            Instant.parse(clock.get("stoppedAt").asText()),
            Instant.parse(clock.get("deadline").asText()));
    return Optional.of("first reply met, %.1f s to spare".formatted(left.toMillis() / 1000.0));
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
    double left = seconds - elapsed();
    if (left > 0) {
      Thread.sleep((long) (left * 1000));
    }
  }

  private double elapsed() {
    return (System.nanoTime() - curtain) / 1e9;
  }
}
