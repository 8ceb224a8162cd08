package dev.hourglass.replay.comparison;

import static dev.hourglass.contracts.Rules.required;

/**
 * How an edition calls itself.
 *
 * @param id its short name, as promises carry it
 * @param title for people
 */
public record EditionName(String id, String title) {

  public EditionName {
    required(id, "id");
    required(title, "title");
  }
}
