package dev.hourglass.prioritizer.rest;

import dev.hourglass.policy.edition.EditionDiff;
import java.util.List;

/** What differs between two editions. */
public record DiffJson(String before, String after, List<EditionDiff.Change> changes) {}
