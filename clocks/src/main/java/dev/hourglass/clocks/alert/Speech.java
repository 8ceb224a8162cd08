package dev.hourglass.clocks.alert;

import java.util.List;

/**
 * What is to be said now, and what has been said once that is.
 *
 * @param utterances withdrawals first, then by the instants that they are about
 */
public record Speech(List<Utterance> utterances, Said said) {}
