package dev.hourglass.rest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts what clients were refused, by status. */
@Provider
@Singleton
public class Refusals implements ContainerResponseFilter {

  private final MeterRegistry metrics;

  @Inject
  public Refusals(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400) {
      count(response.getStatus());
    }
  }

  void count(int status) {
    metrics.counter("http.refusals", "status", Integer.toString(status)).increment();
  }
}
