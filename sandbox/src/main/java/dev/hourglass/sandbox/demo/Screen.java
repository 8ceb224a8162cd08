package dev.hourglass.sandbox.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Prints what happens, with the seconds since the scene began. Lines never mix. */
final class Screen {

  /** How a line is marked: a sign, and a colour where there are colours. */
  enum Tone {
    STEP("->", "36"),
    MAIL("@ ", "34"),
    PROMISE("= ", "0"),
    WARNING("! ", "33"),
    BREACH("!!", "31;1"),
    GOOD("ok", "32"),
    NOTE("  ", "2");

    private final String sign;
    private final String colour;

    Tone(String sign, String colour) {
      this.sign = sign;
      this.colour = colour;
    }
  }

  private final PrintStream out;
  private final boolean coloured;
  private final long began = System.nanoTime();

  Screen(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  /** In UTF-8 whatever the locale, for names are; in colour if somebody watches. */
  static Screen ofTerminal(PrintStream out, Map<String, String> environment) {
    boolean watched = System.console() != null && !environment.containsKey("NO_COLOR");
    return new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), watched);
  }

  synchronized void heading(String text) {
    out.println();
    out.println(painted("1", text));
  }

  synchronized void line(String text) {
    out.println(text);
  }

  /** One thing that happened now. */
  synchronized void say(Tone tone, String text) {
    String time = "%5.1f s".formatted(elapsed().toMillis() / 1000.0);
    out.println(painted("2", time) + " " + painted(tone.colour, tone.sign + " " + text));
  }

  synchronized void failure(String text) {
    out.println();
    out.println(painted("31;1", "The scene cannot go on: " + text));
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  String painted(String colour, String text) {
    return coloured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
