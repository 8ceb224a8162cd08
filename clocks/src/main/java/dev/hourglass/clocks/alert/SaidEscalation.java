package dev.hourglass.clocks.alert;

import dev.hourglass.contracts.promise.Metric;

/** A level that was said; it is never said again, whatever comes (R22). */
public record SaidEscalation(Metric metric, int cycle, int level, int repetition) {}
