package dev.hourglass.prioritizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.prioritizer.SaidPromises;
import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.AccountVersion;
import dev.hourglass.prioritizer.account.Accounts;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Accounts that are upgraded while they have open tickets. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class PlanChangesTest {

  private static final String UPGRADES = "upgrades-2026";

  @Inject Announcer announcer;
  @Inject Accounts accounts;
  @Inject Editions editions;

  private final TopicLog log = TopicLog.shared();
  private final SaidPromises promises = new SaidPromises(log);
  private final UUID ticket = UuidCreator.getTimeOrderedEpoch();

  @BeforeEach
  void publishAnEditionThatPromisesAnew() {
    String document =
        ShippedEditions.document("2021").replace("edition: \"2021\"", "edition: " + UPGRADES)
            + "\npinOnly: true\nonPlanChange: REPROMISE\n";
    editions.publish(EditionYaml.read(document), document, now());
  }

  @Test
  @DisplayName("R21: an upgrade is a new promise to open tickets; a downgrade takes none back")
  void promisesAnew() {
    put("PC-1", Plan.ACCESS, UPGRADES);
    hear("PC-1", ticket, now());
    put("PC-1", Plan.PREMIER, UPGRADES);
    awaitDone();
    put("PC-1", Plan.ACCESS, UPGRADES);
    awaitDone();

    List<Event<TicketPrioritized>> said = promises.await(ticket, 2);
    assertThat(said).extracting(Event::sequence).containsExactly(1L, 2L);
    assertThat(said.get(0).data().promise().targets()).isEmpty();
    TicketPrioritized anew = said.get(1).data();
    assertThat(anew.cause()).isEqualTo(AccountVersion.id("PC-1", 2));
    assertThat(anew.basis().plan()).isEqualTo(Plan.PREMIER);
    assertThat(anew.promise().edition()).isEqualTo(UPGRADES);
    assertThat(anew.promise().target(Metric.RESTORATION).orElseThrow().within())
        .isEqualTo(Duration.ofHours(4));
    assertThat(anew.entitlement().tier()).isEqualTo(2);
    assertThat(anew.priority()).isEqualTo(said.get(0).data().priority());
    assertThat(anew.reasons())
        .extracting(Reason::rule)
        .contains("down-without-workaround", "plan-changed", "prioritised-response-times")
        .doesNotContain("no-response-times");
  }

  @Test
  @DisplayName("R21: under the shipped editions an upgrade changes nothing of what was promised")
  void keepsWhatWasPromised() {
    put("PC-2", Plan.ACCESS, null);
    hear("PC-2", ticket, now());
    put("PC-2", Plan.PREMIER, null);
    awaitDone();
    assertThat(causes(ticket)).isEqualTo(1);
  }

  @Test
  @DisplayName("solved tickets are not promised anything anew, reopened ones are open again")
  void passesOverSolvedTickets() {
    UUID reopened = UuidCreator.getTimeOrderedEpoch();
    put("PC-3", Plan.ACCESS, UPGRADES);
    hear("PC-3", ticket, now());
    hear("PC-3", reopened, now());
    announcer.solve(ticket, true);
    announcer.solve(reopened, true);
    announcer.solve(reopened, false);
    put("PC-3", Plan.PREMIER, UPGRADES);
    awaitDone();
    assertThat(causes(ticket)).isEqualTo(1);
    assertThat(causes(reopened)).isEqualTo(2);
  }

  @Test
  @DisplayName("a ticket from before the upgrade that is heard after it gets both promises")
  void promisesLateTicketsBoth() {
    put("PC-4", Plan.ACCESS, UPGRADES);
    Instant before = now();
    put("PC-4", Plan.PREMIER, UPGRADES, before.plusMillis(1));
    awaitDone();
    hear("PC-4", ticket, before);
    List<Event<TicketPrioritized>> said = promises.await(ticket, 2);
    assertThat(said)
        .extracting(each -> each.data().basis().plan())
        .containsExactly(Plan.ACCESS, Plan.PREMIER);
    assertThat(said).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName(
      "more open tickets than one transaction takes: each one once, also if it begins again")
  void goesOnInBatches() {
    put("PC-5", Plan.ACCESS, UPGRADES);
    List<UUID> tickets = Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(230).toList();
    tickets.forEach(each -> hear("PC-5", each, now()));
    put("PC-5", Plan.PREMIER, UPGRADES);
    awaitDone();
    assertThat(promisesOf("PC-5")).isEqualTo(460);

    Database.run(
        "insert into plan_changes (account, sequence, type, plan)"
            + " values ('PC-5', 2, 'BUSINESS', 'PREMIER')");
    awaitDone();
    assertThat(promisesOf("PC-5")).isEqualTo(460);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(promises.byTicket())
                    .containsKeys(tickets.toArray(new UUID[0]))
                    .allSatisfy(
                        (id, said) ->
                            assertThat(said).hasSize(tickets.contains(id) ? 2 : said.size())));
  }

  @Test
  @DisplayName("tickets that are heard while the plan changes: none is missed, none is said twice")
  void missesNoTicketInBetween() throws InterruptedException {
    put("PC-6", Plan.ACCESS, UPGRADES);
    List<UUID> tickets = Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(120).toList();
    Instant received = now();
    ExecutorService threads = Executors.newFixedThreadPool(5);
    for (int i = 0; i < tickets.size(); i++) {
      UUID each = tickets.get(i);
      threads.execute(() -> hear("PC-6", each, received));
      if (i == 50) {
        threads.execute(() -> put("PC-6", Plan.PREMIER, UPGRADES, received.plusMillis(1)));
      }
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    awaitDone();
    assertThat(
            Database.number(
                "select count(*) from tickets where account = 'PC-6'"
                    + " and latest #>> '{basis,plan}' = 'PREMIER' and sequence = 2"))
        .isEqualTo(tickets.size());
  }

  private void hear(String account, UUID id, Instant receivedAt) {
    announcer.hear(List.of(CreatedTickets.outage(account, id, receivedAt)));
  }

  /** All changes have been looked at. */
  private void awaitDone() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(Database.number("select count(*) from plan_changes")).isZero());
  }

  private static long causes(UUID id) {
    return Database.number("select count(*) from promises where ticket_id = '" + id + "'");
  }

  private static long promisesOf(String account) {
    return Database.number(
        "select count(*) from promises join tickets using (ticket_id) where account = '"
            + account
            + "'");
  }

  private void put(String number, Plan plan, String edition) {
    put(number, plan, edition, now());
  }

  private void put(String number, Plan plan, String edition, Instant at) {
    accounts.put(
        new Account(
            number,
            "Acme",
            AccountType.BUSINESS,
            plan,
            "DE",
            null,
            "de",
            edition,
            CreatedTickets.ADMINISTRATORS),
        at);
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
