package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Moments;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.preview.Sample;
import dev.hourglass.notifier.survey.Level;
import dev.hourglass.notifier.survey.SurveySheet;
import dev.hourglass.notifier.survey.SurveySheet.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of the survey, to be looked at. */
@Singleton
public class SurveyPagePreview implements Preview {

  private static final Instant UNTIL = Instant.parse("2026-12-18T15:05:00Z");
  private static final String NONCE = "preview";
  private static final String COMMENT = "<b>Quick</b> & friendly.";

  private final SurveyPages pages;

  SurveyPagePreview(NotifierConfig config, OwnWords words) {
    this.pages = new SurveyPages(config.mail().name(), words);
  }

  @Override
  public String message() {
    return "survey-page";
  }

  @Override
  public List<String> samples() {
    return List.of(
        "open",
        "answered",
        "problems",
        "thanks",
        "ended",
        "reopened",
        "unknown",
        "unsubscribe",
        "unsubscribed");
  }

  @Override
  public boolean hasText() {
    return false;
  }

  @Override
  public Sample sample(Language language, String sample) {
    return new Sample(sample, null, html(language, sample));
  }

  private String html(Language language, String sample) {
    SurveySheet open = sheet(language, null, false);
    SurveySheet answered = sheet(language, Level.SATISFIED, true);
    return switch (sample) {
      case "answered" -> pages.form(answered, List.of(), NONCE);
      case "problems" -> pages.form(open, List.of(SurveyPages.Problem.values()), NONCE);
      case "thanks" -> pages.thanks(answered, NONCE);
      case "ended" -> pages.closed(Standing.ENDED, language, NONCE);
      case "reopened" -> pages.closed(Standing.REOPENED, language, NONCE);
      case "unknown" -> pages.closed(Standing.UNKNOWN, language, NONCE);
      case "unsubscribe" -> pages.unsubscribe(open, NONCE);
      case "unsubscribed" -> pages.unsubscribed(open, NONCE);
      default -> pages.form(open, List.of(), NONCE);
    };
  }

  private static Moments moments(Language language) {
    return new Moments(ZoneOffset.UTC, language.locale(null, null), false);
  }

  private SurveySheet sheet(Language language, @Nullable Level level, boolean answered) {
    return new SurveySheet(
        Standing.OPEN,
        language,
        "HG-4D6E",
        "Meetings fail for everyone",
        moments(language).dateTimeAndZone(UNTIL),
        level,
        answered ? COMMENT : null,
        answered);
  }
}
