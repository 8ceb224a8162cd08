package dev.hourglass.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.sandbox.demo.Screen.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Looks at the clock board several times a second, while the scene goes on. */
final class ClockWatch implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private final Desk desk;
  private final Screen screen;
  private final Checklist checklist;
  private final List<Wanted> wanted = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::look, "clock-watch");

  /** What to look for: the answer is what to say once it is true. */
  private record Wanted(
      String step, Case of, String metric, Function<JsonNode, Optional<String>> sight) {}

  ClockWatch(Desk desk, Screen screen, Checklist checklist) {
    this.desk = desk;
    this.screen = screen;
    this.checklist = checklist;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** The step is seen as soon as the clock has one of these states. */
  void until(String step, Case of, String metric, String said, String... states) {
    until(
        step,
        of,
        metric,
        clock ->
            List.of(states).contains(clock.get("status").asText())
                ? Optional.of(said)
                : Optional.empty());
  }

  void until(String step, Case of, String metric, Function<JsonNode, Optional<String>> sight) {
    wanted.add(new Wanted(step, of, metric, sight));
  }

  /** By how much the deadline lies behind where it would be without pauses, on a calendar 24x7. */
  static Duration moved(JsonNode clock) {
    Instant unpaused =
        Instant.parse(clock.get("startedAt").asText())
            .plus(Duration.parse(clock.get("within").asText()));
    return Duration.between(unpaused, Instant.parse(clock.get("deadline").asText()));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void look() {
    try {
      while (true) {
        wanted.removeIf(this::isSeen);
        Thread.sleep(BETWEEN_LOOKS.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A board that does not answer may do so at the next look. */
  private Optional<JsonNode> clock(Wanted one) {
    try {
      return desk.clock(one.of(), one.metric());
    } catch (DemoException e) {
      return Optional.empty();
    }
  }

  private boolean isSeen(Wanted one) {
    Optional<String> said = clock(one).flatMap(one.sight());
    said.ifPresent(
        text -> {
          screen.say(Tone.GOOD, one.of().title() + ": " + text);
          checklist.seen(one.step(), text);
        });
    return said.isPresent();
  }
}
