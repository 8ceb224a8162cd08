package dev.hourglass.replay;

import dev.hourglass.sandbox.CalmLogs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How the command ended, and what it said. */
public record Replayed(int status, String out, String err) {

  public static Replayed with(Map<String, String> environment, String... arguments) {
    CalmLogs.begin();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = new Replay(stream(out), stream(err), environment).run(arguments);
    return new Replayed(status, text(out), text(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
