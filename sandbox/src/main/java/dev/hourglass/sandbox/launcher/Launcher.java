package dev.hourglass.sandbox.launcher;

import dev.hourglass.sandbox.CalmLogs;
import dev.hourglass.sandbox.SandboxException;
import dev.hourglass.sandbox.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What the launcher script asks of Java, so that it needs neither curl nor ss nor psql.
 *
 * <pre>
 * ports  {@literal <port>|<who needs it>|<setting>} ...         exit 1 if one is taken
 * ready  {@literal <seconds> <name>|<url>|<pid>|<log>} ...      exit 1 unless all get ready in time
 * stop-postgres {@literal <data directory>}                     stops what a killed sandbox left
 * </pre>
 */
public final class Launcher {

  private Launcher() {}

  public static void main(String[] arguments) throws InterruptedException {
    CalmLogs.begin();
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    try {
      System.exit(run(arguments.length == 0 ? "" : arguments[0], rest) ? 0 : 1);
    } catch (SandboxException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static boolean run(String command, List<String> arguments) throws InterruptedException {
    switch (command) {
      case "ports":
        return TakenPorts.report(arguments, System.err);
      case "ready":
        Duration within = Duration.ofSeconds(Long.parseLong(arguments.get(0)));
        return new Readiness(within, System.out).await(arguments.subList(1, arguments.size()));
      case "stop-postgres":
        PostgresServer.stopLeftOver(Path.of(arguments.get(0)).toAbsolutePath().normalize());
        return true;
      default:
        throw new SandboxException("unknown command '" + command + "'");
    }
  }
}
