package dev.hourglass.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Refuses parameters that are unknown, stand twice or are empty, before the resource is asked. */
@Provider
@StrictQuery
public class StrictQueryFilter implements ContainerRequestFilter {

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var query = request.getUriInfo().getQueryParameters();
    if (query.isEmpty()) {
      return;
    }
    List<String> known = known();
    Parameters parameters = new Parameters();
    query.forEach((name, values) -> check(name, values, known, parameters));
    parameters.refuseIfWrong();
  }

  private static void check(
      String name, List<String> values, List<String> known, Parameters parameters) {
    if (!known.contains(name)) {
      parameters.wrong(name, "there is no such parameter", known);
    } else if (values.size() > 1) {
      parameters.wrong(name, "may stand once");
    } else if (values.get(0).isEmpty()) {
      parameters.wrong(name, "must not be empty");
    }
  }

  private List<String> known() {
    return Arrays.stream(resource.getResourceMethod().getParameters())
        .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .toList();
  }
}
