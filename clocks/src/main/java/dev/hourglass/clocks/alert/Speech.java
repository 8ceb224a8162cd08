package dev.hourglass.clocks.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said now, and what has been said once that is.
 *
 * @param utterances withdrawals first, then by the instants that they are about
 * @param held the earliest missed deadline whose breach is held back until the speakers are heard
 */
public record Speech(List<Utterance> utterances, Said said, @Nullable Instant held) {}
