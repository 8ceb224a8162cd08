package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static dev.hourglass.notifier.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.confirmation.Shelf;
import dev.hourglass.notifier.edition.Editions;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class EditionsTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  @Inject Editions editions;

  @Test
  @DisplayName(
      "S53: after the edition was heard of, a deadline in business hours is a date and time")
  void confirmedWithTheCalendarOfTheEdition() {
    String name = "edition-" + UUID.randomUUID();
    say(Shelf.published("2021", name));
    await().atMost(SOON).until(() -> editions.find(name).isPresent());

    AnyTicket ticket = anyTicket("es");
    Promise promise =
        new Promise(name, List.of(target(Metric.RESTORATION, Duration.ofHours(8), "hours-eu")));
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized(promise, null));
    await().atMost(SOON).until(() -> Inbox.of(ticket.email()).size() == 1);

    assertThat(
            Inbox.of(ticket.email()).get(0).text().replace('\u00a0', ' ').replaceAll("\\s+", " "))
        .contains("a más tardar el lunes, 23 de noviembre de 2026, 14:05")
        .contains("en un plazo de 8 horas de horario laboral")
        .contains("+49.30.80098621, extensión 2");
  }

  @Test
  @DisplayName("an edition that is known with other content goes to the dead letters")
  void theFirstOneHeardStays() {
    String name = "edition-" + UUID.randomUUID();
    EditionPublished first = Shelf.published("2021", name);
    say(first);
    await().atMost(SOON).until(() -> editions.find(name).isPresent());
    say(first);
    say(
        new EditionPublished(
            name, first.effectiveFrom(), first.title(), List.of(), first.document(), "another"));
    await().atMost(SOON).until(() -> buried(name) == 1);
    assertThat(editions.find(name).orElseThrow().calendar("hours-eu")).isPresent();
  }

  @Test
  void aTombstoneForgetsNothing() {
    String name = "edition-" + UUID.randomUUID();
    say(Shelf.published("2020", name));
    Broker.send(Topics.EDITIONS.name(), name, null);
    String later = "edition-" + UUID.randomUUID();
    say(Shelf.published("2020", later));
    await().atMost(SOON).until(() -> editions.find(later).isPresent());
    assertThat(editions.find(name)).isPresent();
    assertThat(buried(name)).isZero();
  }

  private static long buried(String edition) {
    return Broker.records(Topics.EDITIONS.deadLetters("notifier")).stream()
        .filter(each -> Objects.equals(each.key(), edition))
        .count();
  }

  private static void say(EditionPublished edition) {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    Broker.say(
        Topics.EDITIONS,
        Event.withId(edition.edition() + edition.digest(), "prioritizer", at, 1, edition));
  }
}
