package dev.hourglass.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxConfigTest {

  @TempDir Path directory;

  @Test
  void a_taken_port_is_named_with_who_needs_it_and_how_to_move_it() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path data = directory.resolve("data");
      int taken = other.getLocalPort();

      assertThatThrownBy(() -> Sandbox.start(new SandboxConfig(data, null, taken, 0, 0, 0)))
          .hasMessageContainingAll("port " + taken, "Kafka", "taken", "HOURGLASS_KAFKA_PORT");
      assertThatThrownBy(() -> Sandbox.start(new SandboxConfig(data, null, 0, taken, 0, 0)))
          .hasMessageContainingAll("port " + taken, "PostgreSQL", "HOURGLASS_POSTGRES_PORT");
      assertThatThrownBy(() -> Sandbox.start(new SandboxConfig(data, null, 0, 0, taken, 0)))
          .hasMessageContainingAll("port " + taken, "mail", "HOURGLASS_SMTP_PORT");
      assertThatThrownBy(() -> Sandbox.start(new SandboxConfig(data, null, 0, 0, 0, taken)))
          .hasMessageContainingAll("port " + taken, "inbox", "HOURGLASS_INBOX_PORT");
    }
  }

  @Test
  void one_directory_serves_one_sandbox() {
    Path data = directory.resolve("data");
    try (DataDirectory first = DataDirectory.lock(data)) {
      assertThatThrownBy(() -> Sandbox.start(SandboxConfig.freePorts(data)))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining("another sandbox is running on the data in " + data);
      assertThat(first).isNotNull();
    }
  }

  @Test
  void the_environment_moves_data_and_ports() {
    SandboxConfig config =
        SandboxConfig.from(Map.of("HOURGLASS_DATA", "/x", "HOURGLASS_KAFKA_PORT", "19092"));

    assertThat(config.data()).isEqualTo(Path.of("/x"));
    assertThat(config.kafkaPort()).isEqualTo(19092);
    assertThat(config.postgresPort()).isEqualTo(15432);
    assertThat(config.smtpPort()).isEqualTo(1025);
    assertThat(config.inboxPort()).isEqualTo(8025);
  }

  @Test
  void a_bad_port_number_is_named() {
    assertThatThrownBy(() -> SandboxConfig.from(Map.of("HOURGLASS_SMTP_PORT", "mail")))
        .hasMessage("HOURGLASS_SMTP_PORT must be a port number, not 'mail'");
    assertThatThrownBy(() -> SandboxConfig.from(Map.of("HOURGLASS_SMTP_PORT", "65536")))
        .hasMessage("HOURGLASS_SMTP_PORT must be 0 to 65535, not 65536");
  }
}
