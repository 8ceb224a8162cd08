package dev.hourglass.notifier.survey;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;

/**
 * What a survey link stands for: the permission to rate one cycle of one ticket for some time.
 *
 * @param expiresAt from then on the link is of no use; whole seconds
 */
public record SurveyToken(UUID ticketId, int cycle, Instant expiresAt) {

  public SurveyToken {
    required(ticketId, "ticketId");
    required(expiresAt, "expiresAt");
    rule(cycle >= 1, "'cycle' starts at 1");
    rule(expiresAt.getNano() == 0, "'expiresAt' has whole seconds");
  }

  /** Whether the time is over. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
