package dev.hourglass.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, as far as it goes without starting anything. */
class ScriptTest {

  private static final Path SCRIPT = Path.of("..", "hourglass").toAbsolutePath().normalize();

  @TempDir Path directory;

  private record Ended(int status, String said) {}

  @Test
  void tells_its_commands() throws Exception {
    assertThat(run("help").said())
        .contains("up [-d]", "demo", "replay", "benchmark", "status", "logs", "down", "reset");
  }

  @Test
  void refuses_a_command_that_it_does_not_know() throws Exception {
    Ended ended = run("start");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.said()).contains("unknown command 'start'");
  }

  @Test
  void has_nothing_to_stop_where_nothing_runs() throws Exception {
    assertThat(run("down")).isEqualTo(new Ended(0, "Hourglass is not running.\n"));
  }

  @Test
  void leaves_a_process_alone_that_got_the_number_of_one_of_its_own() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Path run = Files.createDirectories(directory.resolve("ho me/run"));
      Files.writeString(run.resolve("notifier.pid"), stranger.pid() + "\nnotifier-1-2\n");

      run("down");
      run("reset", "--yes");

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void deletes_nothing_unless_it_is_told_to() throws Exception {
    Path mails = Files.createDirectories(directory.resolve("ho me/data/mails"));

    assertThat(run("reset").status()).isEqualTo(1);
    assertThat(mails).exists();

    assertThat(run("reset", "--yes").status()).isZero();
    assertThat(mails).doesNotExist();
  }

  private Ended run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("HOURGLASS_HOME", directory.resolve("ho me").toString());
    builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private File nothing() throws Exception {
    Path empty = directory.resolve("nothing");
    return Files.write(empty, new byte[0]).toFile();
  }
}
