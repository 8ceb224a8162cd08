package dev.hourglass.contracts.alert;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.optionalName;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one ticket, latest state; {@code sla-clocks} is compacted to the last of these.
 *
 * @param version grows with every change of this ticket's clocks; a reader keeps the highest
 * @param asOf the instant that the states are true of
 * @param facts how many facts of the ticket were folded
 */
public record ClocksChanged(
    UUID ticketId,
    long version,
    Instant asOf,
    int facts,
    @Nullable String reference,
    @Nullable String account,
    @Nullable Priority priority,
    @Nullable Plan plan,
    @Nullable String edition,
    List<ClockState> clocks)
    implements EventData {

  public ClocksChanged {
    required(ticketId, "ticketId");
    required(asOf, "asOf");
    optionalName(reference, "reference");
    optionalName(account, "account");
    optionalName(edition, "edition");
    clocks = listOf(clocks);
  }

  @Override
  public String subject() {
    return ticketId.toString();
  }
}
