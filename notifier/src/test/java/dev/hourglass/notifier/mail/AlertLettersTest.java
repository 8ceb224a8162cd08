package dev.hourglass.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.notifier.alert.AlertDigest;
import dev.hourglass.notifier.alert.AlertMail;
import dev.hourglass.notifier.alert.AlertNotice;
import dev.hourglass.notifier.alert.NoticeKind;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class AlertLettersTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:05:07Z");
  private static final String HOSTILE = "<b>&\"\r\nBcc: a@b.example";

  @Inject AlertLetters letters;

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  @DisplayName("each kind of alert is told in eight languages, each in its own words")
  void everyLanguage(NoticeKind kind) {
    List<Letter> written =
        Arrays.stream(Language.values()).map(each -> write(kind, each, "Ops")).toList();
    assertThat(written.stream().map(Letter::text).collect(Collectors.toSet())).hasSize(8);
    for (Letter letter : written) {
      assertThat(letter.subject()).startsWith("[HG-7K2M9Q] P1: ");
      assertThat(letter.text())
          .contains("HG-7K2M9Q", "A-1001")
          .containsPattern("14[.:]05[.:]07")
          .doesNotContain("{", "NOT_FOUND");
      assertThat(letter.html()).contains("HG-7K2M9Q", "A-1001");
      boolean asks = kind != NoticeKind.WITHDRAWN;
      assertThat(letter.text().contains("/acknowledge/")).isEqualTo(asks);
      assertThat(letter.html().contains("/acknowledge/")).isEqualTo(asks);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aDigestIsWrittenInEachLanguage(Language language) {
    Letter digest =
        letters.digest(
            delivery(),
            new AlertDigest(
                UUID.randomUUID(),
                "Ops",
                target(language),
                List.of(
                    new AlertDigest.Line(notice(NoticeKind.BREACHED, "A-1"), true),
                    new AlertDigest.Line(notice(NoticeKind.ESCALATED, "A-1"), false)),
                17),
            NOW);
    assertThat(digest.subject()).contains("19").endsWith("(Ops)");
    assertThat(digest.text()).contains("17", "team-lead").doesNotContain("{");
    assertThat(digest.html())
        .containsOnlyOnce("<s>FIRST_REPLY</s>")
        .contains("17", "lang=\"" + language.tag());
  }

  @Test
  @DisplayName("what others wrote is text in HTML, and starts no header")
  void hostile() {
    Letter letter = write(NoticeKind.ESCALATED, Language.EN, HOSTILE);
    assertThat(letter.html()).doesNotContain("<b>").contains("&lt;b&gt;&amp;&quot;");
    assertThat(letter.subject()).doesNotContain("\r", "\n");
  }

  private Letter write(NoticeKind kind, Language language, String name) {
    return letters.mail(
        delivery(),
        new AlertMail(UUID.randomUUID(), name, target(language), notice(kind, "A-1001"), null),
        NOW);
  }

  private static AlertTarget.Mailboxes target(Language language) {
    return new AlertTarget.Mailboxes(
        List.of("ops@ops.example"), language, ZoneId.of("Europe/Berlin"), null);
  }

  private static AlertNotice notice(NoticeKind kind, String account) {
    boolean withdrawn = kind == NoticeKind.WITHDRAWN;
    return new AlertNotice(
        UUID.randomUUID(),
        UUID.randomUUID(),
        kind,
        Priority.P1,
        kind == NoticeKind.NO_PROMISE ? null : Metric.FIRST_REPLY,
        "HG-7K2M9Q",
        account,
        Plan.PREMIER,
        NOW,
        kind == NoticeKind.NO_PROMISE ? null : NOW.minusSeconds(90),
        Duration.ofSeconds(90),
        true,
        kind == NoticeKind.ESCALATED ? 2 : null,
        kind == NoticeKind.ESCALATED ? "team-lead" : null,
        withdrawn ? WithdrawnBecause.DEADLINE_MOVED : null);
  }

  private static Delivery delivery() {
    return new Delivery(
        UUID.randomUUID(),
        "a-cause",
        UUID.randomUUID(),
        DeliveryKind.ALERT_MAIL,
        1,
        "ops@ops.example",
        1,
        NOW);
  }
}
