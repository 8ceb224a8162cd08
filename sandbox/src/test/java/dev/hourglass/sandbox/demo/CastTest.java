package dev.hourglass.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.yaml.EditionYaml;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CastTest {

  private final Cast cast = Cast.load();

  @Test
  void the_edition_is_one_that_the_policy_accepts_and_only_pinned_accounts_get() {
    Edition edition = EditionYaml.read(Cast.editionYaml());

    assertThat(edition.id()).isEqualTo(Cast.editionId()).matches("demo-[0-9a-f]{8}");
    assertThat(edition.pinOnly()).isTrue();
  }

  @Test
  void the_forgotten_ticket_has_times_that_one_can_wait_for() {
    Edition edition = EditionYaml.read(Cast.editionYaml());

    Promise promise = edition.promise(basis(AccountType.API, Plan.PREMIER_PLUS)).promise();

    assertThat(promise.target(Metric.FIRST_REPLY).orElseThrow().within())
        .isEqualTo(Duration.ofSeconds(12));
    assertThat(promise.target(Metric.RESTORATION).orElseThrow().within())
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(promise.target(Metric.CONFIRMATION).orElseThrow().pausedBy()).isEmpty();
  }

  @Test
  void a_dozen_tickets_come_in_four_languages_over_all_channels() {
    assertThat(cast.tickets()).hasSize(Scene.TICKETS);
    assertThat(cast.tickets()).extracting(Cast.Line::language).contains("en", "de", "da", "nl");
    assertThat(cast.tickets()).extracting(Cast.Line::key).doesNotHaveDuplicates();
    for (Channel channel : Channel.values()) {
      assertThat(cast.tickets()).extracting(Cast.Line::channel).contains(channel.name());
    }
  }

  @Test
  void the_accounts_are_of_every_type_and_plan() {
    for (AccountType type : AccountType.values()) {
      assertThat(cast.accounts()).extracting(Cast.Account::type).contains(type.name());
    }
    for (Plan plan : Plan.values()) {
      assertThat(cast.accounts()).extracting(Cast.Account::plan).contains(plan.name());
    }
  }

  private static Basis basis(AccountType type, Plan plan) {
    return new Basis(
        "DEMO-API",
        true,
        type,
        plan,
        Role.OWNER,
        "GB",
        null,
        "en",
        Channel.API,
        Queue.TECHNICAL,
        Priority.P1);
  }
}
