package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.rule;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many messages in so much time.
 *
 * @param messages 1 to 1,000,000
 * @param per one second, minute or hour
 */
public record Rate(int messages, Duration per) {

  private static final int MOST = 1_000_000;
  private static final Pattern FORM = Pattern.compile("([0-9]{1,7})/([smh])");
  private static final Map<String, Duration> UNITS =
      Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

  public Rate {
    rule(messages >= 1 && messages <= MOST, "a rate is 1 to 1,000,000 messages");
    rule(!per.isNegative() && !per.isZero(), "a rate is for a positive time");
  }

  /**
   * The rate that a text says, such as {@code 20/s}, {@code 600/m} or {@code 5000/h}.
   *
   * @throws IllegalArgumentException if it says none
   */
  public static Rate of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    rule(matcher.matches(), "a rate is written as 20/s, 600/m or 5000/h");
    return new Rate(Integer.parseInt(matcher.group(1)), UNITS.get(matcher.group(2)));
  }

  /** The time between one message and the next. */
  public Duration step() {
    return per.dividedBy(messages);
  }
}
