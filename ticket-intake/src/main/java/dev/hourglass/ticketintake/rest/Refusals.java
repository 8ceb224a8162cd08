package dev.hourglass.ticketintake.rest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts what clients were refused, by status. */
@Provider
public class Refusals implements ContainerResponseFilter {

  private final MeterRegistry metrics;

  Refusals(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400) {
      count(metrics, response.getStatus());
    }
  }

  static void count(MeterRegistry metrics, int status) {
    metrics.counter("ticket_intake_refusals", "status", Integer.toString(status)).increment();
  }
}
