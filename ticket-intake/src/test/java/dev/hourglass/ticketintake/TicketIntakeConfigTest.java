package dev.hourglass.ticketintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketIntakeConfigTest {

  @Test
  void the_defaults_are_the_limits_of_the_documents() {
    TicketIntakeConfig config = config(Map.of());

    assertThat(config.ticket().maxSubject()).isEqualTo(200);
    assertThat(config.ticket().maxDescription()).isEqualTo(20_000);
    assertThat(config.ticket().maxReply()).isEqualTo(20_000);
    assertThat(config.ticket().maxReason()).isEqualTo(500);
    assertThat(config.ticket().maxName()).isEqualTo(200);
    assertThat(config.ticket().backdateAtMost()).isEqualTo(Duration.ofDays(7));
    assertThat(config.thanks().within()).isEqualTo(Duration.ofDays(3));
    assertThat(config.thanks().languages())
        .containsExactly("en", "de", "da", "nl", "fr", "es", "it", "pt");
    assertThat(config.thanks().morePhrases()).isEmpty();
    assertThat(config.rest().pageSize()).isEqualTo(50);
    assertThat(config.rest().maxPageSize()).isEqualTo(200);
    assertThat(config.rest().maxPage()).isEqualTo(1000);
    assertThat(config.idempotency().maxKey()).isEqualTo(128);
    assertThat(config.idempotency().keep()).isEqualTo(Duration.ofDays(3));
    assertThat(config.idempotency().removeAtMost()).isEqualTo(1000);
  }

  @Test
  void keys_are_named_by_module_and_thing() {
    TicketIntakeConfig config =
        config(
            Map.of(
                "ticket-intake.ticket.max-subject", "80",
                "ticket-intake.thanks.within", "30m",
                "ticket-intake.thanks.more-phrases", "dziękuję,+ miłego dnia",
                "ticket-intake.rest.max-page-size", "100",
                "ticket-intake.idempotency.keep", "1d"));

    assertThat(config.ticket().maxSubject()).isEqualTo(80);
    assertThat(config.thanks().within()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.thanks().morePhrases().orElseThrow())
        .containsExactly("dziękuję", "+ miłego dnia");
    assertThat(config.rest().maxPageSize()).isEqualTo(100);
    assertThat(config.idempotency().keep()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void a_misspelt_key_is_refused() {
    assertThatThrownBy(() -> config(Map.of("ticket-intake.ticket.max-subjekt", "80")))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("max-subjekt");
  }

  private static TicketIntakeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(
            Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
        .withMapping(TicketIntakeConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 500))
        .build()
        .getConfigMapping(TicketIntakeConfig.class);
  }
}
