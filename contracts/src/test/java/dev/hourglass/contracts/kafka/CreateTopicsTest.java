package dev.hourglass.contracts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CreateTopicsTest {

  @Test
  void aVariableOfTheEnvironmentIsASettingOfTheClient() {
    assertThat(
            CreateTopics.clientSettings(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", "one:9092",
                    "KAFKA_SSL_TRUSTSTORE_LOCATION", "/trust.pem",
                    "KAFKA_SASL_MECHANISM", "",
                    "HOME", "/root")))
        .containsOnly(
            Map.entry("bootstrap.servers", "one:9092"),
            Map.entry("ssl.truststore.location", "/trust.pem"));
  }

  @Test
  void aClusterMustBeNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreateTopics.clientSettings(Map.of("HOME", "/root")))
        .withMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void thereIsOneCopyUnlessMoreAreAskedFor() {
    assertThat(CreateTopics.replication(Map.of())).isEqualTo((short) 1);
    assertThat(CreateTopics.replication(Map.of("TOPICS_REPLICATION", "3"))).isEqualTo((short) 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreateTopics.replication(Map.of("TOPICS_REPLICATION", "three")))
        .withMessageContaining("'three'");
  }
}
