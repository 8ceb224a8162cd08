package dev.hourglass.triage;

import org.jspecify.annotations.Nullable;

/**
 * Reads the priority out of free text. Guaranteed: an answer in bounded time whatever the text,
 * with reasons, and honest about how sure it is. Not guaranteed: that it is right.
 */
public interface Triage {

  /**
   * What subject and body seem to be.
   *
   * @param language ISO 639-1, what somebody said it is: counts where the text is too short to tell
   */
  Decision decide(@Nullable String subject, @Nullable String body, @Nullable String language);
}
