package dev.hourglass.prioritizer.entitlement;

import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.PhoneLine;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.entitlement.ChannelAnswer.PriorityTargets;
import dev.hourglass.prioritizer.entitlement.ChannelAnswer.TargetTime;
import dev.hourglass.prioritizer.ticket.Customer;
import dev.hourglass.prioritizer.ticket.Customers;
import dev.hourglass.prioritizer.ticket.RoleDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a ticket would be given if it were posted now, by the rules that it would meet. */
public final class Entitlements {

  private final Customers customers;
  private final Editions editions;

  public Entitlements(Customers customers, Editions editions) {
    this.customers = customers;
    this.editions = editions;
  }

  /** The answer as of {@code now}. */
  public EntitlementAnswer answer(Inquiry inquiry, Instant now) {
    Customer customer = customers.find(inquiry.account(), inquiry.email(), now, now);
    Edition edition = editions.edition(customer.edition());
    List<ChannelAnswer> channels = new ArrayList<>();
    for (Queue queue : inquiry.queues()) {
      for (Channel channel : inquiry.channels()) {
        channels.add(channel(customer, edition, inquiry.role(), channel, queue));
      }
    }
    return new EntitlementAnswer(
        customer.known(),
        customer.memberRole() != null,
        customer.type(),
        customer.plan(),
        customer.country(),
        edition.id(),
        channels);
  }

  private static ChannelAnswer channel(
      Customer customer, Edition edition, @Nullable Role stated, Channel channel, Queue queue) {
    RoleDecision role = RoleDecision.of(customer, stated, channel);
    Standing standing = new Standing(customer.type(), customer.plan(), role.role(), channel, queue);
    Entitlement entitlement = edition.entitlement(standing);
    List<Reason> reasons = new ArrayList<>(entitlement.reasons());
    role.reason().ifPresent(reasons::add);
    boolean mayCall =
        entitlement.allowed()
            ? channel == Channel.PHONE
            : entitlement.instead().contains(Route.PHONE);
    return new ChannelAnswer(
        channel,
        queue,
        entitlement.allowed(),
        role.role(),
        entitlement.tier(),
        entitlement.prioritisedResponse(),
        entitlement.automaticEscalation(),
        entitlement.technicalAccountManager(),
        entitlement.instead(),
        mayCall ? phoneLines(edition, customer.country()) : List.of(),
        targets(customer, edition, standing),
        reasons);
  }

  private static List<PriorityTargets> targets(
      Customer customer, Edition edition, Standing standing) {
    return Arrays.stream(Priority.values())
        .map(
            priority ->
                new PriorityTargets(
                    priority,
                    times(edition.promise(basis(customer, standing, priority)).promise())))
        .toList();
  }

  private static List<TargetTime> times(Promise promise) {
    return promise.targets().stream()
        .map(
            target ->
                new TargetTime(
                    target.metric(), target.within(), target.calendar(), target.contractual()))
        .toList();
  }

  private static Basis basis(Customer customer, Standing standing, Priority priority) {
    return new Basis(
        null,
        customer.known(),
        standing.accountType(),
        standing.plan(),
        standing.role(),
        customer.country(),
        customer.timeZone(),
        customer.language(),
        standing.channel(),
        standing.queue(),
        priority);
  }

  private static List<PhoneLine> phoneLines(Edition edition, @Nullable String country) {
    List<PhoneLine> theirs =
        edition.phoneLines().stream().filter(line -> line.country().equals(country)).toList();
    return theirs.isEmpty()
        ? edition.phoneLines().stream().filter(line -> !line.inCountryOnly()).toList()
        : theirs;
  }
}
