package dev.hourglass.prioritizer.entitlement;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.PhoneLine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for somebody who uses a channel for a queue.
 *
 * @param allowed whether it is theirs to use; a ticket is logged either way
 * @param role the one that counts
 * @param tier 1 frontline, 2 direct; missing where nobody is entitled to answer
 * @param instead where to turn, if it is not theirs
 * @param phoneLines where they may call, there or instead; those of their country, or where it has
 *     none all that can be called from abroad
 * @param targets what a ticket would be promised, by priority
 */
public record ChannelAnswer(
    Channel channel,
    Queue queue,
    boolean allowed,
    Role role,
    @Nullable Integer tier,
    boolean prioritisedResponse,
    boolean automaticEscalation,
    boolean technicalAccountManager,
    List<Route> instead,
    List<PhoneLine> phoneLines,
    List<PriorityTargets> targets,
    List<Reason> reasons) {

  public ChannelAnswer {
    instead = listOf(instead);
    phoneLines = listOf(phoneLines);
    targets = listOf(targets);
    reasons = listOf(reasons);
  }

  /** What a ticket of a priority would be promised; empty where the policy promises nothing. */
  public record PriorityTargets(Priority priority, List<TargetTime> targets) {

    public PriorityTargets {
      targets = listOf(targets);
    }
  }

  /**
   * One target.
   *
   * @param contractual whether it is contract, not only our own standard
   */
  public record TargetTime(Metric metric, Duration within, String calendar, boolean contractual) {}
}
