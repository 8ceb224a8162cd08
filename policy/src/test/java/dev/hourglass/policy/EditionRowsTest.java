package dev.hourglass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Problem;
import dev.hourglass.policy.edition.Scope;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that nothing reaches, people whom no row is for, and words that are missing. */
class EditionRowsTest {

  private static final String CURRENT = ShippedEditions.document("2021");

  private static List<Problem> problems(String document) {
    return catchThrowableOfType(InvalidEditionException.class, () -> EditionYaml.read(document))
        .problems();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "da: Presserende, | '' | /priorities/0/names: missing translation into da",
        "      pt: Tratado no horário de expediente. | '' | /priorities/3/resources: missing translation into pt",
        "      da: Tjenesten er ramt. | '' | /priorities/1/definition: missing translation into da",
        "nl, fr, es, it, pt] | nl, fr, es, it] | /priorities/0/names/pt: 'pt' is not among the 'languages'",
        "languages: [en, | languages: [Englisch, en, | /languages/0: 'Englisch' is no language such as de or pt-BR",
        "languages: [en, | languages: [en, en, | /languages/1: 'en' stands twice",
        "languages: [en, | languages: [ | /languages: English (en) is one of them",
        "fr: Centre d’assistance, | '' | /routes/0/names: missing translation into fr",
        "- route: CHATBOT | - route: COMMUNITY | /routes/2: 'COMMUNITY' stands twice",
        "- route: CHATBOT | - route: COMMUNITY | /routes: CHATBOT is opened by 'access', but not described",
        "routes: [SELF_SERVICE, COMMUNITY, CHATBOT] | routes: [SELF_SERVICE, COMMUNITY] | /routes/2: no rule of 'access' opens CHATBOT",
        "      en: Questions are answered consistently and in time. | '' | /notes/9/text: missing translation into en",
        "note: aim | note: billing | /notes/9: 'billing' stands twice",
        "apiPhone: true | 'apiPhone: true\n  apiFax: true' | /flags/apiFax: no rule of 'access' asks for it",
        "within: {P1: 4h, P2: 8h, P3: none, P4: none} | within: none | /promises/0/targets/2/within: promises nothing for any priority; leave the target out",
        "calendar: {P1: 24x7, P2: regional} | calendar: {P1: 24x7, P2: regional, P4: 24x7} | /promises/0/targets/2/calendar/P4: never counts: nothing is promised for P4",
        "normalised: \"+43800802079\" | normalised: \"+43316231266\" | /phoneLines/3: '+43316231266' stands twice for AT",
        "edition: \"2021\" | edition: schema | /edition: 'schema' is reserved"
      })
  void saysWhatIsMissingOrNeverReached(String right, String wrong, String problem) {
    assertThat(CURRENT).contains(right);
    String document = CURRENT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    assertThat(problems(document)).extracting(Problem::toString).contains(problem);
  }

  @Test
  @DisplayName(
      "a rule of the decision table that earlier rules leave nothing to is named, beside the overlap")
  void findsARuleThatNeverDecides() {
    String document =
        CURRENT.replace(
            "# Who may use what.",
            "    - {rule: never, impact: [QUESTION], priority: P3, because: Too late.}\n\n# Who");
    assertThat(problems(document))
        .extracting(Problem::toString)
        .contains(
            "/decisions/rules/8: 'never' never decides: earlier rules decide all that it is about",
            "/decisions/rules: overlap: QUESTION with workaround FULL is decided by question, never");
  }

  @Test
  @DisplayName("a benefit whose people all have it already is named")
  void findsABenefitThatGivesNothing() {
    String document =
        CURRENT.replace(
            "# Who is called while",
            "  - {rule: again, benefit: AUTOMATIC_ESCALATION, for: {plans: [PREMIER_PLUS],"
                + " roles: [OWNER]}, because: Twice.}\n\n# Who is called while");
    assertThat(problems(document))
        .containsExactly(
            new Problem("/benefits/3", "'again' gives nothing that earlier rules do not give"));
  }

  @Test
  @DisplayName(
      "people to whom nothing is open at all are a gap; a flag that may be off opens nothing for sure")
  void findsPeopleWithNowhereToTurn() {
    String document =
        CURRENT.replace(
            "  - rule: help-center-community-and-chatbot",
            "  - rule: help-center-community-and-chatbot\n    flag: apiPhone");
    assertThat(problems(document))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .startsWith(
                        "/access: gap: nothing is open to BASIC ACCESS OWNER WEB TECHNICAL"));
  }

  @Test
  @DisplayName(
      "R21: an edition says its scope; without a word it is for new tickets, and only pinned never for open ones")
  void saysItsScope() {
    String open = CURRENT.replace("scope: NEW_TICKETS", "scope: OPEN_TICKETS");
    assertThat(Policies.NEW.scope()).isEqualTo(Scope.NEW_TICKETS);
    assertThat(EditionYaml.read(open).scope()).isEqualTo(Scope.OPEN_TICKETS);
    assertThat(EditionYaml.read(CURRENT.replace("scope: NEW_TICKETS", "")).scope())
        .isEqualTo(Scope.NEW_TICKETS);
    assertThat(problems(open + "pinOnly: true\n"))
        .containsExactly(
            new Problem("/scope", "an edition that is only pinned is for new tickets"));
    assertThat(problems(CURRENT.replace("scope: NEW_TICKETS", "scope: ALL_TICKETS")))
        .containsExactly(
            new Problem("/scope", "'ALL_TICKETS' is not one of NEW_TICKETS, OPEN_TICKETS"));
  }

  @Test
  @DisplayName(
      "an edition of before a rule was checked is still read once it is published, but published no more")
  void readsWhatWasPublishedBeforeARuleWasChecked() {
    String document = CURRENT.replace("da: Presserende,", "");
    assertThat(problems(document)).isNotEmpty();
    assertThat(EditionYaml.readPublished(document).id()).isEqualTo("2021");
  }
}
