package dev.hourglass.sandbox;

import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.kafka.Kafka;
import dev.hourglass.sandbox.kafka.KafkaNode;
import dev.hourglass.sandbox.mail.InboxServer;
import dev.hourglass.sandbox.mail.MailServer;
import dev.hourglass.sandbox.mail.Mails;
import dev.hourglass.sandbox.postgres.Postgres;
import dev.hourglass.sandbox.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The sandbox of this JVM: Kafka, PostgreSQL, a mail server and an inbox, put together. */
final class LocalSandbox implements Sandbox {

  private static final List<String> SERVICES =
      List.of(Topics.TICKET_INTAKE, Topics.PRIORITIZER, Topics.SLA_MONITOR, Topics.NOTIFIER);

  private final DataDirectory data;
  private final Kafka kafka;
  private final Postgres postgres;
  private final Mails mails;
  private final MailServer mailServer;
  private final InboxServer inbox;

  /** Makes Kafka or PostgreSQL for a port, with its data below a directory. */
  interface Parts {

    Kafka kafka(Path directory, int port);

    Postgres postgres(Path directory, int port);
  }

  private LocalSandbox(SandboxConfig config, DataDirectory data, Parts parts) {
    this.data = data;
    kafka =
        parts.kafka(
            data.path("kafka"), Ports.claim(config.kafkaPort(), "Kafka", SandboxConfig.KAFKA_PORT));
    boolean adopted = PostgresServer.runsOn(data.path("postgres"), config.postgresPort());
    int postgresPort =
        adopted
            ? config.postgresPort()
            : Ports.claim(config.postgresPort(), "PostgreSQL", SandboxConfig.POSTGRES_PORT);
    postgres = parts.postgres(data.path("postgres"), postgresPort);
    mails = new Mails(data.path("mails")).open();
    mailServer =
        new MailServer(
            mails, Ports.claim(config.smtpPort(), "the mail server", SandboxConfig.SMTP_PORT));
    inbox =
        new InboxServer(
            mails, Ports.claim(config.inboxPort(), "the inbox page", SandboxConfig.INBOX_PORT));
  }

  /** Kafka and PostgreSQL as processes and threads of this machine. */
  static Sandbox start(SandboxConfig config) {
    return start(
        config,
        new Parts() {
          @Override
          public Kafka kafka(Path directory, int port) {
            return new KafkaNode(directory, port);
          }

          @Override
          public Postgres postgres(Path directory, int port) {
            return new PostgresServer(directory, config.binaries(), port);
          }
        });
  }

  static Sandbox start(SandboxConfig config, Parts parts) {
    DataDirectory data = DataDirectory.lock(config.data());
    LocalSandbox sandbox;
    try {
      sandbox = new LocalSandbox(config, data, parts);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
    try {
      sandbox.start();
      return sandbox;
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /** The inbox comes last: who gets an answer from it knows that all is there. */
  private void start() {
    CompletableFuture<Void> database = CompletableFuture.runAsync(this::startDatabases);
    try {
      kafka.start();
      kafka.createTopics();
    } finally {
      joined(database);
    }
    mailServer.start();
    inbox.start();
  }

  private void startDatabases() {
    postgres.start();
    SERVICES.forEach(service -> postgres.createDatabase(service.replace('-', '_')));
  }

  private static void joined(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SandboxException) {
        throw (SandboxException) e.getCause();
      }
      throw e;
    }
  }

  @Override
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  @Override
  public int postgresPort() {
    return postgres.port();
  }

  @Override
  public String jdbcUrl(String database) {
    return postgres.jdbcUrl(database);
  }

  @Override
  public int smtpPort() {
    return mailServer.port();
  }

  @Override
  public URI inboxUrl() {
    return inbox.url();
  }

  @Override
  public List<ReceivedMail> inbox(String recipient) {
    return mails.latestTo(recipient, Integer.MAX_VALUE);
  }

  @Override
  public List<ReceivedMail> inbox() {
    return mails.latest(Integer.MAX_VALUE);
  }

  @Override
  public void clearInbox() {
    mails.clear();
  }

  @Override
  public void refuseMailTo(String recipient) {
    mailServer.refuse(recipient);
  }

  @Override
  public void acceptMailTo(String recipient) {
    mailServer.accept(recipient);
  }

  @Override
  public void stopKafka() {
    kafka.close();
  }

  @Override
  public void startKafka() {
    kafka.start();
  }

  @Override
  public void stopPostgres() {
    postgres.close();
  }

  @Override
  public void startPostgres() {
    postgres.start();
  }

  @Override
  public void stopMail() {
    mailServer.close();
  }

  @Override
  public void startMail() {
    mailServer.start();
  }

  @Override
  public void close() {
    inbox.close();
    mailServer.close();
    CompletableFuture<Void> database = CompletableFuture.runAsync(postgres::remove);
    kafka.remove();
    database.join();
    data.close();
  }
}
