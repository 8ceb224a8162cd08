package dev.hourglass.policy.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.EditionValidator;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Problem;
import dev.hourglass.policy.edition.Scope;
import dev.hourglass.policy.entitlement.EntitlementMatrix;
import dev.hourglass.policy.priority.DecisionTable;
import dev.hourglass.policy.promise.PlanChange;
import dev.hourglass.policy.promise.Regions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/** Editions as YAML: reads a document whole and says everything that is wrong with it. */
public final class EditionYaml {

  /** The longest document that is read, in characters. */
  public static final int MAX_CHARACTERS = 262_144;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(YAMLFactory.builder().loaderOptions(bounded()).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern CLASS_NAME = Pattern.compile("\\b(com|org|java)\\.|`");

  private EditionYaml() {}

  private static LoaderOptions bounded() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    return options;
  }

  /**
   * Reads an edition.
   *
   * @throws InvalidEditionException with all problems, if the document may not be published
   */
  public static Edition read(String document) {
    List<Problem> problems = new ArrayList<>();
    Edition edition = read(document, problems);
    problems.addAll(unlessUnreadable(EditionValidator.problems(edition), problems));
    refuse(problems);
    return edition;
  }

  /**
   * Reads an edition that was published, perhaps when fewer rules were checked: it never changes,
   * and what was promised under it holds.
   *
   * @throws InvalidEditionException with all problems, if it is no edition at all
   */
  public static Edition readPublished(String document) {
    List<Problem> problems = new ArrayList<>();
    Edition edition = read(document, problems);
    refuse(problems);
    return edition;
  }

  /**
   * What a document calls itself, whatever else is wrong with it; empty if it does not say.
   *
   * @throws InvalidEditionException if it is no YAML
   */
  public static String id(String document) {
    JsonNode parsed = parse(document);
    List<Problem> problems = new ArrayList<>();
    StorableTexts.check(parsed, "", problems);
    refuse(problems);
    return parsed.path("edition").asText("").strip();
  }

  private static Edition read(String document, List<Problem> problems) {
    JsonNode parsed = parse(document);
    StorableTexts.check(parsed, "", problems);
    refuse(problems);
    YamlNode root = new YamlNode(parsed, "", problems);
    Edition edition = edition(root, problems);
    root.refuseUnread();
    return edition;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidEditionException(problems);
    }
  }

  private static JsonNode parse(String document) {
    if (document.length() > MAX_CHARACTERS) {
      throw refused("the document has more than " + MAX_CHARACTERS + " characters");
    }
    try {
      JsonNode root = MAPPER.readTree(document);
      if (root == null || !root.isObject()) {
        throw refused("the document must be a map");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw refused(reason(e));
    } catch (StackOverflowError | org.yaml.snakeyaml.error.YAMLException e) {
      throw refused("the document is not readable YAML");
    }
  }

  /** Only the YAML parser's own words are for authors; the others speak of classes. */
  private static String reason(JsonProcessingException e) {
    String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
    if (e instanceof MismatchedInputException) {
      return "more than one document" + where + "; an edition is one";
    }
    if (e instanceof StreamConstraintsException) {
      return "nested too deeply, or a name or number too long" + where;
    }
    String first = e.getOriginalMessage().split("\n", 2)[0];
    return "not YAML" + where + (CLASS_NAME.matcher(first).find() ? "" : ": " + shortened(first));
  }

  private static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static InvalidEditionException refused(String message) {
    return new InvalidEditionException(List.of(new Problem("", message)));
  }

  private static Edition edition(YamlNode root, List<Problem> problems) {
    String id = root.text("edition");
    String title = root.text("title");
    Instant effectiveFrom =
        root.parsed(
            root.text("effectiveFrom"),
            "effectiveFrom",
            "an instant such as 2021-01-01T00:00:00Z",
            FourDigitYears::instant);
    Instant start = effectiveFrom == null ? Instant.EPOCH : effectiveFrom;
    TargetSection targets = new TargetSection(root);
    return new Edition(
        orUnread(id),
        orUnread(title),
        start,
        scope(root),
        root.flag("pinOnly"),
        targets.contractual(),
        RuleSections.priorities(root),
        decisions(root.object("decisions")),
        new EntitlementMatrix(
            RuleSections.access(root), RuleSections.benefits(root), flags(root.object("flags"))),
        targets.promises(),
        EscalationSection.escalation(root),
        new CalendarSection(start).calendars(root),
        regions(root),
        RuleSections.phoneLines(root),
        WordingSection.wording(root),
        planChange(root));
  }

  private static Scope scope(YamlNode root) {
    Scope scope = root.has("scope") ? root.oneOf("scope", Scope.class) : null;
    return scope == null ? Scope.NEW_TICKETS : scope;
  }

  private static PlanChange planChange(YamlNode root) {
    PlanChange change =
        root.has("onPlanChange") ? root.oneOf("onPlanChange", PlanChange.class) : null;
    return change == null ? PlanChange.KEEP : change;
  }

  private static DecisionTable decisions(YamlNode node) {
    Workaround notStated = node.oneOf("workaroundNotStated", Workaround.class);
    DecisionTable table =
        new DecisionTable(
            notStated == null ? Workaround.NONE : notStated, RuleSections.decisions(node));
    node.refuseUnread();
    return table;
  }

  private static Map<String, Boolean> flags(YamlNode node) {
    Map<String, Boolean> flags = new HashMap<>();
    node.names().forEach(name -> flags.put(name, node.flag(name)));
    return flags;
  }

  private static Regions regions(YamlNode root) {
    Map<String, String> regions = new HashMap<>(root.texts("regions"));
    String fallback = regions.remove("default");
    if (fallback == null) {
      root.problem("regions", "'default' is required: the calendar of all other regions");
    }
    regions.keySet().stream()
        .filter(country -> !country.matches("[A-Z]{2}"))
        .forEach(
            country ->
                root.problem("regions/" + country, "is not an ISO 3166 code of two capitals"));
    return new Regions(orUnread(fallback), regions);
  }

  private static String orUnread(@Nullable String text) {
    return Objects.requireNonNullElse(text, "unread");
  }

  /** A section that could not be read whole would only raise problems that are not there. */
  private static List<Problem> unlessUnreadable(List<Problem> found, List<Problem> unreadable) {
    Set<String> sections =
        unreadable.stream().map(EditionYaml::section).collect(Collectors.toSet());
    if (sections.contains("calendars")) {
      sections.add("regions");
      sections.add("promises");
    }
    if (sections.contains("calendars") || sections.contains("access")) {
      sections.add("routes");
      sections.add("flags");
    }
    if (sections.contains("promises") || sections.contains("benefits")) {
      sections.add("escalation");
    }
    return found.stream().filter(problem -> !sections.contains(section(problem))).toList();
  }

  private static String section(Problem problem) {
    String[] segments = problem.pointer().split("/", 3);
    return segments.length > 1 ? segments[1] : "";
  }
}
