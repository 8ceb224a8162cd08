package dev.hourglass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourglass.contracts.promise.WarningPoint;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Problem;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionYamlTest {

  private static final String CURRENT = ShippedEditions.document("2021");

  @Test
  @DisplayName("K2: the shipped editions are valid, and 2021 is effective after 2020")
  void readsShippedEditions() {
    assertThat(Policies.OLD.effectiveFrom()).isBefore(Policies.NEW.effectiveFrom());
    assertThat(Policies.NEW.pinOnly()).isFalse();
  }

  @Test
  void readsAnEditionOfSecondsThatOnlyPinningAccountsHave() {
    var edition = EditionYaml.read(ofSeconds());
    assertThat(edition.pinOnly()).isTrue();
    var target = edition.promises().get(0).targets().get(0);
    assertThat(target.within().values()).containsOnly(Duration.ofSeconds(20));
    assertThat(target.warnAt()).containsExactly(WarningPoint.before(1, Duration.ofMillis(500)));
  }

  @Test
  void saysEverythingThatIsWrongInOneGo() {
    String document =
        CURRENT
            .replace("edition: \"2021\"", "edition: \"2021 beta\"")
            .replace(
                "rule: question # S38\n      impact: [QUESTION]",
                "rule: question\n      impact: [FEATURE_ISSUE]")
            .replace("calendar: {P1: 24x7, P2: regional}", "calendar: {P1: 24x7, P2: moon}")
            .replace(
                "within: {P1: 4h, P2: 8h, P3: none, P4: none}",
                "within: {P1: 4h, P2: 8h, P3: none}")
            .replace("flag: apiPhone", "flag: apiFax");
    assertThat(problems(document))
        .extracting(Problem::toString)
        .anyMatch(text -> text.startsWith("/edition: is 1 to 40 of"))
        .contains(
            "/decisions/rules: gap: no rule decides QUESTION with workaround NONE",
            "/decisions/rules: overlap: FEATURE_ISSUE with workaround NONE is decided by"
                + " feature-issue, question",
            "/access/5/flag: unknown flag 'apiFax'",
            "/promises/0/targets/2/calendar: unknown calendar 'moon'",
            "/promises/0/targets/2/within: missing target for P4; write 'none' where nothing is"
                + " promised");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "priority: P4| priority: P9| /priorities/3/priority: 'P9' is not one of P1, P2, P3, P4",
        "impact: [QUESTION]| impact: [RIDDLE]| /decisions/rules/7/impact: 'RIDDLE' is not one of"
            + " SERVICE_DOWN, SEVERELY_IMPAIRED, PARTLY_IMPAIRED, FEATURE_ISSUE, QUESTION",
        "effectiveFrom: 2021-01-01T00:00:00Z| effectiveFrom: soon| /effectiveFrom: 'soon' is not an"
            + " instant such as 2021-01-01T00:00:00Z",
        "title: Support| titel: Support| /title: is required",
        "title: Support| titel: Support| /titel: unknown field",
        "tier: 2| tier: 3| /access/7: 'tier' is 1 or 2",
        "P2: 8h| P2: 1d| /promises/0/targets/2/within/P2: '1d' is not a duration such as 4h, 30m,"
            + " 20s, 500ms or PT1H30M (days are ambiguous)",
        "P2: 8h| P2: 0h| /promises/0/targets/2/within/P2: '0h' is not a duration such as 4h, 30m,"
            + " 20s, 500ms or PT1H30M (days are ambiguous)",
        "zone: Asia/Tokyo| zone: Asia/Atlantis| /calendars/5/zone: 'Asia/Atlantis' is not a time zone"
            + " such as Europe/Berlin",
        "DE: hours-eu| DE: hours-xx| /regions/DE: unknown calendar 'hours-xx'",
        "name: hours-br| name: hours-jp| /calendars: calendar 'hours-jp' stands 2 times",
        "name: hours-br| name: regional| /calendars/9/name: 'regional' is reserved: it stands for the"
            + " calendar of the customer's region",
        "level: 2| level: 1| /promises/0/targets/0/warnAt: level '1' stands 2 times",
        "rule: direct-tier-2| rule: frontline-phone| /access: rule 'frontline-phone' stands 2 times",
        "metric: FIRST_REPLY| metric: CONFIRMATION| /promises/0/targets: metric 'CONFIRMATION' stands"
            + " 2 times",
        "contractual: [FIRST_REPLY, RESTORATION]| contractual: [RESOLUTION]| /contractual: 'RESOLUTION'"
            + " is contractual, but no target is about it",
        "country: HK| country: Hongkong| /phoneLines/8: 'country' is an ISO 3166 code of two capital"
            + " letters",
        "effectiveFrom: 2021-01-01T00:00:00Z| effectiveFrom: +999999999-12-31T23:59:59Z|"
            + " /effectiveFrom: '+999999999-12-31T23:59:59Z' is not an instant such as"
            + " 2021-01-01T00:00:00Z",
        "effectiveFrom: 2021-01-01T00:00:00Z| effectiveFrom: 0000-12-31T23:59:59Z| /effectiveFrom:"
            + " '0000-12-31T23:59:59Z' is not an instant such as 2021-01-01T00:00:00Z",
        "P2: 8h| P2: 87673h| /promises/0/targets/2/within/P2: must be no longer than ten years",
        "P2: 8h| P2: PT2562047788015215H| /promises/0/targets/2/within/P2: must be no longer than"
            + " ten years",
        "P2: 8h| P2: PT99999999999999999999H| /promises/0/targets/2/within/P2:"
            + " 'PT99999999999999999999H' is not a duration such as 4h, 30m, 20s, 500ms or PT1H30M"
            + " (days are ambiguous)",
        "level: 2| level: 99999999999| /warnAt/1/level: '99999999999' is not a whole number",
        "level: 2| level: 0| /warnAt/1: 'level' starts at 1",
        "title: Support| title: \"S\\0\" #| /title: must hold no NUL and no half of a surrogate"
            + " pair",
        "title: Support| title: \"S\\uD800\" #| /title: must hold no NUL and no half of a"
            + " surrogate pair",
        "apiPhone: true| \"a\\0\": true| /flags: a name must hold no NUL and no half of a"
            + " surrogate pair"
      })
  void saysWhatIsWrongAndWhere(String right, String wrong, String problem) {
    assertThat(CURRENT).contains(right);
    assertThat(
            problems(CURRENT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
        .extracting(Problem::toString)
        .contains(problem);
  }

  @Test
  void refusesARuleThatNeverApplies() {
    String document =
        CURRENT.replace("promises:\n", "promises:\n  - {rule: nobody-else, because: So it is.}\n");
    assertThat(problems(document))
        .extracting(Problem::pointer)
        .containsExactly("/promises/1", "/promises/2");
  }

  @Test
  void refusesPeopleWithoutAPromiseRule() {
    String document =
        CURRENT.replace(
            "  - rule: no-response-times # S45, K1, K2\n    targets: []",
            "  - rule: no-response-times\n    for: {roles: [MEMBER]}\n    targets: []");
    assertThat(problems(document))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).startsWith("gap: no rule is for BASIC"));
  }

  @Test
  void refusesOverlappingHours() {
    String document =
        ofSeconds()
            .replace(
                "- {name: 24x7, alwaysOn: true}",
                "- {name: 24x7, zone: UTC, hours: [{days: [SUNDAY], from: \"22:00\", to: \"06:00\"},"
                    + " {days: [MONDAY], from: \"05:59\", to: \"08:00\"}]}");
    assertThat(problems(document))
        .containsExactly(new Problem("/calendars/0/hours", "working hours overlap"));
    assertThat(EditionYaml.read(document.replace("05:59", "06:00")).calendars()).hasSize(1);
  }

  @Test
  void refusesAWarningBeforeTheClockStarts() {
    assertThat(problems(ofSeconds().replace("timeBefore: 500ms", "timeBefore: 20s")))
        .allMatch(problem -> problem.pointer().equals("/promises/0/targets/0/warnAt"))
        .hasSize(4);
    assertThat(EditionYaml.read(ofSeconds().replace("timeBefore: 500ms", "timeBefore: 19s")))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "edition",
        "{",
        "a: 1\na: 2",
        "a: &a [1]\nb: [*a, *a, *a]",
        "a: \t- b",
        "--- a\n--- b"
      })
  void refusesWhatIsNoEdition(String document) {
    assertThatThrownBy(() -> EditionYaml.read(document))
        .isInstanceOf(InvalidEditionException.class);
  }

  @Test
  void takesTheLastYearAndTheLongestTarget() {
    assertThat(
            EditionYaml.read(
                CURRENT
                    .replace("2021-01-01T00:00:00Z", "9999-12-31T23:59:59Z")
                    .replace("P1: 4h, P2: 8h", "P1: 87672h, P2: 8h")))
        .isNotNull();
  }

  @Test
  void refusesDatesThatNoEventTakes() {
    String document =
        ofSeconds()
            .replace(
                "- {name: 24x7, alwaysOn: true}",
                "- {name: 24x7, zone: UTC, hours: [{days: [SUNDAY], from: \"22:00\", to: \"06:00\"}],"
                    + " specialDays: [{date: +10000-01-01, name: Far}]}");
    assertThat(problems(document))
        .contains(
            new Problem(
                "/calendars/0/specialDays/0/date",
                "'+10000-01-01' is not a date such as 2026-12-25"));
    assertThat(EditionYaml.read(document.replace("+10000-01-01", "9999-12-31"))).isNotNull();
  }

  @Test
  void saysInItsOwnWordsThatAnEditionIsOneDocument() {
    assertThat(problems(CURRENT + "\n---\n" + CURRENT))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .startsWith("more than one document in line")
                    .doesNotContain("jackson"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "a: 1\na: 2",
        "a: &a [1]\nb: *c",
        "a: \t- b",
        "--- a\n--- b",
        "a: 1\n---\n",
        "a: \u0000",
        "%YAML 9.9\n---\na: 1",
        "? [a]\n: b",
        "!!java.io.File [x]"
      })
  void saysNoNamesOfClasses(String document) {
    assertThat(problems(document))
        .extracting(Problem::message)
        .noneMatch(message -> message.contains("com.") || message.contains("org."));
    assertThat(problems("a: 1" + "1".repeat(5000)))
        .extracting(Problem::message)
        .noneMatch(message -> message.contains("com.") || message.contains("StreamRead"));
  }

  @Test
  void refusesDeepAndLongDocumentsInBoundedTime() {
    assertThat(problems("a: " + "[".repeat(100_000))).isNotEmpty();
    assertThat(problems("a".repeat(EditionYaml.MAX_CHARACTERS + 1))).hasSize(1);
  }

  private static List<Problem> problems(String document) {
    return catchThrowableOfType(InvalidEditionException.class, () -> EditionYaml.read(document))
        .problems();
  }

  private static String ofSeconds() {
    return """
        edition: demo-seconds
        title: Targets of seconds
        effectiveFrom: 2021-01-01T00:00:00Z
        pinOnly: true
        contractual: [FIRST_REPLY]
        warnAt: [{level: 1, timeBefore: 500ms}]
        priorities:
          - {priority: P1, names: {en: Urgent}}
          - {priority: P2, names: {en: High}}
          - {priority: P3, names: {en: Normal}}
          - {priority: P4, names: {en: Low}}
        decisions:
          workaroundNotStated: NONE
          rules:
            - {rule: everything, priority: P1, because: It is a demo.}
        access:
          - {rule: everybody, routes: [ONLINE_TICKET, CHAT, PHONE], tier: 1, because: It is a demo.}
        promises:
          - rule: seconds
            because: It is a demo.
            targets:
              - {metric: FIRST_REPLY, within: 20s, calendar: 24x7}
        calendars:
          - {name: 24x7, alwaysOn: true}
        regions: {default: 24x7}
        """;
  }
}
