package dev.hourglass.prioritizer.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that a resource does not read: a misspelt one must not be ignored. */
public final class StrictQuery {

  @ServerRequestFilter
  void refuseUnread(ResourceInfo resource, UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    if (query.isEmpty()) {
      return;
    }
    List<String> known = known(resource);
    query.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw Problems.badQuery(name, "there is no such parameter", known);
          }
          if (values.size() > 1) {
            throw Problems.badQuery(name, "may stand once", List.of());
          }
          if (values.get(0).isEmpty()) {
            throw Problems.badQuery(name, "must not be empty", List.of());
          }
        });
  }

  private static List<String> known(ResourceInfo resource) {
    return Arrays.stream(resource.getResourceMethod().getParameters())
        .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .toList();
  }
}
