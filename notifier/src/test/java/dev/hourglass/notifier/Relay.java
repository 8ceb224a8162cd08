package dev.hourglass.notifier;

import dev.hourglass.sandbox.mail.SmtpTerms;
import dev.hourglass.sandbox.mail.SmtpTerms.Encryption;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Points a test to a mail relay of its own, with TLS and a login. The test starts it: Quarkus loads
 * its classes in another loader than this one.
 */
public final class Relay implements QuarkusTestResourceLifecycleManager {

  static final String PORT = "hourglass.test.relay.port";
  static final String CERTIFICATE = "hourglass.test.relay.certificate";
  static final String USER = "hourglass";
  static final String PASSWORD = "of the tests";

  /** The terms of the relay as its client was told. */
  static SmtpTerms terms(String certificate) {
    return SmtpTerms.open()
        .encrypted(Encryption.STARTTLS, Path.of(certificate))
        .only(USER, PASSWORD);
  }

  @Override
  public int order() {
    // After the sandbox, whose mail server it replaces.
    return 1;
  }

  @Override
  public Map<String, String> start() {
    Path file = Path.of("target", "relay-" + UUID.randomUUID() + ".p12");
    SmtpTerms.makeCertificate(file, "localhost");
    String port = Integer.toString(freePort());
    Map<String, String> settings = new HashMap<>();
    settings.put(PORT, port);
    settings.put(CERTIFICATE, file.toString());
    settings.put("quarkus.mailer.host", "localhost");
    settings.put("quarkus.mailer.port", port);
    settings.put("quarkus.mailer.start-tls", "REQUIRED");
    settings.put("quarkus.mailer.login", "REQUIRED");
    settings.put("quarkus.mailer.username", USER);
    settings.put("quarkus.mailer.password", PASSWORD);
    settings.put("quarkus.mailer.tls-configuration-name", "relay");
    settings.put("quarkus.tls.relay.trust-store.p12.path", file.toString());
    settings.put("quarkus.tls.relay.trust-store.p12.password", "changeit");
    settings.put("notifier.delivery.instance", "notifier-0");
    settings.put("notifier.mail.rate.\"paced.example\"", "6/m");
    return settings;
  }

  @Override
  public void stop() {
    // The test stops its relay.
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
