package dev.hourglass.notifier.survey;

import dev.hourglass.notifier.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a survey mail says.
 *
 * @param reminder whether it asks once more
 * @param until date and time in the customer's zone until when the link works
 * @param unsubscribe the page where the recipient can ask for no more surveys
 */
public record SurveyInvitation(
    boolean reminder,
    Language language,
    String reference,
    @Nullable String name,
    @Nullable String subject,
    List<Choice> choices,
    String until,
    String unsubscribe) {

  /** One level, and the link that preselects it. */
  public record Choice(Level level, String link) {}
}
