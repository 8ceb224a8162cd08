package dev.hourglass.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final TriageCommand command =
      new TriageCommand(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8));

  @Test
  void decidesALineForALine() throws IOException {
    Path decisions = folder.resolve("decisions.jsonl");
    int status =
        command.run(
            "--in",
            file("{\"id\":\"a\",\"subject\":null,\"body\":\"How do I mute?\"}\n\n{\"id\":7}\n"),
            "--out",
            decisions.toString());
    assertThat(status).isZero();
    assertThat(Files.readAllLines(decisions))
        .hasSize(2)
        .anyMatch(
            line -> line.startsWith("{\"id\":\"a\",\"priority\":\"P4\"") && line.contains("\"en\""))
        .allMatch(line -> line.contains("\"confidence\":") && line.contains("\"reasons\":[{"));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void measuresWhereThePriorityIsKnown() throws IOException {
    command.run(
        "--in",
        file(
            "{\"id\":1,\"lang\":\"en\",\"priority\":\"P4\",\"body\":\"How do I mute a person?\"}"));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("macro-F1", "P1-recall", "false-P1", "language right in 1 of 1");
  }

  @Test
  void leavesOutWhatIsNoTicketAndSaysSo() throws IOException {
    Path decisions = folder.resolve("decisions.jsonl");
    Path in = folder.resolve("in.jsonl");
    Files.write(in, new byte[] {'"', (byte) 0xff, '"', '\n', '{', '\n', '{', '}', '\n'});
    assertThat(command.run("--in", in.toString(), "--out", decisions.toString())).isEqualTo(1);
    assertThat(Files.readAllLines(decisions)).hasSize(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("2 lines are not a ticket");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThat(command.run("--in")).isEqualTo(2);
    assertThat(command.run("--nonsense", "x")).isEqualTo(2);
    assertThat(command.run()).isEqualTo(2);
    assertThat(command.run("--in", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(command.run("--help")).isZero();
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("in.jsonl"), content).toString();
  }
}
