package dev.hourglass.sandbox.postgres;

import dev.hourglass.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that still runs although the JVM that had started it was killed. */
record LeftOver(ProcessHandle process, int port) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final Duration STOP = Duration.ofSeconds(30);

  /** The server that {@code postmaster.pid} names, if it lives and is a PostgreSQL. */
  static Optional<LeftOver> of(Path directory) {
    List<String> pidFile = PostgresServer.lines(directory.resolve("postmaster.pid"));
    if (pidFile.size() <= PORT_LINE) {
      return Optional.empty();
    }
    int port = Integer.parseInt(pidFile.get(PORT_LINE).trim());
    return ProcessHandle.of(Long.parseLong(pidFile.get(PID_LINE).trim()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> isPostgresOn(process, directory))
        .map(process -> new LeftOver(process, port));
  }

  /** After a reboot the number in the file may be anybody's. */
  private static boolean isPostgresOn(ProcessHandle process, Path directory) {
    ProcessHandle.Info info = process.info();
    return info.command().filter(command -> command.endsWith("postgres")).isPresent()
        && info.arguments()
            .map(arguments -> List.of(arguments).contains(directory.toString()))
            .orElse(true);
  }

  /** Ends it without waiting for its clients. */
  void stop() {
    try {
      // SIGINT is PostgreSQL's "fast" shutdown; Java itself can only send SIGTERM and SIGKILL.
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new SandboxException(
          "a PostgreSQL left over from a killed sandbox does not stop; its process is "
              + process.pid(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while stopping a left-over PostgreSQL", e);
    }
  }
}
