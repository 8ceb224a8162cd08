package dev.hourglass.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.kafka.TopicCreation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path directory;
  private static Sandbox sandbox;

  @BeforeAll
  static void startOnce() {
    CalmLogs.begin();
    sandbox = Sandbox.start(SandboxConfig.freePorts(directory.resolve("data with a space")));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void has_the_topics_that_the_contracts_name_with_their_partitions_and_settings()
      throws Exception {
    Map<String, NewTopic> wanted =
        TopicCreation.newTopics((short) 1).stream()
            .collect(Collectors.toMap(NewTopic::name, topic -> topic));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()))) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(wanted.keySet()).allTopicNames().get();
      List<ConfigResource> resources =
          wanted.keySet().stream()
              .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
              .toList();
      Map<ConfigResource, Config> configs = admin.describeConfigs(resources).all().get();

      wanted.forEach(
          (name, topic) -> {
            assertThat(topics.get(name).partitions()).hasSize(topic.numPartitions());
            Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, name));
            topic
                .configs()
                .forEach((key, value) -> assertThat(config.get(key).value()).isEqualTo(value));
          });
    }
    assertThat(wanted).containsKeys("timings", "timings.sla-monitor.dlq");
  }

  @Test
  void gives_every_service_a_database_that_no_other_service_may_open() throws Exception {
    String url = sandbox.jdbcUrl("notifier");

    try (var own = DriverManager.getConnection(url, "notifier", "notifier");
        var statement = own.createStatement()) {
      statement.execute("create table if not exists things (id int)");
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "prioritizer", "prioritizer"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void commits_to_the_disk() throws Exception {
    try (var own = DriverManager.getConnection(sandbox.jdbcUrl("notifier"), "notifier", "");
        var statement = own.createStatement();
        var settings =
            statement.executeQuery(
                "select current_setting('fsync'), current_setting('synchronous_commit')")) {
      settings.next();
      assertThat(settings.getString(1)).isEqualTo("on");
      assertThat(settings.getString(2)).isEqualTo("on");
    }
  }

  @Test
  void shows_a_mail_in_the_inbox_as_text_as_html_and_as_json() throws Exception {
    String subject = "Vi har modtaget din sag ✓";
    TestMail.send(sandbox.smtpPort(), "Joergen@example.com", subject, "Hej <dig>", "<b>Hej</b>");

    ReceivedMail mail = sandbox.inbox("joergen@EXAMPLE.com").get(0);
    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.text()).isEqualTo("Hej <dig>");
    assertThat(mail.html()).isEqualTo("<b>Hej</b>");
    assertThat(mail.from()).isEqualTo("support@example.com");
    assertThat(mail.headers()).containsKey("Message-ID");

    String id = mail.id();
    assertThat(get("/").body()).contains("/mails/" + id, subject);
    assertThat(get("/mails/" + id).body())
        .contains("Hej &lt;dig&gt;", "src=\"/mails/" + id + "/html\"", "sandbox=\"");
    assertThat(get("/mails/" + id + "/html").body()).contains("<b>Hej</b>");
    assertThat(get("/mails/" + id + ".eml").body()).contains("Message-ID:");
    assertThat(get("/api/mails?to=joergen%40example.com").body()).contains("\"id\":\"" + id);
    assertThat(get("/api/mails/" + id).body()).contains("Hej <dig>");
    assertThat(get("/api/mails?to=nobody@example.com").body()).isEqualTo("[]");

    TestMail.send(sandbox.smtpPort(), "joergen@example.com", "the next", "t", "h");
    assertThat(get("/api/mails?after=" + id).body()).contains("the next").doesNotContain(id);
  }

  @Test
  void lets_the_html_of_a_mail_run_nothing_and_load_nothing() throws Exception {
    String evil = "<script>alert(1)</script>";
    TestMail.send(sandbox.smtpPort(), "victim@example.com", evil, evil, evil);
    String id = sandbox.inbox("victim@example.com").get(0).id();

    assertThat(get("/mails/" + id + "/html").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("sandbox allow-popups")
                    .contains("default-src 'none'")
                    .doesNotContain("allow-scripts", "allow-same-origin"));
    assertThat(get("/").body()).doesNotContain("<script>");
    assertThat(get("/mails/" + id).body()).doesNotContain("<script>");
  }

  @Test
  void answers_404_to_what_is_not_there() throws Exception {
    assertThat(get("/mails/0193").statusCode()).isEqualTo(404);
    assertThat(get("/api/mails/0193").statusCode()).isEqualTo(404);
    assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void refuses_mail_to_a_mailbox_that_it_was_told_to_refuse() throws Exception {
    sandbox.refuseMailTo("gone@example.com");
    assertThatThrownBy(() -> TestMail.send(sandbox.smtpPort(), "Gone@example.com", "s", "t", "h"))
        .hasStackTraceContaining("550");
    assertThat(sandbox.inbox("gone@example.com")).isEmpty();

    sandbox.acceptMailTo("gone@example.com");
    TestMail.send(sandbox.smtpPort(), "gone@example.com", "s", "t", "h");
    assertThat(sandbox.inbox("gone@example.com")).hasSize(1);
  }

  @Test
  void stops_and_starts_each_part_on_its_port_with_its_data() throws Exception {
    String kafka = sandbox.bootstrapServers();
    TestRecords.produce(kafka, Topics.RATINGS.name(), "before the outage");
    sandbox.stopKafka();
    assertThat(Ports.isFree(Integer.parseInt(kafka.split(":")[1]))).isTrue();
    sandbox.startKafka();
    assertThat(TestRecords.consume(kafka, Topics.RATINGS.name(), 1, Duration.ofSeconds(20)))
        .containsExactly("before the outage");

    sandbox.stopMail();
    assertThatThrownBy(() -> TestMail.send(sandbox.smtpPort(), "a@example.com", "s", "t", "h"))
        .hasStackTraceContaining("ConnectException");
    sandbox.startMail();
    TestMail.send(sandbox.smtpPort(), "a@example.com", "s", "t", "h");

    sandbox.stopPostgres();
    assertThat(Ports.isFree(sandbox.postgresPort())).isTrue();
    sandbox.startPostgres();
    DriverManager.getConnection(sandbox.jdbcUrl("notifier"), "notifier", "notifier").close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = sandbox.inboxUrl().resolve(path);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
