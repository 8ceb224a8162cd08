package dev.hourglass.sandbox;

import java.net.URI;
import java.util.List;

/**
 * A real Kafka, a real PostgreSQL and a real mail server in this JVM, with all topics, databases
 * and roles of Hourglass. What they were told survives {@link #close}, and {@code kill -9}.
 *
 * <p>The parts can be stopped and started one by one, on the same port and data, to see how a
 * service takes an outage.
 */
public interface Sandbox extends AutoCloseable {

  /**
   * Starts all parts and returns when they are ready.
   *
   * @throws SandboxException if a port is taken or a part does not start
   */
  static Sandbox start(SandboxConfig config) {
    return LocalSandbox.start(config);
  }

  String bootstrapServers();

  int postgresPort();

  /** For example of {@code notifier}; user and password are the database's name. */
  String jdbcUrl(String database);

  int smtpPort();

  /** The page with all mails. */
  URI inboxUrl();

  /** All mails to that address, oldest first. */
  List<ReceivedMail> inbox(String recipient);

  /** All mails, oldest first. */
  List<ReceivedMail> inbox();

  /** Forgets all mails. */
  void clearInbox();

  /** From now on this recipient is answered with 550, as an unknown mailbox is. */
  void refuseMailTo(String recipient);

  /** Takes back {@link #refuseMailTo}. */
  void acceptMailTo(String recipient);

  void stopKafka();

  void startKafka();

  void stopPostgres();

  void startPostgres();

  void stopMail();

  void startMail();

  @Override
  void close();
}
