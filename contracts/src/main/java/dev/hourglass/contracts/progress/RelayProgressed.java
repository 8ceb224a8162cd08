package dev.hourglass.contracts.progress;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.EventData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a speaker's outbox has been published, said once a second: what the monitor asks before
 * it says a breach.
 *
 * @param speaker the module whose relay speaks
 * @param at when the outbox was looked at, by the speaker's clock (UTC)
 * @param unpublished facts waiting to be published to {@code timings}
 * @param oldestUnpublishedAt when the oldest of them was recorded; missing where none waits
 */
public record RelayProgressed(
    String speaker, Instant at, long unpublished, @Nullable Instant oldestUnpublishedAt)
    implements EventData {

  public RelayProgressed {
    required(speaker, "speaker");
    required(at, "at");
    rule(
        (unpublished == 0) == (oldestUnpublishedAt == null),
        "'oldestUnpublishedAt' is there exactly if something waits");
  }

  @Override
  public String subject() {
    return speaker;
  }
}
