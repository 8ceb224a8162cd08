package dev.hourglass.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.sandbox.junit.SandboxResource;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedSandboxTest {

  @Test
  void is_one_for_all_test_classes_of_the_jvm() throws Exception {
    SandboxResource first = new SandboxResource();
    first.init(Map.of("database", "notifier"));
    SandboxResource second = new SandboxResource();
    second.init(Map.of());

    Map<String, String> settings = first.start();
    assertThat(settings)
        .containsEntry("kafka.bootstrap.servers", SandboxResource.sandbox().bootstrapServers())
        .containsEntry("quarkus.datasource.username", "notifier");
    DriverManager.getConnection(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.get("quarkus.datasource.username"),
            settings.get("quarkus.datasource.password"))
        .close();

    assertThat(second.start().get("kafka.bootstrap.servers"))
        .isEqualTo(settings.get("kafka.bootstrap.servers"));
    assertThat(second.start()).doesNotContainKey("quarkus.datasource.jdbc.url");
  }

  @Test
  void tells_tests_of_the_mails_received() throws Exception {
    Sandbox sandbox = SandboxResource.sandbox();
    TestMail.send(sandbox.smtpPort(), "shared@example.com", "subject", "text", "<p>html</p>");

    assertThat(sandbox.inbox("shared@example.com"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.subject()).isEqualTo("subject"));
    assertThat(sandbox.inbox()).isNotEmpty();
  }
}
