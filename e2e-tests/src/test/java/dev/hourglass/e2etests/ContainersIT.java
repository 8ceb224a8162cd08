package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.e2etests.Compose.Instance;
import dev.hourglass.e2etests.Load.Posted;
import dev.hourglass.sandbox.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What only containers can show: two instances of every service, and kills of whatever an
 * installation consists of, while tickets come in. Each ticket must be taken once, confirmed once,
 * and its breach said once.
 */
@Isolated
class ContainersIT {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int TICKETS_BETWEEN = 8;
  private static final int INSTANCES = 2;

  /** The consumer groups of each service. */
  private static final Map<Service, List<String>> GROUPS =
      Map.of(
          Service.TICKET_INTAKE, List.of("ticket-intake-promises"),
          Service.PRIORITIZER, List.of("prioritizer-tickets", "prioritizer-timings"),
          Service.SLA_MONITOR,
              List.of("sla-monitor", "sla-monitor-projection", "sla-monitor-facts"),
          Service.NOTIFIER, List.of("notifier-content", "notifier-facts"));

  private static OnContainers hourglass;
  private static Ear ear;
  private static Desk desk;

  @BeforeAll
  static void twoOfEachAreThere() {
    Hourglass.end();
    hourglass = new OnContainers(Hourglass.ROOT, INSTANCES);
    ear = new Ear(hourglass.bootstrapServers(), Topics.TIMINGS, Topics.SLA_BREACHES);
    desk = new Desk(hourglass::url);
    desk.publishEditions();
    desk.putAccounts();
  }

  @AfterAll
  static void allAreGone() {
    if (ear != null) {
      ear.close();
    }
    if (hourglass != null) {
      hourglass.close();
    }
  }

  @Test
  @DisplayName("two instances share the partitions, and the death of one of each loses nothing")
  void twoInstancesShareTheWorkAndTheDeathOfOneLosesNothing() {
    awaitSharedPartitions();
    try (Load load = new Load(desk)) {
      load.awaitMore(TICKETS_BETWEEN);
      for (Service service : Service.values()) {
        hourglass.compose().kill(new Instance(service.module(), 1));
        load.awaitMore(TICKETS_BETWEEN);
      }
      List<Posted> tickets = load.end();
      eachIsConfirmedOnceAndBreachedOnce(tickets);
    } finally {
      startAgain();
    }
    awaitSharedPartitions();
  }

  @Test
  @DisplayName(
      "a kill of each service, of Kafka and of PostgreSQL loses nothing and repeats nothing")
  void aKillOfEachPartLosesNothingAndRepeatsNothing() {
    List<String> parts =
        List.of("ticket-intake", "prioritizer", "sla-monitor", "notifier", "kafka", "postgres");
    try (Load load = new Load(desk)) {
      for (String part : parts) {
        load.awaitMore(TICKETS_BETWEEN);
        List<Instance> all = instances(part);
        all.forEach(hourglass.compose()::kill);
        all.forEach(hourglass.compose()::start);
        all.forEach(hourglass.compose()::awaitHealthy);
      }
      load.awaitMore(TICKETS_BETWEEN);
      eachIsConfirmedOnceAndBreachedOnce(load.end());
    } finally {
      startAgain();
    }
  }

  private static void eachIsConfirmedOnceAndBreachedOnce(List<Posted> tickets) {
    for (Posted ticket : tickets) {
      ear.first(ConfirmationDelivered.class, ticket.id(), SOON);
      ear.first(SlaBreached.class, ticket.id(), SOON);
    }
    // Some more, to their breaches: whoever wanted to repeat something has had the time.
    try (Load later = new Load(desk)) {
      later.awaitMore(1);
      later.end().forEach(ticket -> ear.first(SlaBreached.class, ticket.id(), SOON));
    }
    Map<String, List<ReceivedMail>> inboxes = hourglass.inboxes();
    for (Posted ticket : tickets) {
      assertThat(ids(TicketReceived.class, ticket)).as("received: %s", ticket).hasSize(1);
      assertThat(ids(ConfirmationDelivered.class, ticket)).as("confirmed: %s", ticket).hasSize(1);
      assertThat(ear.all(DeliveryFailed.class, ticket.id())).as("failed: %s", ticket).isEmpty();
      assertThat(ear.all(SlaBreached.class, ticket.id())).as("breached: %s", ticket).hasSize(1);
      assertThat(ear.all(SlaBreachWithdrawn.class, ticket.id())).as("%s", ticket).isEmpty();
      assertThat(messages(inboxes.getOrDefault(ticket.requester(), List.of())))
          .as("mails: %s", ticket)
          .hasSize(1);
    }
  }

  /** Speakers say at least once, always under the same id; that is one fact. */
  private static Set<String> ids(Class<? extends EventData> type, Posted ticket) {
    return ear.heard(type, ticket.id()).stream()
        .map(heard -> heard.event().id())
        .collect(Collectors.toSet());
  }

  /** A kill may repeat a mail under the same Message-ID; that is one mail. */
  private static Set<String> messages(List<ReceivedMail> mails) {
    return mails.stream()
        .map(ReceivedMail::headers)
        .map(headers -> headers.get("Message-ID"))
        .collect(Collectors.toSet());
  }

  private static void awaitSharedPartitions() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", hourglass.bootstrapServers()))) {
      for (Service service : Service.values()) {
        for (String group : GROUPS.get(service)) {
          await(group + " is shared by two instances")
              .atMost(SOON)
              .until(() -> hostsWithPartitions(admin, group) == INSTANCES);
        }
      }
    }
  }

  private static long hostsWithPartitions(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    ConsumerGroupDescription description =
        admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
    return description.members().stream()
        .filter(member -> !member.assignment().topicPartitions().isEmpty())
        .map(MemberDescription::host)
        .distinct()
        .count();
  }

  private static List<Instance> instances(String part) {
    boolean scaled = Service.of(part).isPresent();
    return scaled
        ? List.of(new Instance(part, 1), new Instance(part, 2))
        : List.of(Instance.only(part));
  }

  private static void startAgain() {
    for (Service service : Service.values()) {
      instances(service.module()).forEach(hourglass.compose()::start);
    }
    for (Service service : Service.values()) {
      instances(service.module()).forEach(hourglass.compose()::awaitHealthy);
    }
  }
}
