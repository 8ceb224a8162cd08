package dev.hourglass.prioritizer;

import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.entitlement.Entitlements;
import dev.hourglass.prioritizer.ticket.Customers;
import dev.hourglass.prioritizer.ticket.Prioritizer;
import dev.hourglass.prioritizer.ticket.PromiseMaker;
import dev.hourglass.prioritizer.ticket.Tickets;
import dev.hourglass.triage.TextTriage;
import dev.hourglass.triage.Triage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the parts together; the only place that knows the time. */
@ApplicationScoped
public class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Triage triage(TriageConfig config) {
    return TextTriage.shipped(config.reviewBelow());
  }

  @Produces
  @Singleton
  Entitlements entitlements(Customers customers, Editions editions) {
    return new Entitlements(customers, editions);
  }

  @Produces
  @Singleton
  Prioritizer prioritizer(Tickets tickets, Customers customers, Editions editions, Triage triage) {
    return new Prioritizer(tickets, customers, editions, new PromiseMaker(triage));
  }
}
