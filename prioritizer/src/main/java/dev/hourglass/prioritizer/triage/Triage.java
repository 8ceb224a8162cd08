package dev.hourglass.prioritizer.triage;

import org.jspecify.annotations.Nullable;

/**
 * Reads impact and workaround out of free text. Guaranteed: an answer in bounded time whatever the
 * text, with reasons, and honest about how sure it is. Not guaranteed: that it is right.
 */
public interface Triage {

  /** What subject and description seem to say. */
  Assessment assess(@Nullable String subject, @Nullable String description);
}
