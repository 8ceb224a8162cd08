package dev.hourglass.policy;

import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.OLD;
import static dev.hourglass.policy.Policies.basis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.promise.PlanChange;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanChangeTest {

  @ParameterizedTest(name = "{0} {1} becomes {2} {3}: {4}")
  @CsvSource({
    "PRO, ACCESS, PRO, PREMIER, true",
    "PRO, ACCESS, BUSINESS, PREMIER, true",
    "BASIC, ACCESS, PRO, ACCESS, true",
    "BUSINESS, PREMIER, BUSINESS, PREMIER_PLUS, true",
    "BUSINESS, PREMIER, BUSINESS, PREMIER, false",
    "BUSINESS, ACCESS, ENTERPRISE, ACCESS, false",
    "BUSINESS, PREMIER, BUSINESS, ACCESS, false",
    "BUSINESS, ACCESS, PRO, PREMIER, false",
    "PRO, PREMIER, BUSINESS, ACCESS, false"
  })
  void onlyAnUpgradeMakesANewPromise(
      AccountType type, Plan plan, AccountType newType, Plan newPlan, boolean upgrade) {
    var before = basis(type, plan, Role.ADMIN, Priority.P1);
    assertThat(PlanChange.REPROMISE.repromises(before, newType, newPlan)).isEqualTo(upgrade);
    assertThat(PlanChange.KEEP.repromises(before, newType, newPlan)).isFalse();
  }

  @Test
  @DisplayName("the documents say nothing of upgrades: the shipped editions keep what was promised")
  void shippedEditionsKeep() {
    assertThat(OLD.onPlanChange()).isEqualTo(PlanChange.KEEP);
    assertThat(NEW.onPlanChange()).isEqualTo(PlanChange.KEEP);
  }

  @Test
  void anEditionStatesItsRule() {
    String document = ShippedEditions.document("2021");
    assertThat(EditionYaml.read(document + "\nonPlanChange: REPROMISE\n").onPlanChange())
        .isEqualTo(PlanChange.REPROMISE);
    assertThatThrownBy(() -> EditionYaml.read(document + "\nonPlanChange: SOMETIMES\n"))
        .isInstanceOfSatisfying(
            InvalidEditionException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> problem.pointer())
                    .containsExactly("/onPlanChange"));
  }
}
