package dev.hourglass.benchmarks.delivery;

import dev.hourglass.benchmarks.figures.Percentiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mails that a relay took against those that it should have been given: one for each recipient.
 *
 * @param expected how many recipients should have got one
 * @param missing how many of them got none
 * @param repeats the mails that came once more, under a Message-ID that had come before
 * @param further how many came to a recipient who had got one, under another Message-ID
 * @param strange how many came to nobody who should get one
 * @param nameless how many had no Message-ID
 * @param millis from asking to acceptance, of the first mail to each recipient, in milliseconds
 */
public record MailVerdict(
    int expected,
    int missing,
    List<Repeat> repeats,
    int further,
    int strange,
    int nameless,
    Percentiles millis) {

  public MailVerdict {
    repeats = List.copyOf(repeats);
  }

  /**
   * Compares.
   *
   * @param askedAt when the mail to each recipient was asked for
   * @param accepted in any order
   */
  public static MailVerdict of(Map<String, Instant> askedAt, Collection<AcceptedMail> accepted) {
    Judge judge = new Judge(askedAt);
    accepted.stream().sorted(Comparator.comparing(AcceptedMail::acceptedAt)).forEach(judge::hear);
    return judge.verdict();
  }

  /** Whether each got one, and nobody got anything else. */
  public boolean right() {
    return missing == 0 && repeats.isEmpty() && isClean();
  }

  /** Whether nothing came that cannot be a repeat. */
  public boolean isClean() {
    return further == 0 && strange == 0 && nameless == 0;
  }

  private static final class Judge {

    private final Map<String, Instant> askedAt;
    private final Map<String, AcceptedMail> firsts = new HashMap<>();
    private final List<Repeat> repeats = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private int further;
    private int strange;
    private int nameless;

    Judge(Map<String, Instant> askedAt) {
      this.askedAt = askedAt;
    }

    void hear(AcceptedMail mail) {
      Instant asked = askedAt.get(mail.recipient());
      if (mail.messageId().isEmpty()) {
        nameless++;
      }
      if (asked == null) {
        strange++;
        return;
      }
      AcceptedMail first = firsts.putIfAbsent(mail.recipient(), mail);
      if (first == null) {
        millis.add(Duration.between(asked, mail.acceptedAt()).toNanos() / 1e6);
      } else if (first.messageId().equals(mail.messageId())) {
        repeats.add(new Repeat(mail.recipient(), first.acceptedAt(), mail.acceptedAt()));
      } else {
        further++;
      }
    }

    MailVerdict verdict() {
      return new MailVerdict(
          askedAt.size(),
          askedAt.size() - firsts.size(),
          repeats,
          further,
          strange,
          nameless,
          Percentiles.of(millis));
    }
  }
}
