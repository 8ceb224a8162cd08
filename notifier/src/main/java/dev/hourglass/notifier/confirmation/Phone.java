package dev.hourglass.notifier.confirmation;

import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.policy.edition.PhoneLine;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a requester who may call can call (S7, S55, S56).
 *
 * @param numbers none if there is no line in their country
 * @param queue which questions they are asked first (S57, S58)
 */
public record Phone(List<Number> numbers, Queue queue) {

  /** The document prints the extension in its own language, "Durchwahl 2"; letters have theirs. */
  private static final Pattern PRINTED_EXTENSION = Pattern.compile("[\\s,]+\\p{L}+\\.?\\s*\\d+$");

  public Phone {
    numbers = List.copyOf(numbers);
  }

  /**
   * A number to call.
   *
   * @param printed as the policy prints it, without the extension
   * @param link a {@code tel:} URI (RFC 3966)
   * @param inCountryOnly whether it works inside of its country only
   */
  public record Number(
      String printed, @Nullable String extension, String link, boolean inCountryOnly) {

    static Number of(PhoneLine line) {
      String extension = line.extension();
      return new Number(
          extension == null
              ? line.printed()
              : PRINTED_EXTENSION.matcher(line.printed()).replaceFirst(""),
          extension,
          "tel:" + line.normalised() + (extension == null ? "" : ";ext=" + extension),
          line.inCountryOnly());
    }
  }

  static Phone of(List<PhoneLine> lines, Queue queue) {
    return new Phone(lines.stream().map(Number::of).toList(), queue);
  }

  /** Whether there is a line in the requester's country. */
  public boolean hasNumbers() {
    return !numbers.isEmpty();
  }
}
