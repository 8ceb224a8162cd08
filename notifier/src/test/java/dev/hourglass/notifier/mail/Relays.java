package dev.hourglass.notifier.mail;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Senders with settings as an operator would write them. */
final class Relays {

  private static final String PREFIX = "quarkus.mailer.";

  private Relays() {}

  /**
   * A sender to a server on this machine.
   *
   * @param trusted whose certificates are believed; missing for those that the JDK believes
   */
  static SmtpSender sender(
      Vertx vertx,
      int port,
      Map<String, String> settings,
      @Nullable Path trusted,
      Duration silence) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(MailersRuntimeConfig.class)
            .withDefaultValue(PREFIX + "host", "localhost")
            .withDefaultValue(PREFIX + "port", Integer.toString(port));
    settings.forEach((name, value) -> builder.withDefaultValue(PREFIX + name, value));
    MailerRuntimeConfig mailer =
        builder
            .build()
            .getConfigMapping(MailersRuntimeConfig.class)
            .mailers()
            .get(Mailers.DEFAULT_MAILER_NAME);
    return new SmtpSender(
        () -> SmtpClient.of(vertx, mailer, registry(trusted), silence, 1),
        "Support <support@hourglass.example>",
        "support@hourglass.example",
        "support@hourglass.example",
        silence.multipliedBy(4),
        Clock.systemUTC());
  }

  private static TlsConfigurationRegistry registry(@Nullable Path trusted) {
    return new TlsConfigurationRegistry() {
      @Override
      public Optional<TlsConfiguration> get(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<TlsConfiguration> getDefault() {
        return Optional.ofNullable(trusted).map(Relays::trusting);
      }

      @Override
      public void register(String name, TlsConfiguration configuration) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static TlsConfiguration trusting(Path store) {
    return new BaseTlsConfiguration() {
      @Override
      public TrustOptions getTrustStoreOptions() {
        return new PfxOptions().setPath(store.toString()).setPassword("changeit");
      }
    };
  }
}
