package dev.hourglass.clocks.alert;

import java.util.List;

/**
 * What is to be said now, and what has been said once that is.
 *
 * @param utterances withdrawals first, then by the instants that they are about
 * @param held the missed deadlines and levels that are held back until the speakers are heard
 */
public record Speech(List<Utterance> utterances, Said said, List<MissedDeadline> held) {}
