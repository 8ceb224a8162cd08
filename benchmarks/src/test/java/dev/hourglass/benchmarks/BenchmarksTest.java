package dev.hourglass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.replay.Arguments;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The command line, as far as it goes without starting anything. */
class BenchmarksTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tells_its_benchmarks_with_their_options() {
    assertThat(run("--help")).isZero();
    assertThat(said(out))
        .contains("throughput", "lateness", "storm", "restart", "backlog", "replay")
        .contains("mails", "confirm", "kills")
        .contains("--clocks", "--tickets-per-second", "--java-options", "--json");
  }

  @Test
  void refuses_what_it_does_not_know_with_every_reason() {
    assertThat(run("speed")).isEqualTo(2);
    assertThat(said(err)).contains("there is no benchmark 'speed'");

    int status =
        run("lateness", "--clocks", "100,10", "--for", "soon", "--load", "-1", "--tickets", "3");

    assertThat(status).isEqualTo(2);
    assertThat(said(err))
        .contains("--clocks must be rising whole numbers")
        .contains("--for must be a duration")
        .contains("--load must be a whole number of at least 0")
        .contains("unknown option --tickets");
    assertThat(said(out)).isEmpty();
  }

  @Test
  void a_backlog_in_which_nothing_has_fallen_due_says_nothing() {
    assertThat(run("backlog", "--for", "10m")).isEqualTo(2);
    assertThat(said(err)).contains("--for must be 32m or more");
  }

  @Test
  void numbers_and_durations_are_read_as_they_are_written() {
    Arguments arguments =
        arguments("--clocks", "10,1_000", "--for", "250ms", "--lead=2m", "--load", "7");

    assertThat(Numbers.rising(arguments, "--clocks", List.of())).containsExactly(10L, 1_000L);
    assertThat(Numbers.duration(arguments, "--for", null)).isEqualTo(Duration.ofMillis(250));
    assertThat(Numbers.duration(arguments, "--lead", null)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Numbers.whole(arguments, "--load", 0, 50)).isEqualTo(7);
    assertThat(Numbers.whole(arguments, "--facts", 0, 50)).isEqualTo(50);
    assertThat(arguments.problems()).isEmpty();
  }

  @Test
  void options_of_the_virtual_machine_come_after_those_of_production() {
    Setup setup =
        Setup.of(
            arguments("--java-options", " -Xmx1g  -Dsla-monitor.kafka.tick=20ms"), Path.of("."));

    assertThat(setup.javaOptions())
        .containsExactly("-XX:+UseSerialGC", "-Xmx320m", "-Xmx1g", "-Dsla-monitor.kafka.tick=20ms");
  }

  @Test
  void services_with_less_memory_have_a_smaller_heap_and_the_same_further_options() {
    Setup setup = Setup.of(arguments("--java-options", "-Xss1m"), Path.of("."));

    assertThat(setup.javaOptionsOfOthers())
        .containsExactly("-XX:+UseSerialGC", "-Xmx224m", "-Xss1m");
  }

  @Test
  void mails_need_a_worker_and_a_confirmation_a_rate() {
    assertThat(run("mails", "--workers", "0")).isEqualTo(2);
    assertThat(run("mails", "--relay", "cloud")).isEqualTo(2);
    assertThat(run("confirm", "--tickets-per-second", "0")).isEqualTo(2);
    assertThat(run("kills", "--kills", "-1")).isEqualTo(2);
    assertThat(said(err))
        .contains("--workers must be a whole number of at least 1")
        .contains("--relay must be disk or memory")
        .contains("--tickets-per-second must be a whole number of at least 1")
        .contains("--kills must be a whole number of at least 0");
  }

  @Test
  void a_small_replay_is_measured_and_told() {
    assertThat(run("replay", "--tickets", "100", "--rounds", "2")).isZero();
    assertThat(said(out)).contains("Benchmark replay", "machine", "commit", "fold", "200,000");
  }

  private static Arguments arguments(String... line) {
    return new Arguments(
        List.of(line),
        Set.of("--clocks", "--for", "--lead", "--load", "--facts", "--java-options"),
        Set.of());
  }

  private int run(String... line) {
    return new Benchmarks(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Path.of("."))
        .run(line);
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
