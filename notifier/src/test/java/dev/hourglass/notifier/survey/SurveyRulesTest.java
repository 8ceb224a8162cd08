package dev.hourglass.notifier.survey;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.notifier.survey.SurveyRules.Progress;
import dev.hourglass.notifier.survey.SurveyRules.Refusal;
import dev.hourglass.notifier.survey.SurveyRules.Sent;
import dev.hourglass.notifier.survey.SurveyRules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SurveyRulesTest {

  private static final Duration COOL_DOWN = Duration.ofDays(30);
  private static final Duration VALID = Duration.ofDays(28);
  private static final Verdict GO = new Verdict.Go();
  private static final Verdict DROP = new Verdict.Drop();
  private static final Verdict COOLING = new Verdict.Refuse(Refusal.COOL_DOWN);
  private static final Verdict UNSUBSCRIBED = new Verdict.Refuse(Refusal.UNSUBSCRIBED);

  private final SurveyRules rules = new SurveyRules(COOL_DOWN, VALID);
  private final UUID ticket = UUID.randomUUID();
  private final Instant sentAt = RECEIVED;

  @Test
  void whoeverWasNeverAskedIsAsked() {
    assertThat(rules.survey(ticket, false, null, sentAt)).isEqualTo(GO);
  }

  @Test
  @DisplayName("R25: no survey within the cool-down of another ticket's, one from its end on")
  void bothSidesOfTheCoolDown() {
    Sent other = new Sent(UUID.randomUUID(), Progress.SENT, sentAt);
    assertThat(rules.survey(ticket, false, other, sentAt)).isEqualTo(COOLING);
    assertThat(rules.survey(ticket, false, other, sentAt.plus(COOL_DOWN).minusMillis(1)))
        .isEqualTo(COOLING);
    assertThat(rules.survey(ticket, false, other, sentAt.plus(COOL_DOWN))).isEqualTo(GO);
    assertThat(new SurveyRules(Duration.ZERO, VALID).survey(ticket, false, other, sentAt))
        .isEqualTo(GO);
  }

  @Test
  @DisplayName("R25: a survey withdrawn by a reopening does not hold back the ticket's next one")
  void theSameTicketAsksAnew() {
    Sent before = new Sent(ticket, Progress.SENT, sentAt);
    assertThat(rules.survey(ticket, false, before, sentAt.plusSeconds(60))).isEqualTo(GO);
  }

  @Test
  @DisplayName("R25: while another one is on its way it is waited for; one that failed is not")
  void whatHasNotArrived() {
    Sent onItsWay = new Sent(UUID.randomUUID(), Progress.ON_ITS_WAY, null);
    Sent over = new Sent(UUID.randomUUID(), Progress.OVER, null);
    assertThat(rules.survey(ticket, false, onItsWay, sentAt))
        .isEqualTo(new Verdict.Wait(sentAt.plus(SurveyRules.ANOTHER_LOOK)));
    assertThat(rules.survey(ticket, false, over, sentAt)).isEqualTo(GO);
  }

  @Test
  void whoeverUnsubscribedIsNotAskedAtAll() {
    assertThat(rules.survey(ticket, true, null, sentAt)).isEqualTo(UNSUBSCRIBED);
    assertThat(rules.reminder(Progress.SENT, sentAt, false, true, sentAt)).isEqualTo(UNSUBSCRIBED);
  }

  @Test
  @DisplayName("R25: nobody is reminded who has answered, or of what did not arrive")
  void remindersThatNobodyNeeds() {
    assertThat(rules.reminder(Progress.SENT, sentAt, false, false, sentAt)).isEqualTo(GO);
    assertThat(rules.reminder(Progress.SENT, sentAt, true, false, sentAt)).isEqualTo(DROP);
    assertThat(rules.reminder(Progress.OVER, sentAt, false, false, sentAt)).isEqualTo(DROP);
    assertThat(rules.reminder(Progress.ON_ITS_WAY, sentAt, false, false, sentAt)).isEqualTo(DROP);
  }

  @Test
  @DisplayName("R25: no reminder of a survey whose time is over")
  void bothSidesOfTheExpiry() {
    Instant expiry = sentAt.plus(VALID);
    assertThat(rules.reminder(Progress.SENT, sentAt, false, false, expiry.minusMillis(1)))
        .isEqualTo(GO);
    assertThat(rules.reminder(Progress.SENT, sentAt, false, false, expiry)).isEqualTo(DROP);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    Duration negative = Duration.ofSeconds(-1);
    assertThatThrownBy(() -> new SurveyRules(negative, VALID)).hasMessageContaining("cool-down");
    assertThatThrownBy(() -> new SurveyRules(COOL_DOWN, Duration.ZERO))
        .hasMessageContaining("link");
  }

  @Test
  @DisplayName("an address is known again however it is written, and only under its key")
  void addressesAreKeptAsKeyedHashes() {
    AddressHashes hashes = new AddressHashes(new byte[32]);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(hashes.of("Ada@Customer.example "))
        .hasSize(32)
        .isEqualTo(hashes.of("ada@customer.EXAMPLE"))
        .isNotEqualTo(hashes.of("bob@customer.example"))
        .isNotEqualTo(new AddressHashes(other).of("ada@customer.example"));
    assertThatThrownBy(() -> new AddressHashes(new byte[31])).hasMessageContaining("32 bytes");
  }
}
