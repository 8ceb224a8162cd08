package dev.hourglass.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailVerdictTest {

  private static final Instant ASKED = Instant.parse("2026-11-22T12:00:00Z");
  private static final Map<String, Instant> BOTH_ASKED =
      Map.of("ada@customers.example", ASKED, "bo@customers.example", ASKED.plusMillis(10));

  @Test
  void one_mail_each_is_right_and_its_time_counts() {
    MailVerdict verdict =
        MailVerdict.of(BOTH_ASKED, List.of(mail("bo", "<2@x>", 110), mail("ada", "<1@x>", 40)));

    assertThat(verdict.right()).isTrue();
    assertThat(verdict.millis().at(50)).isEqualTo(40);
    assertThat(verdict.millis().max()).isEqualTo(100);
  }

  @Test
  void whoever_gets_none_is_missing() {
    MailVerdict verdict = MailVerdict.of(BOTH_ASKED, List.of(mail("ada", "<1@x>", 40)));

    assertThat(verdict.missing()).isEqualTo(1);
    assertThat(verdict.right()).isFalse();
    assertThat(verdict.isClean()).isTrue();
  }

  @Test
  void the_same_message_id_again_is_a_repeat_after_the_first_however_they_are_listed() {
    MailVerdict verdict =
        MailVerdict.of(
            BOTH_ASKED,
            List.of(mail("ada", "<1@x>", 900), mail("bo", "<2@x>", 50), mail("ada", "<1@x>", 40)));

    assertThat(verdict.repeats())
        .containsExactly(
            new Repeat("ada@customers.example", ASKED.plusMillis(40), ASKED.plusMillis(900)));
    assertThat(verdict.millis().max()).isEqualTo(40);
    assertThat(verdict.right()).isFalse();
    assertThat(verdict.isClean()).isTrue();
  }

  @Test
  void another_message_id_to_the_same_recipient_is_no_repeat() {
    MailVerdict verdict =
        MailVerdict.of(
            BOTH_ASKED,
            List.of(mail("ada", "<1@x>", 40), mail("bo", "<2@x>", 50), mail("ada", "<3@x>", 60)));

    assertThat(verdict.repeats()).isEmpty();
    assertThat(verdict.further()).isEqualTo(1);
    assertThat(verdict.right()).isFalse();
  }

  @Test
  void a_mail_to_nobody_or_without_a_message_id_is_not_clean() {
    MailVerdict verdict =
        MailVerdict.of(
            BOTH_ASKED,
            List.of(mail("ada", "<1@x>", 40), mail("bo", "", 50), mail("eve", "<4@x>", 60)));

    assertThat(verdict.missing()).isZero();
    assertThat(verdict.nameless()).isEqualTo(1);
    assertThat(verdict.strange()).isEqualTo(1);
    assertThat(verdict.right()).isFalse();
  }

  private static AcceptedMail mail(String name, String messageId, int afterMillis) {
    return new AcceptedMail(name + "@customers.example", messageId, ASKED.plusMillis(afterMillis));
  }
}
