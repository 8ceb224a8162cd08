package dev.hourglass.notifier.survey;

import dev.hourglass.notifier.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the survey page.
 *
 * @param language of the ticket; missing where nobody knows the ticket
 * @param reference missing where the link is not ours
 * @param until date and time in the customer's zone until when it can be answered
 * @param level what was answered before, or is proposed
 * @param comment what was written before
 * @param answered whether there is an answer already
 */
public record SurveySheet(
    Standing standing,
    @Nullable Language language,
    @Nullable String reference,
    @Nullable String subject,
    @Nullable String until,
    @Nullable Level level,
    @Nullable String comment,
    boolean answered) {

  /** Whether, and if not why not, a survey can be answered. */
  public enum Standing {
    /** It can. */
    OPEN,
    /** Its time is over, or the ticket was withdrawn. */
    ENDED,
    /** The ticket was opened again; there will be another survey. */
    REOPENED,
    /** Its recipient has just asked for no more surveys. */
    UNSUBSCRIBED,
    /** Nobody here wrote that link. */
    UNKNOWN
  }

  /** The sheet of a link that nobody here wrote. */
  public static SurveySheet unknown() {
    return new SurveySheet(Standing.UNKNOWN, null, null, null, null, null, null, false);
  }

  /** The same sheet with another answer filled in, which is not recorded by that. */
  public SurveySheet with(@Nullable Level proposed, @Nullable String written) {
    return new SurveySheet(
        standing, language, reference, subject, until, proposed, written, answered);
  }

  /** The same sheet with another standing. */
  public SurveySheet with(Standing other) {
    return new SurveySheet(other, language, reference, subject, until, level, comment, answered);
  }

  /** Whether its recipient has just asked for no more surveys. */
  public boolean isUnsubscribed() {
    return standing == Standing.UNSUBSCRIBED;
  }

  /** Whether it can be answered. */
  public boolean isOpen() {
    return standing == Standing.OPEN;
  }

  /** Whether that level is filled in. */
  public boolean isChosen(Level candidate) {
    return candidate == level;
  }
}
