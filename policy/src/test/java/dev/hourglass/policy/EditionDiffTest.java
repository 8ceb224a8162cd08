package dev.hourglass.policy;

import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.EditionDiff;
import dev.hourglass.policy.edition.EditionDiff.Change;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionDiffTest {

  private static final String CURRENT = ShippedEditions.document("2021");

  private static List<Change> changes(String document) {
    return EditionDiff.between(NEW, EditionYaml.read(document));
  }

  @Test
  @DisplayName("nothing differs where only comments, layout and the order of words do")
  void seesNoDifferenceInLayout() {
    String document =
        CURRENT
            .replaceAll("(?m)^ *#.*$", "")
            .replace("roles: [OWNER, ADMIN]", "roles: [ADMIN, OWNER]")
            .replace("[SELF_SERVICE, COMMUNITY, CHATBOT]", "[CHATBOT, COMMUNITY, SELF_SERVICE]");
    assertThat(document).isNotEqualTo(CURRENT);
    assertThat(changes(document)).isEmpty();
  }

  @ParameterizedTest(name = "{2} {3}")
  @DisplayName("a difference has its section, its key and both values")
  @CsvSource(
      delimiter = '|',
      value = {
        "P2: 8h | P2: 9h | promises | prioritised-response-times/targets/RESTORATION/within/P2 | PT8H | PT9H",
        "effectiveFrom: 2021 | effectiveFrom: 2022 | edition | effectiveFrom | 2021-01-01T00:00:00Z | 2022-01-01T00:00:00Z",
        "NEW_TICKETS | OPEN_TICKETS | edition | scope | NEW_TICKETS | OPEN_TICKETS",
        "apiPhone: true | apiPhone: false | flags | apiPhone | true | false",
        "da: Presserende | da: Haster | priorities | P1/names/da | Presserende | Haster",
        "AT: hours-eu | AT: hours-uk | regions | AT | hours-eu | hours-uk",
        "to: duty-manager | to: boss | escalation | 2 [FIRST_REPLY, RESTORATION]/level/to | duty-manager | boss",
        "tier: 2 | tier: 1 | access | direct-tier-2/tier | 2 | 1"
      })
  void saysWhereAndWhat(
      String right, String wrong, String section, String key, String before, String after) {
    assertThat(CURRENT).contains(right);
    assertThat(changes(CURRENT.replace(right, wrong)))
        .extracting(
            Change::section,
            Change::key,
            change -> String.valueOf(change.before()),
            change -> String.valueOf(change.after()))
        .contains(org.assertj.core.groups.Tuple.tuple(section, key, before, after));
  }

  @Test
  @DisplayName("a row that only one of both has is there whole, on the other side is nothing")
  void showsRowsThatCameAndWent() {
    List<Change> changes = EditionDiff.between(OLD, NEW);
    assertThat(changes)
        .filteredOn(change -> change.key().equals("direct-tier-2"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).isNull();
              assertThat((Map<?, ?>) change.after())
                  .extracting("tier", "routes")
                  .containsExactly(2, List.of("CHAT", "ONLINE_TICKET", "PHONE"));
            });
    assertThat(changes)
        .filteredOn(change -> change.key().equals("free-and-pro"))
        .singleElement()
        .satisfies(change -> assertThat(change.after()).isNull());
  }

  @Test
  @DisplayName(
      "everything that an edition says can differ: each of its sections is in the comparison of both generations")
  void leavesNoSectionOut() {
    assertThat(EditionDiff.between(OLD, NEW))
        .extracting(Change::section)
        .contains(
            "edition",
            "priorities",
            "flags",
            "access",
            "benefits",
            "escalation",
            "promises",
            "phoneLines",
            "routes",
            "notes");
    assertThat(EditionDiff.between(OLD, NEW))
        .filteredOn(change -> change.section().equals("edition"))
        .extracting(Change::key)
        .containsExactly("id", "title", "effectiveFrom", "contractual");
  }

  @Test
  @DisplayName("what came one way goes the other way")
  void isItsOwnMirror() {
    List<Change> back = EditionDiff.between(NEW, OLD);
    assertThat(EditionDiff.between(OLD, NEW))
        .filteredOn(change -> !change.key().equals(EditionDiff.ORDER))
        .hasSizeGreaterThan(20)
        .allMatch(
            change ->
                back.contains(
                    new Change(change.section(), change.key(), change.after(), change.before())));
  }

  @Test
  @DisplayName("the order of the promises decides, so it is a difference")
  void seesTheOrderOfPromises() {
    String first = "  - {rule: a, for: {plans: [PREMIER]}, because: A.}\n";
    String second = "  - {rule: b, for: {roles: [MEMBER]}, because: B.}\n";
    Edition before =
        EditionYaml.read(CURRENT.replace("promises:\n", "promises:\n" + first + second));
    Edition after =
        EditionYaml.read(CURRENT.replace("promises:\n", "promises:\n" + second + first));
    assertThat(EditionDiff.between(before, after))
        .containsExactly(
            new Change(
                "promises",
                EditionDiff.ORDER,
                List.of("a", "b", "prioritised-response-times", "no-response-times"),
                List.of("b", "a", "prioritised-response-times", "no-response-times")));
  }
}
