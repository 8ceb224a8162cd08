package dev.hourglass.policy.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every fact of the policy has a place and a test. The page that shows them is compared; {@code
 * ./mvnw -pl policy -am test -Dtest='PolicyCoverage*' -Dsurefire.failIfNoSpecifiedTests=false
 * -Dcoverage.write=true} writes it anew.
 */
class PolicyCoverageTest {

  private static final Path ROOT = Path.of(System.getProperty("hourglass.root", ".."));
  private static final String PAGE = "policy-coverage.md";
  private static final String HEAD =
      """
      # Where the policy's facts live

      Written by `PolicyCoverageTest`, which compares it with the code; `-Dcoverage.write=true` writes it anew. A row is a
      fact (S) or a contradiction (K) of [policy-facts.md](policy-facts.md). *Where* is a row of a shipped edition or a type
      of the code; *tests* name the fact.

      | id | fact | where | tests |
      |---|---|---|---|
      """;

  private final Sources sources = new Sources(ROOT);
  private final List<Fact> facts = Fact.of(sources.page("policy-facts.md"));

  @Test
  @DisplayName("the table of facts has S1 to S64 and K1 to K15, each once")
  void hasAllFacts() {
    assertThat(facts)
        .extracting(Fact::id)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(numbered("S", 64), numbered("K", 15)).toList());
  }

  @Test
  @DisplayName("every fact has a place in an edition or the code")
  void everyFactHasAPlace() {
    Map<String, Set<String>> places = sources.places();
    assertThat(facts).extracting(Fact::id).allMatch(places::containsKey, "is named somewhere");
  }

  @Test
  @DisplayName("every fact has a test that names it")
  void everyFactHasATest() {
    Map<String, Set<String>> tests = sources.tests();
    assertThat(facts).extracting(Fact::id).allMatch(tests::containsKey, "is named by a test");
  }

  @Test
  @DisplayName("no place and no test names a fact that is not in the table")
  void namesNoUnknownFact() {
    Set<String> known = Set.copyOf(facts.stream().map(Fact::id).toList());
    assertThat(known).containsAll(sources.places().keySet());
    assertThat(known).containsAll(sources.tests().keySet());
  }

  @Test
  @DisplayName(
      "a fact without a test would be missed: S65 is nowhere, a range names all of its facts")
  void wouldMissAFactWithoutATest() {
    assertThat(sources.tests()).doesNotContainKey("S" + 65);
    assertThat(Fact.ids("S33-S35, K1 and S7–S8"))
        .containsExactly("S33", "S34", "S35", "K1", "S7", "S8");
  }

  @Test
  @DisplayName("the page shows what is there")
  void thePageIsUpToDate() throws IOException {
    String page = page();
    if (Boolean.getBoolean("coverage.write")) {
      Files.writeString(ROOT.resolve(Path.of("docs", PAGE)), page);
    }
    assertThat(sources.page(PAGE)).isEqualTo(page);
  }

  private String page() {
    Map<String, Set<String>> places = sources.places();
    Map<String, Set<String>> tests = sources.tests();
    StringBuilder page = new StringBuilder(HEAD);
    for (Fact fact : facts) {
      page.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  fact.id(),
                  fact.text(),
                  String.join(", ", places.getOrDefault(fact.id(), Set.of("-"))),
                  String.join(", ", tests.getOrDefault(fact.id(), Set.of("-")))));
    }
    return page.toString();
  }

  private static Stream<String> numbered(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
  }
}
