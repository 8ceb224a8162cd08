package dev.hourglass.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("whatever the text, there is a decision with a reason in bounded time")
class BadInputTest {

  private static final Duration FAR_TOO_LONG = Duration.ofSeconds(20);
  private static final TextTriage TRIAGE = TextTriage.shipped(0.6);

  static Stream<Arguments> nothingToRead() {
    return Stream.of(
        Arguments.of("nothing at all", null),
        Arguments.of("0 characters", ""),
        Arguments.of("only blanks", " \n\t \r\n"),
        Arguments.of("only emoji", "😱🔥💥 🙏🙏"),
        Arguments.of("only an address", "https://example.com/a/b?c=d#down"),
        Arguments.of(
            "only a stack trace",
            """
            java.lang.IllegalStateException: service is down
            \tat com.example.Meeting.start(Meeting.java:42)
            Caused by: java.io.IOException: connection_lost
            \tat com.example.Network.open(Network.java:7)"""),
        Arguments.of("right-to-left", "الخدمة لا تعمل لأي شخص منذ الصباح"),
        Arguments.of("halves of surrogates", "\ud83d\ud83d \udc00x\ud800"),
        Arguments.of("a base64 blob", Base64.getEncoder().encodeToString(new byte[9_000])),
        Arguments.of("control characters", "\u0000\u0001\u0008\u202e\ufeff"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nothingToRead")
  void sendsWhatItCannotReadToAPerson(String what, String body) {
    Decision decision = decided(body);
    assertThat(decision.priority()).isEqualTo(Priority.P3);
    assertThat(decision.review()).isTrue();
    assertThat(decision.confidence()).isLessThan(0.6);
    assertThat(decision.reasons()).extracting(Reason::rule).contains("text-nothing-recognised");
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("100,000 letters", "a".repeat(100_000)),
        Arguments.of("100,000 words", "down nobody can join ".repeat(5_000)),
        Arguments.of("a bomb for regular expressions", "(a+)+$".repeat(9_000) + "!".repeat(9_000)),
        Arguments.of("many open tags", "<".repeat(50_000) + "div ".repeat(10_000)),
        Arguments.of("many unseen tags", "<style>".repeat(14_000)),
        Arguments.of("many ends of lines", "\n".repeat(100_000)),
        Arguments.of("many quotes", "> down\n".repeat(14_000)),
        Arguments.of("many marks on a letter", "a" + "\u0301".repeat(100_000)),
        Arguments.of("ligatures that grow", "\ufdfa".repeat(20_000)),
        Arguments.of("noise", noise()));
  }

  private static String noise() {
    Random random = new Random(7);
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      noise.append((char) random.nextInt(Character.MAX_VALUE));
    }
    return noise.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void staysBoundedWhateverItReads(String what, String text) {
    assertThat(decided(text).reasons()).isNotEmpty();
    Decision asSubject =
        Assertions.assertTimeoutPreemptively(
            FAR_TOO_LONG, () -> TRIAGE.decide(text, text, "xx-invalid"));
    assertThat(asSubject.reasons()).isNotEmpty();
  }

  @Test
  void readsTheTextInHtml() {
    Decision decision =
        decided(
            "<html><head><style>.down{}</style></head><body><p>Nobody in the whole company can"
                + " join a meeting,&nbsp;everything is down.</p></body></html>");
    assertThat(decision.priority()).isEqualTo(Priority.P1);
  }

  private static Decision decided(String body) {
    return Assertions.assertTimeoutPreemptively(
        FAR_TOO_LONG, () -> TRIAGE.decide(null, body, null));
  }
}
