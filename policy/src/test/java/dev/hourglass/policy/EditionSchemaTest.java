package dev.hourglass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Scope;
import dev.hourglass.policy.entitlement.Benefit;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema is for editors; what it refuses, the reader refuses, too. */
class EditionSchemaTest {

  private static final String CURRENT = ShippedEditions.document("2021");

  private static List<String> problems(String document) throws JsonProcessingException {
    JsonNode tree = new YAMLMapper().readTree(document);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ShippedEditions.schema(), InputFormat.JSON)
        .validate(tree.toString(), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  @ParameterizedTest
  @DisplayName("the shipped editions fit the schema")
  @ValueSource(strings = {"2020", "2021"})
  void takesTheShippedEditions(String id) throws JsonProcessingException {
    assertThat(problems(ShippedEditions.document(id))).isEmpty();
  }

  @Test
  @DisplayName("the schema takes holidays, special days, levels and warnings of a target")
  void takesEverySection() throws JsonProcessingException {
    String document =
        CURRENT
            .replaceFirst(
                "zone: Europe/Berlin\n",
                "zone: Europe/Berlin\n    holidays: [{country: DE, region: BY, from: 2026, to: 2027,"
                    + " without: [Good Friday]}]\n    specialDays: [{date: 2026-12-24, name: Eve,"
                    + " hours: [{from: \"09:00\", to: \"12:00\"}]}]\n")
            .replaceFirst(
                "pausedBy: \\[WAITING_CUSTOMER\\]",
                "pausedBy: [WAITING_CUSTOMER]\n        againOnReopening: true\n"
                    + "        warnAt: [{level: 1, timeBefore: 30m}]");
    assertThat(problems(document)).isEmpty();
    assertThat(EditionYaml.read(document)).isNotNull();
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("neither schema nor reader takes a broken edition")
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Support | titel: Support",
        "edition: \"2021\" | edition: \"2021 beta\"",
        "scope: NEW_TICKETS | scope: ALL",
        "languages: [en, de | languages: [de",
        "effectiveFrom: 2021-01-01T00:00:00Z | effectiveFrom: soon",
        "priority: P4 | priority: P9",
        "impact: [QUESTION] | impact: [RIDDLE]",
        "tier: 2 | tier: 3",
        "P2: 8h | P2: 1d",
        "P3: none, P4: none} | P3: none}",
        "level: 2, sharePercent: 90 | level: 2",
        "level: 2, sharePercent: 90 | level: 0, sharePercent: 90",
        "routes: [PHONE] | routes: []",
        "from: \"09:00\" | from: nine",
        "country: HK | country: Hongkong",
        "normalised: \"+85230023757\" | normalised: \"852.3002.3757\"",
        "default: hours-us | DEFAULT: hours-us",
        "- note: aim | - note: The aim",
        "\"https://support.zoom.us/hc/de\" | \"support.zoom.us/hc/de\"",
        "pausedBy: [WAITING_CUSTOMER] | pausedBy: [LUNCH]",
        "apiPhone: true | apiPhone: maybe"
      })
  void refusesBrokenEditions(String right, String wrong) throws JsonProcessingException {
    assertThat(CURRENT).contains(right);
    String document = CURRENT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    assertThat(problems(document)).isNotEmpty();
    assertThatThrownBy(() -> EditionYaml.read(document))
        .isInstanceOf(InvalidEditionException.class);
  }

  @Test
  @DisplayName("the words of the schema are the words of the code")
  void hasTheWordsOfTheCode() throws JsonProcessingException {
    JsonNode schema = new ObjectMapper().readTree(ShippedEditions.schema());
    Map<String, Class<? extends Enum<?>>> words =
        Map.ofEntries(
            Map.entry("/properties/scope", Scope.class),
            Map.entry("/$defs/priority", Priority.class),
            Map.entry("/$defs/impact", Impact.class),
            Map.entry("/$defs/workaround", Workaround.class),
            Map.entry("/$defs/metric", Metric.class),
            Map.entry("/$defs/route", Route.class),
            Map.entry("/$defs/pauseReason", PauseReason.class),
            Map.entry("/$defs/benefit/properties/benefit", Benefit.class),
            Map.entry("/$defs/for/properties/accountTypes/items", AccountType.class),
            Map.entry("/$defs/for/properties/plans/items", Plan.class),
            Map.entry("/$defs/for/properties/roles/items", Role.class),
            Map.entry("/$defs/for/properties/channels/items", Channel.class),
            Map.entry("/$defs/for/properties/queues/items", Queue.class),
            Map.entry("/$defs/weekly/properties/days/items", DayOfWeek.class));
    words.forEach(
        (pointer, type) ->
            assertThat(schema.at(pointer).path("enum"))
                .as(pointer)
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
  }
}
