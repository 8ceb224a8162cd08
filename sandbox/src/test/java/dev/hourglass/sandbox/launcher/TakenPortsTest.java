package dev.hourglass.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.sandbox.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TakenPortsTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void free_ports_are_nothing_to_talk_about() {
    assertThat(TakenPorts.report(List.of(Ports.anyFree() + "|Kafka|HOURGLASS_KAFKA_PORT"), out))
        .isTrue();
    assertThat(said.size()).isZero();
  }

  @Test
  void a_taken_port_is_named_with_who_needs_it_and_the_setting_that_moves_it() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String wanted = other.getLocalPort() + "|Kafka|HOURGLASS_KAFKA_PORT";

      assertThat(TakenPorts.report(List.of(wanted), out)).isFalse();
      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("Port " + other.getLocalPort(), "Kafka", "HOURGLASS_KAFKA_PORT=");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void its_owner_is_named_too() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortOwner.process(other.getLocalPort()))
          .hasValueSatisfying(
              owner -> assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid()));
    }
  }

  @Test
  void what_is_no_port_is_refused_by_the_name_of_its_setting() {
    assertThatThrownBy(() -> TakenPorts.report(List.of("x|Kafka|HOURGLASS_KAFKA_PORT"), out))
        .hasMessage("HOURGLASS_KAFKA_PORT must be a port number from 1 to 65535, not 'x'");
    assertThatThrownBy(() -> TakenPorts.report(List.of("65536|Kafka|HOURGLASS_KAFKA_PORT"), out))
        .hasMessageContaining("not '65536'");
  }
}
