package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.TextsWiring;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Notes how many texts of the support team are left out; mails go all the same, so it is up. */
@Readiness
public class TextsReadiness implements HealthCheck {

  private final TextsWiring texts;

  TextsReadiness(TextsWiring texts) {
    this.texts = texts;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("texts")
        .up()
        .withData("refused", texts.refused().size())
        .build();
  }
}
