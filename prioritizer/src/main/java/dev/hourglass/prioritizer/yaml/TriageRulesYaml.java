package dev.hourglass.prioritizer.yaml;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.prioritizer.triage.RuleTriage;
import dev.hourglass.prioritizer.triage.Triage;
import dev.hourglass.prioritizer.triage.TriageRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of triage from {@code triage-rules.yaml}. */
public final class TriageRulesYaml {

  private static final String RESOURCE = "/triage-rules.yaml";

  private TriageRulesYaml() {}

  private record Document(Set<String> negations, List<Rule> rules) {}

  private record Rule(
      String rule,
      @Nullable Impact impact,
      @Nullable Workaround workaround,
      int weight,
      String because,
      Map<String, List<String>> phrases) {

    TriageRule toRule() {
      return new TriageRule(
          rule,
          impact,
          workaround,
          weight,
          because,
          phrases.values().stream().flatMap(List::stream).toList());
    }
  }

  /** The triage by the rules that come with the service. */
  public static Triage shipped(double reviewBelow) {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream stream = TriageRulesYaml.class.getResourceAsStream(RESOURCE)) {
      Document document = mapper.readValue(stream, Document.class);
      return new RuleTriage(
          document.rules().stream().map(Rule::toRule).toList(), document.negations(), reviewBelow);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules of triage could not be read", e);
    }
  }
}
