package dev.hourglass.triage.concept;

/**
 * A concept found in a text.
 *
 * @param words those of the phrase that said so, folded
 */
public record Finding(Concept concept, String words) {}
