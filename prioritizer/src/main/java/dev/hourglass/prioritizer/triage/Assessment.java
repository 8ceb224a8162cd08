package dev.hourglass.prioritizer.triage;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text seems to say.
 *
 * @param workaround missing where the text says nothing of it
 * @param confidence 0 to 1
 * @param uncertain whether a person should look at it
 */
public record Assessment(
    Impact impact,
    @Nullable Workaround workaround,
    double confidence,
    boolean uncertain,
    List<Reason> reasons) {

  public Assessment {
    required(impact, "impact");
    rule(confidence >= 0 && confidence <= 1, "'confidence' is 0 to 1");
    reasons = listOf(reasons);
  }
}
