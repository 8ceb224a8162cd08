package dev.hourglass.notifier.mail;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes the SMTP client from the settings of quarkus-mailer. The client that quarkus-mailer makes
 * itself waits for ever on a connection whose other end has fallen silent: each would be lost to
 * the pool, and go on with its mail when we have long tried again.
 */
public final class SmtpClient {

  private static final int SMTP = 25;
  private static final int SUBMISSIONS = 465;

  private SmtpClient() {}

  /**
   * A client that keeps its connections.
   *
   * @param silence after which a connection is closed, and what it was sending has failed
   * @param connections how many there are at most
   * @throws IllegalStateException if the settings name a TLS configuration that is not there
   */
  public static MailClient of(
      Vertx vertx,
      MailerRuntimeConfig settings,
      TlsConfigurationRegistry registry,
      Duration silence,
      int connections) {
    boolean tls = settings.tls().orElse(settings.ssl());
    MailConfig config =
        new MailConfig()
            .setHostname(settings.host())
            .setPort(settings.port().orElse(tls ? SUBMISSIONS : SMTP))
            .setSsl(tls)
            .setStarttls(StartTLSOptions.valueOf(settings.startTLS().toUpperCase(Locale.ROOT)))
            .setLogin(LoginOption.valueOf(settings.login().toUpperCase(Locale.ROOT)))
            .setMaxPoolSize(connections)
            .setKeepAlive(settings.keepAlive())
            .setKeepAliveTimeout((int) settings.keepAliveTimeout().toSeconds())
            .setKeepAliveTimeoutUnit(TimeUnit.SECONDS)
            .setPoolCleanerPeriod((int) settings.poolCleanerPeriod().toSeconds())
            .setPoolCleanerPeriodUnit(TimeUnit.SECONDS)
            .setPipelining(settings.pipelining())
            .setDisableEsmtp(settings.disableEsmtp());
    options(settings, config);
    config.setConnectTimeout((int) silence.toMillis());
    config.setIdleTimeout((int) silence.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    Optional<TlsConfiguration> how = tls(settings, registry);
    how.ifPresent(found -> TlsConfigUtils.configure(config, found));
    settings.trustAll().ifPresent(config::setTrustAll);
    // Vert.x verifies the host's name, unless the setting holds anything at all.
    boolean anyHost =
        how.flatMap(TlsConfiguration::getHostnameVerificationAlgorithm)
            .filter("NONE"::equalsIgnoreCase)
            .isPresent();
    config.setHostnameVerificationAlgorithm(anyHost ? "NONE" : "");
    // The TLS configuration says how, not whether.
    config.setSsl(tls);
    return MailClient.create(vertx, config);
  }

  private static void options(MailerRuntimeConfig settings, MailConfig config) {
    settings.username().ifPresent(config::setUsername);
    settings.password().ifPresent(config::setPassword);
    settings.authMethods().ifPresent(config::setAuthMethods);
    settings.ownHostName().ifPresent(config::setOwnHostname);
    settings.maxMailsPerConnection().ifPresent(config::setMaxMailsPerConnection);
  }

  private static Optional<TlsConfiguration> tls(
      MailerRuntimeConfig settings, TlsConfigurationRegistry registry) {
    Optional<String> name = settings.tlsConfigurationName();
    if (name.isEmpty()) {
      return registry.getDefault();
    }
    return Optional.of(
        registry
            .get(name.get())
            .orElseThrow(
                () -> new IllegalStateException("no TLS configuration '" + name.get() + "'")));
  }
}
