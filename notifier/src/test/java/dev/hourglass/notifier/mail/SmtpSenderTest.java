package dev.hourglass.notifier.mail;

import static dev.hourglass.notifier.delivery.CourierException.Failure.CONFIGURATION;
import static dev.hourglass.notifier.delivery.CourierException.Failure.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourglass.notifier.delivery.CourierException;
import dev.hourglass.notifier.delivery.CourierException.Failure;
import dev.hourglass.sandbox.mail.SmtpFault;
import dev.hourglass.sandbox.mail.SmtpFault.Step;
import dev.hourglass.sandbox.mail.SmtpProbe;
import dev.hourglass.sandbox.mail.SmtpTerms;
import dev.hourglass.sandbox.mail.SmtpTerms.Encryption;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSenderTest {

  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final String USER = "hourglass";
  private static final String PASSWORD = "pass word/ä";
  private static final Map<String, String> LOGIN =
      Map.of("username", USER, "password", PASSWORD, "login", "REQUIRED");

  @TempDir private static Path directory;
  private static Path certificate;
  private static Vertx vertx;

  @BeforeAll
  static void makeCertificate() {
    certificate = SmtpTerms.makeCertificate(directory.resolve("relay.p12"), "localhost");
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
  }

  @ParameterizedTest(name = "mails go encrypted ({0}), with a login, on one connection")
  @CsvSource({"STARTTLS, start-tls, REQUIRED", "IMPLICIT, tls, true"})
  void encrypted(Encryption encryption, String setting, String value) {
    SmtpTerms terms = SmtpTerms.open().encrypted(encryption, certificate).only(USER, PASSWORD);
    try (SmtpProbe relay = SmtpProbe.start(terms)) {
      SmtpSender sender = sender(relay, with(LOGIN, setting, value), certificate);
      for (int i = 0; i < 3; i++) {
        sender.send(letter("ada@customer.example"));
      }
      assertThat(relay.accepted()).hasSize(3).allMatch(SmtpProbe.Accepted::encrypted);
      assertThat(relay.connections()).isEqualTo(1);
      SmtpProbe.Accepted mail = relay.accepted().get(0);
      assertThat(mail.sender()).isEqualTo("support@hourglass.example");
      assertThat(mail.header("Message-ID")).contains("<1@hourglass.example>");
      assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
      assertThat(mail.header("List-Unsubscribe")).contains("<https://support.example/u/1>");
      assertThat(mail.source()).contains("multipart/alternative", "Dear Ada");
    }
  }

  @Test
  @DisplayName("nothing is sent to a server whose certificate is not trusted or is another host's")
  void notTrusted() {
    Path another = SmtpTerms.makeCertificate(directory.resolve("other.p12"), "other.example");
    Map<String, String> settings = Map.of("start-tls", "REQUIRED");
    SmtpTerms terms = SmtpTerms.open().encrypted(Encryption.STARTTLS, certificate);
    try (SmtpProbe relay = SmtpProbe.start(terms)) {
      assertThat(refusal(sender(relay, settings, another)).failure()).isEqualTo(CONFIGURATION);
      assertThat(relay.accepted()).isEmpty();
    }
    SmtpTerms disguised = SmtpTerms.open().encrypted(Encryption.STARTTLS, another);
    try (SmtpProbe relay = SmtpProbe.start(disguised)) {
      assertThat(refusal(sender(relay, settings, another)).failure()).isEqualTo(CONFIGURATION);
      assertThat(relay.accepted()).isEmpty();
    }
  }

  @Test
  @DisplayName("nothing is sent in the clear where encryption is required")
  void notOffered() {
    try (SmtpProbe relay = SmtpProbe.start(SmtpTerms.open())) {
      SmtpSender sender = sender(relay, Map.of("start-tls", "REQUIRED"), certificate);
      assertThat(refusal(sender).failure()).isEqualTo(CONFIGURATION);
      assertThat(relay.accepted()).isEmpty();
    }
  }

  @Test
  void aLoginThatIsRefusedIsOurMistake() {
    try (SmtpProbe relay = SmtpProbe.start(SmtpTerms.open().only(USER, PASSWORD))) {
      CourierException wrong = refusal(sender(relay, with(LOGIN, "password", "guess"), null));
      assertThat(wrong.failure()).isEqualTo(CONFIGURATION);
      assertThat(wrong.reason()).isEqualTo("SMTP_535");
      CourierException none = refusal(sender(relay, Map.of(), null));
      assertThat(none.failure()).isEqualTo(CONFIGURATION);
      assertThat(none.reason()).isEqualTo("SMTP_530");
    }
  }

  @ParameterizedTest(name = "{1} at {0} is {2}")
  @CsvSource({
    "RECIPIENT, 550 5.1.1 no such mailbox, PERMANENT, SMTP_550",
    "RECIPIENT, 553 5.1.3 bad address, PERMANENT, SMTP_553",
    "END, 554 5.7.1 looks like spam, PERMANENT, SMTP_554",
    "RECIPIENT, 450 4.2.1 mailbox busy, TRANSIENT, SMTP_450",
    "RECIPIENT, 450 4.7.1 greylisted: come again, TRANSIENT, SMTP_450",
    "END, 452 4.3.1 disk is full, TRANSIENT, SMTP_452",
    "RECIPIENT, 451 4.7.1 not so fast, THROTTLED, SMTP_451",
    "RECIPIENT, 450 4.2.1 this user gets mail at a rate that is too high, TRANSIENT, SMTP_450",
    "RECIPIENT, 452 4.2.2 over the limit, TRANSIENT, SMTP_452",
    "RECIPIENT, 451 sending rate is too high, THROTTLED, SMTP_451",
    "SENDER, 421 4.7.0 too many connections, THROTTLED, SMTP_421",
    "SENDER, 454 4.7.0 temporary authentication failure, CONFIGURATION, SMTP_454"
  })
  void whatAnAnswerMeans(Step step, String reply, Failure failure, String reason) {
    try (SmtpProbe relay = SmtpProbe.start(SmtpTerms.open())) {
      relay.fail(
          step == Step.SENDER ? SmtpProbe.ANYBODY : "customer.example",
          SmtpFault.reply(step, reply));
      SmtpSender sender = sender(relay, Map.of(), null);
      CourierException refusal = refusal(sender);
      assertThat(refusal.failure()).isEqualTo(failure);
      assertThat(refusal.reason()).isEqualTo(reason);
      sender.send(letter("ada@customer.example"));
      assertThat(relay.accepted()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "a server that falls silent at {0} costs one attempt, not a connection")
  @CsvSource({"GREETING", "HELLO", "RECIPIENT", "MESSAGE", "END"})
  void silence(Step step) {
    goesWrongOnce(SmtpFault.stall(step));
  }

  @ParameterizedTest(name = "a server that hangs up at {0} costs one attempt")
  @CsvSource({"GREETING", "RECIPIENT", "MESSAGE", "END"})
  void hangingUp(Step step) {
    goesWrongOnce(SmtpFault.drop(step));
  }

  /** The pool has one connection: were it lost, the second mail would never go. */
  private static void goesWrongOnce(SmtpFault fault) {
    try (SmtpProbe relay = SmtpProbe.start(SmtpTerms.open())) {
      relay.fail(SmtpProbe.ANYBODY, fault);
      SmtpSender sender = sender(relay, Map.of(), null);
      CourierException refusal = refusal(sender);
      assertThat(refusal.failure()).isEqualTo(TRANSIENT);
      assertThat(refusal.reason()).isIn(List.of("NO_CONNECTION", "TIMEOUT"));
      sender.send(letter("grace@customer.example"));
      assertThat(relay.accepted())
          .extracting(SmtpProbe.Accepted::recipient)
          .containsExactly("grace@customer.example");
    }
  }

  private static SmtpSender sender(SmtpProbe relay, Map<String, String> settings, Path trusted) {
    return Relays.sender(vertx, relay.port(), settings, trusted, SILENCE);
  }

  private static CourierException refusal(SmtpSender sender) {
    return catchThrowableOfType(
        CourierException.class, () -> sender.send(letter("ada@customer.example")));
  }

  private static Letter letter(String to) {
    return new Letter(
        to,
        "<1@hourglass.example>",
        "Your ticket is logged",
        "Dear Ada",
        "<p>Dear Ada</p>",
        Map.of("List-Unsubscribe", "<https://support.example/u/1>"));
  }

  private static Map<String, String> with(Map<String, String> all, String name, String value) {
    Map<String, String> more = new java.util.HashMap<>(all);
    more.put(name, value);
    return more;
  }
}
