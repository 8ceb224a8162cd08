package dev.hourglass.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final String LOG = Path.of("src", "test", "resources", "incidents.csv").toString();

  @TempDir Path directory;

  private String edition;

  @BeforeEach
  void anEdition() throws Exception {
    edition = write(Editions.document());
  }

  @Test
  void names_everything_that_is_wrong_with_what_it_is_asked() {
    Replayed replayed =
        run(
            "--edition",
            directory.resolve("none.yaml").toString(),
            "--from",
            "yesterday",
            "--zone",
            "Moon/Crater",
            "--plan=GOLD",
            "--fast",
            "--json=yes",
            "--to");

    assertThat(replayed.status()).isEqualTo(2);
    assertThat(replayed.out()).isEmpty();
    assertThat(replayed.err())
        .contains(
            "none.yaml is not there",
            "--from must be an instant",
            "not 'yesterday'",
            "--zone must be a time zone",
            "--plan must be one of ACCESS, PREMIER, PREMIER_PLUS, not 'GOLD'",
            "--zone goes with --incidents only",
            "unknown option --fast",
            "--json takes no value",
            "--to needs a value")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void asks_for_an_edition_and_for_a_stretch_that_is_one() {
    Replayed replayed = run("--from", "2026-11-02T00:00Z", "--to", "2026-11-02T01:00+01:00");

    assertThat(replayed.status()).isEqualTo(2);
    assertThat(replayed.err())
        .contains("--edition FILE is required", "--from must lie before --to");
  }

  @Test
  void refuses_an_edition_whole_with_every_problem() throws Exception {
    String broken =
        Editions.document()
            .replace("contractual: [FIRST_REPLY, RESTORATION]", "contractual: [SPEED]")
            .replace("calendar: 24x7 # S52, K10", "calendar: moon");

    Replayed replayed = run("--edition", write(broken));

    assertThat(replayed.status()).isEqualTo(2);
    assertThat(replayed.err()).contains("/contractual", "moon").doesNotContain("Exception");
    assertThat(replayed.err().lines().count()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void refuses_what_is_no_edition_at_all() throws Exception {
    Replayed noYaml = run("--edition", write("a: [b"));
    Replayed noFile = run("--edition", directory.toString());
    Replayed noLog = run("--edition", edition, "--incidents", write("a,b\n"));

    assertThat(List.of(noYaml.status(), noFile.status(), noLog.status())).containsOnly(2);
    assertThat(noYaml.err()).contains("not YAML").doesNotContain("Exception");
    assertThat(noFile.err()).contains("cannot be read as a file");
    assertThat(noLog.err()).contains("the header has no column number");
  }

  @Test
  void tells_how_it_is_used() {
    Replayed replayed = run("--help");

    assertThat(replayed.status()).isZero();
    assertThat(replayed.out()).contains("--edition FILE", "--incidents FILE");
  }

  @Test
  void says_that_kafka_does_not_answer() {
    Replayed replayed = run("--edition", edition);

    assertThat(replayed.status()).isEqualTo(1);
    assertThat(replayed.err()).contains("cannot be read from Kafka").doesNotContain("\tat ");
  }

  @Test
  void replays_incidents_as_a_table() {
    Replayed replayed = run("--edition", edition, "--incidents", LOG);

    assertThat(replayed.status()).isZero();
    assertThat(replayed.out())
        .contains("As of 2016-02-08T10:00:00Z: 7 tickets", "Left out: 9 unreadable")
        .contains("5 tickets compared with the log's own verdict: 3 agree, 2 differ")
        .contains("Breaches of RESTORATION under the edition: 3")
        .containsPattern("all +2 +2 +1 +1\n")
        .containsPattern("2016-02-01T13:00:00Z +0 +2 +1 +0\n");
    assertThat(replayed.err()).contains("facts/s", "unreadable rows: 9", "line 6: incident_state");
  }

  @Test
  void the_same_incidents_give_the_same_bytes() {
    String first = run("--edition", edition, "--incidents", LOG, "--json").out();

    String second = run("--json", "--incidents=" + LOG, "--edition=" + edition).out();

    assertThat(second).isEqualTo(first).contains("\"lostBreaches\" : [", "INC0000004");
  }

  @Test
  void refuses_two_editions_with_every_problem_of_both() throws Exception {
    String broken = Editions.document().replace("[FIRST_REPLY, RESTORATION]", "[SPEED]");

    Replayed replayed = run("--edition", write(broken), "--against", write("a: [b"));
    Replayed noFile = run("--edition", edition, "--against", directory.resolve("none").toString());
    Replayed alone = run("--against", edition);

    assertThat(List.of(replayed.status(), noFile.status(), alone.status())).containsOnly(2);
    assertThat(replayed.err()).contains("/contractual", "not YAML").doesNotContain("Exception");
    assertThat(noFile.err()).contains("--against", "none is not there");
    assertThat(alone.err()).contains("--edition FILE is required");
  }

  @Test
  void replays_incidents_under_one_edition_against_another() throws Exception {
    String looser = write(Editions.restoring("looser", "5h"));

    Replayed replayed = run("--edition", looser, "--against", edition, "--incidents", LOG);

    assertThat(replayed.status()).as(replayed.err()).isZero();
    assertThat(replayed.out())
        .contains("Replay under edition looser", "Compared with edition 2021")
        .contains("7 tickets", "Left out: 9 unreadable")
        .containsPattern("breaches +against +replayed +gained +lost\n")
        .containsPattern("all +3 +0 +0 +3\n")
        .containsPattern("2016-02-01T13:00:00Z +2 +0 +0 +2\n")
        .doesNotContain("verdict");
    assertThat(replayed.err()).contains("twice");
  }

  @Test
  void the_same_two_editions_give_the_same_bytes_and_one_against_itself_no_difference()
      throws Exception {
    String tighter = write(Editions.restoring("tighter", "1h"));
    String[] asked = {"--edition", tighter, "--against", edition, "--incidents", LOG, "--json"};

    String first = run(asked).out();

    assertThat(run(asked).out()).isEqualTo(first);
    assertThat(first)
        .contains(
            "\"against\" : {\n    \"edition\" : \"2021\"",
            "\"gainedBreaches\" : [\n",
            "INC0000001");
    assertThat(run("--edition", edition, "--against", edition, "--incidents", LOG).out())
        .containsPattern("all +3 +3 +0 +0\n");
  }

  @Test
  void a_customer_without_promises_has_no_breaches() {
    Replayed replayed = run("--edition", edition, "--incidents", LOG, "--plan", "access");

    assertThat(replayed.out()).contains("7 promised nothing that the log can show");
  }

  private static Replayed run(String... arguments) {
    return Replayed.with(
        Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:1", "KAFKA_DEFAULT_API_TIMEOUT_MS", "1000"),
        arguments);
  }

  private String write(String text) throws Exception {
    return Files.writeString(Files.createTempFile(directory, "file", ".yaml"), text).toString();
  }
}
