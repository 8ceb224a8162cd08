package dev.hourglass.notifier.survey;

import org.jspecify.annotations.Nullable;

/** The surveys that were sent out. */
public interface Surveys {

  /** What stands on the page of that link; recording nothing. */
  SurveySheet look(String token);

  /**
   * Records an answer, if the survey can still be answered, and says so. The same answer again
   * changes nothing; another one replaces it.
   *
   * @return what stands on the page now
   */
  SurveySheet answer(String token, Level level, @Nullable String comment);

  /**
   * Records that the address to which this link was sent wants no more surveys, also when the
   * survey itself has ended.
   *
   * @return UNSUBSCRIBED, or ENDED where nobody knows the address any more
   */
  SurveySheet unsubscribe(String token);
}
