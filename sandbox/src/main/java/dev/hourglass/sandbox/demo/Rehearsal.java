package dev.hourglass.sandbox.demo;

import dev.hourglass.sandbox.demo.Screen.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A few tickets before the scene, one in each language: programs that have just started are slow at
 * what they do for the first time, and the targets of the scene are seconds.
 */
final class Rehearsal {

  private static final List<String> LANGUAGES = List.of("en", "de", "da", "nl");
  private static final Duration AWAKE = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ROUNDS = 3;

  private final Screen screen;
  private final Company company;
  private final Desk desk;
  private final Reporter reporter;

  Rehearsal(Screen screen, Company company, Desk desk, Reporter reporter) {
    this.screen = screen;
    this.company = company;
    this.desk = desk;
    this.reporter = reporter;
  }

  void play() throws InterruptedException {
    screen.heading("A rehearsal, so that everybody is awake");
    Duration slowest = PATIENCE;
    for (int round = 0; round < ROUNDS && slowest.compareTo(AWAKE) > 0; round++) {
      slowest = round();
      screen.say(
          Tone.STEP,
          "four tickets, the slowest confirmation after %.1f s"
              .formatted(slowest.toMillis() / 1000.0));
    }
    if (slowest.compareTo(AWAKE) > 0) {
      screen.say(
          Tone.WARNING, "this machine is busy; some of the times below may be missed for real");
    }
  }

  private Duration round() throws InterruptedException {
    List<Case> opened = new ArrayList<>();
    for (String language : LANGUAGES) {
      Case one = desk.post(Cast.rehearsal(language), UUID.randomUUID().toString());
      company.add(one);
      opened.add(one);
    }
    Duration slowest = Duration.ZERO;
    for (Case one : opened) {
      Duration took = reporter.awaitConfirmation(one, PATIENCE);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
      desk.clock(one, "CONFIRMATION");
      desk.command(one, "replies", "by", "AGENT", "visibility", "INTERNAL", "text", "Awake.");
      desk.command(one, "cancel", "reason", "It was a rehearsal.");
    }
    return slowest;
  }
}
