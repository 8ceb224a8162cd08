package dev.hourglass.triage;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.triage.concept.Concept;
import dev.hourglass.triage.concept.Finding;
import dev.hourglass.triage.concept.Lexicon;
import dev.hourglass.triage.language.Languages;
import dev.hourglass.triage.scoring.Blend;
import dev.hourglass.triage.scoring.Rule;
import dev.hourglass.triage.scoring.Scoring;
import dev.hourglass.triage.text.Cleaning;
import dev.hourglass.triage.text.Words;
import dev.hourglass.triage.wording.Wording;
import dev.hourglass.triage.wording.WordingFile;
import dev.hourglass.triage.yaml.LexiconYaml;
import dev.hourglass.triage.yaml.ScoringYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cleans a text, tells its language, finds the concepts in it and adds up what they speak for. */
public final class TextTriage implements Triage {

  private static final String ENGLISH = "en";
  private static final double CONFIDENCE_OF_NOTHING = 0.1;
  private static final int MOST_REASONS = 4;

  /** Fewer pieces of a text that are known tell nothing. */
  private static final int FEWEST_KNOWN = 8;

  /** Below so many characters letters tell little about the language. */
  private static final int SHORT = 50;

  private final Languages languages = new Languages();
  private final Map<String, Lexicon> lexicons = new HashMap<>();
  private final Scoring scoring;
  private final Wording wording;
  private final double reviewBelow;

  private TextTriage(Scoring scoring, Wording wording, double reviewBelow) {
    rule(reviewBelow > 0 && reviewBelow < 1, "'reviewBelow' is between 0 and 1");
    this.scoring = scoring;
    this.wording = wording;
    this.reviewBelow = reviewBelow;
    Languages.CODES.forEach(code -> lexicons.put(code, LexiconYaml.shipped(code)));
  }

  /**
   * The triage by the phrases and rules that are shipped.
   *
   * @param reviewBelow below this confidence a person should look at it
   */
  public static TextTriage shipped(double reviewBelow) {
    return new TextTriage(ScoringYaml.shipped(), WordingFile.shipped(), reviewBelow);
  }

  /** What was found in a text, its words and its language. */
  public record Reading(String language, Map<Concept, Finding> found, List<String> words) {}

  @Override
  public Decision decide(
      @Nullable String subject, @Nullable String body, @Nullable String language) {
    Reading reading = read(subject, body, language);
    if (reading.found().isEmpty()
        && wording.known(reading.words(), reading.language()) < FEWEST_KNOWN) {
      return nothing(reading.language());
    }
    List<Rule> holding = scoring.holding(reading.found().keySet());
    Map<Priority, Double> byWording = wording.likelihoods(reading.words(), reading.language());
    Map<Priority, Double> likelihoods = Blend.of(Scoring.likelihoods(holding), byWording);
    Priority likeliest = likeliest(likelihoods);
    double confidence = likelihoods.get(likeliest);
    boolean review = confidence < reviewBelow;
    Priority priority = review ? cautious(likeliest, likelihoods) : likeliest;
    List<Reason> reasons = reasons(priority, holding, reading);
    if (likeliest(byWording) == priority) {
      reasons.add(wordingReason(priority, reading));
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason("text-nothing-else", "Nothing in the text speaks for more or less."));
    }
    if (priority != likeliest) {
      reasons.add(
          new Reason("text-raised-in-doubt", "It may well be more urgent: raised by one level."));
    }
    reasons.add(new Reason("text-language", "The text was read as " + reading.language() + "."));
    return new Decision(
        priority, Math.round(confidence * 1000) / 1000.0, review, reading.language(), reasons);
  }

  /** One level more urgent if the more urgent ones together are likelier; never P1. */
  private static Priority cautious(Priority likeliest, Map<Priority, Double> likelihoods) {
    double moreUrgent = 0;
    for (int p = 0; p < likeliest.ordinal(); p++) {
      moreUrgent += likelihoods.get(Priority.values()[p]);
    }
    return likeliest.ordinal() >= 2 && moreUrgent > 0.5
        ? Priority.values()[likeliest.ordinal() - 1]
        : likeliest;
  }

  /** The concepts in a text. */
  public Reading read(@Nullable String subject, @Nullable String body, @Nullable String stated) {
    String title = subject == null ? "" : Cleaning.subject(subject);
    String text = body == null ? "" : Cleaning.body(body);
    List<String> words = Words.of(title + "\n" + text);
    String all = text.length() < SHORT ? title + "\n" + text : text;
    String language = languages.of(all, stated);
    if (all.length() < SHORT && stated == null && !language.equals(Languages.UNKNOWN)) {
      language = wordiest(words, language);
    }
    Map<Concept, Finding> found = new EnumMap<>(Concept.class);
    Lexicon own = lexicons.get(language);
    if (own != null) {
      own.find(words, found);
    }
    if (own != null && !language.equals(ENGLISH)) {
      lexicons.get(ENGLISH).find(words, found);
    }
    if (words.contains(Words.ASKED)) {
      found.put(Concept.ASKED, new Finding(Concept.ASKED, "?"));
    }
    return new Reading(language, found, words);
  }

  /** The language whose phrases find most: of a few words alone letters tell little. */
  private String wordiest(List<String> words, String detected) {
    String wordiest = detected;
    int most = findings(words, detected);
    for (String code : Languages.CODES) {
      int findings = findings(words, code);
      if (findings > most) {
        wordiest = code;
        most = findings;
      }
    }
    return wordiest;
  }

  private int findings(List<String> words, String code) {
    Map<Concept, Finding> found = new EnumMap<>(Concept.class);
    lexicons.get(code).find(words, found);
    return found.size();
  }

  private static Priority likeliest(Map<Priority, Double> likelihoods) {
    Priority likeliest = Priority.P1;
    for (Map.Entry<Priority, Double> each : likelihoods.entrySet()) {
      if (each.getValue() > likelihoods.get(likeliest)) {
        likeliest = each.getKey();
      }
    }
    return likeliest;
  }

  private List<Reason> reasons(Priority priority, List<Rule> holding, Reading reading) {
    List<Reason> reasons = new ArrayList<>();
    holding.stream()
        .filter(rule -> !rule.when().isEmpty() && speaksFor(rule, priority) > 0)
        .sorted(Comparator.comparingDouble(rule -> -speaksFor(rule, priority)))
        .limit(MOST_REASONS)
        .forEach(rule -> reasons.add(new Reason("text-" + rule.rule(), text(rule, reading))));
    return reasons;
  }

  private Reason wordingReason(Priority priority, Reading reading) {
    List<String> strongest = new ArrayList<>();
    wording
        .strongest(reading.words(), reading.language(), priority, MOST_REASONS)
        .forEach(each -> strongest.add('"' + each + '"'));
    String shown = strongest.isEmpty() ? "" : " (" + String.join(", ", strongest) + ")";
    return new Reason(
        "text-wording", "It is worded like other " + priority + " tickets" + shown + ".");
  }

  /** By how much more than for the other priorities, on average. */
  private static double speaksFor(Rule rule, Priority priority) {
    double all = rule.points().values().stream().mapToDouble(Double::doubleValue).sum();
    return rule.pointsFor(priority) - all / Priority.values().length;
  }

  private static String text(Rule rule, Reading reading) {
    List<String> words = new ArrayList<>();
    for (Concept concept : rule.when()) {
      words.add('"' + reading.found().get(concept).words() + '"');
    }
    return rule.because() + " (" + String.join(", ", words) + ")";
  }

  private static Decision nothing(String language) {
    return new Decision(
        Priority.P3,
        CONFIDENCE_OF_NOTHING,
        true,
        language,
        List.of(
            new Reason(
                "text-nothing-recognised",
                "The text says nothing that the rules know; it is taken as a general problem.")));
  }
}
