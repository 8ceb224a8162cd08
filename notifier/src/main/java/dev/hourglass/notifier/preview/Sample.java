package dev.hourglass.notifier.preview;

import org.jspecify.annotations.Nullable;

/**
 * A message written out.
 *
 * @param subject the subject of a mail, the title of a page
 * @param text missing where there is no text alternative, as for a page
 */
public record Sample(String subject, @Nullable String text, String html) {}
