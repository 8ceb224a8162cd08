package dev.hourglass.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxRestartTest {

  @TempDir Path directory;

  @BeforeAll
  static void calm() {
    CalmLogs.begin();
  }

  @Test
  void data_survive_kill_9_and_an_orderly_restart() throws Exception {
    SandboxConfig config = somePorts(directory.resolve("data"));
    Process killed = program(config);
    try {
      write(config);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    assertThat(PostgresServer.runsOn(config.data().resolve("postgres"), config.postgresPort()))
        .as("PostgreSQL outlives its JVM, and is adopted")
        .isTrue();

    Process adopting = program(config);
    adopting.destroy();
    assertThat(adopting.waitFor()).as("stopped by SIGTERM").isEqualTo(143);
    assertThat(Ports.isFree(config.kafkaPort())).isTrue();
    assertThat(Ports.isFree(config.postgresPort())).isTrue();
    assertThat(config.data().resolve("postgres/postmaster.pid")).doesNotExist();

    try (Sandbox again = Sandbox.start(config)) {
      assertAllThere(again);
    }
  }

  @Test
  void a_left_over_database_moves_to_another_port_on_request() throws Exception {
    SandboxConfig config = somePorts(directory.resolve("data"));
    program(config).destroyForcibly().waitFor();

    try (PostgresServer moved =
        new PostgresServer(config.data().resolve("postgres"), config.binaries(), Ports.anyFree())) {
      moved.start();
      assertThat(Ports.isFree(config.postgresPort())).isTrue();
      notifier(moved.port()).close();
    }
  }

  private static void write(SandboxConfig config) throws Exception {
    TestRecords.produce("localhost:" + config.kafkaPort(), Topics.RATINGS.name(), "kept");
    TestMail.send(config.smtpPort(), "kept@example.com", "kept", "text", "<p>html</p>");
    try (var database = notifier(config.postgresPort());
        var statement = database.createStatement()) {
      statement.execute("create table things (name text)");
      statement.execute("insert into things values ('kept')");
    }
  }

  private static void assertAllThere(Sandbox sandbox) throws Exception {
    assertThat(
            TestRecords.consume(
                sandbox.bootstrapServers(), Topics.RATINGS.name(), 1, Duration.ofSeconds(20)))
        .containsExactly("kept");
    assertThat(sandbox.inbox("kept@example.com"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.subject()).isEqualTo("kept"));
    try (var database = notifier(sandbox.postgresPort());
        var statement = database.createStatement();
        var things = statement.executeQuery("select name from things")) {
      assertThat(things.next()).isTrue();
      assertThat(things.getString(1)).isEqualTo("kept");
    }
  }

  private static Connection notifier(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/notifier", "notifier", "notifier");
  }

  private static SandboxConfig somePorts(Path data) {
    return new SandboxConfig(
        data, null, Ports.anyFree(), Ports.anyFree(), Ports.anyFree(), Ports.anyFree());
  }

  /** The sandbox in a JVM of its own, ready. */
  private Process program(SandboxConfig config) throws IOException {
    Path log = directory.resolve("program.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    var environment = builder.environment();
    environment.put(SandboxConfig.DATA, config.data().toString());
    environment.put(SandboxConfig.KAFKA_PORT, Integer.toString(config.kafkaPort()));
    environment.put(SandboxConfig.POSTGRES_PORT, Integer.toString(config.postgresPort()));
    environment.put(SandboxConfig.SMTP_PORT, Integer.toString(config.smtpPort()));
    environment.put(SandboxConfig.INBOX_PORT, Integer.toString(config.inboxPort()));
    Process program = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> Files.readString(log).contains("The sandbox is ready"));
    return program;
  }
}
