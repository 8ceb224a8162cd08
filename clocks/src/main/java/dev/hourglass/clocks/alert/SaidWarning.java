package dev.hourglass.clocks.alert;

import dev.hourglass.contracts.promise.Metric;

/** A warning that was said; it is never said again, whatever comes (R10). */
public record SaidWarning(Metric metric, int cycle, int level) {}
