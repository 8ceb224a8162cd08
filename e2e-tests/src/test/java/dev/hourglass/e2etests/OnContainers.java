package dev.hourglass.e2etests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.e2etests.Compose.Instance;
import dev.hourglass.sandbox.Ports;
import dev.hourglass.sandbox.ReceivedMail;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Everything in containers, as docker-compose.yml says it, with the mail catcher's inbox. */
final class OnContainers implements Installation {

  private static final int INBOX_INSIDE = 1080;

  private final Compose compose;
  private final Map<String, String> settings;
  private final int instances;
  private int turn;

  OnContainers(Path root) {
    this(root, 1);
  }

  /**
   * @param instances how many containers of each of the four services
   */
  OnContainers(Path root, int instances) {
    this.instances = instances;
    settings = settings(instances);
    Map<String, Integer> scale = new HashMap<>();
    for (Service service : Service.values()) {
      scale.put(service.module(), instances);
    }
    compose = new Compose(root, settings, instances == 1 ? Map.of() : scale);
  }

  @Override
  public String bootstrapServers() {
    return "localhost:" + settings.get("HOURGLASS_KAFKA_PORT");
  }

  /** The instances take turns, as behind a load balancer that does not look who is alive. */
  @Override
  public synchronized URI url(Service service, String path) {
    turn = (turn + 1) % instances;
    return url(new Instance(service.module(), turn + 1), service.port(), path);
  }

  @Override
  public List<ReceivedMail> inbox(String recipient) {
    return inboxes().getOrDefault(recipient, List.of());
  }

  /** The mails to each recipient. The mail catcher gives all or none, so ask once. */
  Map<String, List<ReceivedMail>> inboxes() {
    Map<String, List<ReceivedMail>> inboxes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (JsonNode mail :
        Http.get(url(Instance.only("maildev"), INBOX_INSIDE, "/email")).expect(200).json()) {
      for (JsonNode to : mail.get("envelope").get("to")) {
        String recipient = to.get("address").textValue();
        inboxes
            .computeIfAbsent(recipient, address -> new ArrayList<>())
            .add(received(mail, recipient));
      }
    }
    return inboxes;
  }

  private static ReceivedMail received(JsonNode mail, String recipient) {
    return new ReceivedMail(
        mail.get("id").textValue(),
        mail.get("envelope").get("from").get("address").textValue(),
        recipient,
        mail.path("subject").asText(),
        Instant.parse(mail.get("time").textValue()),
        mail.path("text").asText(),
        mail.path("html").asText(),
        Map.of("Message-ID", mail.get("headers").get("message-id").textValue()));
  }

  @Override
  public String log(Service service) {
    return compose.log(Instance.only(service.module()));
  }

  @Override
  public void killServices() {
    for (Service service : Service.values()) {
      compose.kill(Instance.only(service.module()));
    }
  }

  @Override
  public void startServices() {
    for (Service service : Service.values()) {
      compose.start(Instance.only(service.module()));
    }
    for (Service service : Service.values()) {
      compose.awaitHealthy(Instance.only(service.module()));
    }
  }

  @Override
  public void close() {
    compose.close();
  }

  Compose compose() {
    return compose;
  }

  private URI url(Instance instance, int inside, String path) {
    return URI.create("http://127.0.0.1:" + compose.port(instance, inside) + path);
  }

  private static Map<String, String> settings(int instances) {
    Map<String, String> settings = new HashMap<>();
    settings.put("COMPOSE_PROFILES", "dev");
    settings.put("QUARKUS_MAILER_HOST", "maildev");
    settings.put("QUARKUS_MAILER_PORT", "1025");
    settings.put("POSTGRES_PASSWORD", UUID.randomUUID().toString());
    settings.put("HOURGLASS_KAFKA_PORT", Integer.toString(Ports.anyFree()));
    settings.put("HOURGLASS_INBOX_PORT", Integer.toString(Ports.anyFree()));
    for (Service service : Service.values()) {
      settings.put(service.name() + "_PASSWORD", UUID.randomUUID().toString());
      settings.put("HOURGLASS_" + service.name() + "_PORT", publishedPorts(instances));
    }
    settings.put("NOTIFIER_SURVEY_DELAY", "0s");
    settings.put(
        "NOTIFIER_SURVEY_BASE_URL",
        "http://127.0.0.1:" + settings.get("HOURGLASS_NOTIFIER_PORT").replaceFirst("-.*", ""));
    return settings;
  }

  /** A port, or a range of as many as there are instances. */
  private static String publishedPorts(int instances) {
    while (true) {
      int first = Ports.anyFree();
      boolean free = true;
      for (int port = first + 1; port < first + instances; port++) {
        free &= Ports.isFree(port);
      }
      if (free) {
        return instances == 1 ? Integer.toString(first) : first + "-" + (first + instances - 1);
      }
    }
  }
}
