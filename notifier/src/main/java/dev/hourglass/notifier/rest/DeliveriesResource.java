package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.delivery.DeliveryPage;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.postgres.DeliveryBook;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets operators see which mails went out and which did not; addresses masked. */
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
public class DeliveriesResource {

  private static final List<String> KNOWN = List.of("ticketId", "state", "page", "size");
  private static final int LARGEST_PAGE = 200;
  private static final int LAST_PAGE = 100_000;

  private final DeliveryBook deliveries;

  DeliveriesResource(DeliveryBook deliveries) {
    this.deliveries = deliveries;
  }

  /** What is wrong with a parameter. */
  public record ParameterError(String parameter, String message, @Nullable List<String> allowed) {}

  /** The deliveries, latest first. */
  @GET
  @Operation(summary = "Deliveries, latest first; recipients masked")
  @APIResponse(responseCode = "200", description = "A page of deliveries")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public DeliveryPage find(
      @QueryParam("ticketId") @Parameter(example = "0193a2b4-7c1e-7d52-9c0e-3f5a1b2c4d6e")
          @Nullable String ticketId,
      @QueryParam("state") @Parameter(example = "SENT") @Nullable String state,
      @QueryParam("page") @Parameter(example = "0") @Nullable String page,
      @QueryParam("size") @Parameter(example = "20") @Nullable String size,
      @Context UriInfo uri) {
    List<ParameterError> errors = new ArrayList<>();
    uri.getQueryParameters().forEach((name, values) -> known(name, values, errors));
    UUID ticket = uuid("ticketId", ticketId, errors);
    DeliveryState inState = state("state", state, errors);
    int at = number("page", page, 0, LAST_PAGE, 0, errors);
    int many = number("size", size, 1, LARGEST_PAGE, 20, errors);
    if (!errors.isEmpty()) {
      throw HttpProblem.builder()
          .withStatus(Response.Status.BAD_REQUEST)
          .withTitle("A parameter cannot be read")
          .withDetail(errors.get(0).message())
          .with("errors", errors)
          .build();
    }
    return deliveries.page(ticket, inState, at, many);
  }

  private static void known(String name, List<String> values, List<ParameterError> errors) {
    if (!KNOWN.contains(name)) {
      errors.add(new ParameterError(name, "there is no such parameter", KNOWN));
    } else if (values.size() > 1 || values.get(0).isEmpty()) {
      errors.add(new ParameterError(name, "'" + name + "' must have one value", null));
    }
  }

  private static @Nullable UUID uuid(
      String name, @Nullable String text, List<ParameterError> errors) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return UUID.fromString(text);
    }
    errors.add(new ParameterError(name, "'" + name + "' must be a UUID", null));
    return null;
  }

  private static @Nullable DeliveryState state(
      String name, @Nullable String text, List<ParameterError> errors) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    List<String> allowed = Arrays.stream(DeliveryState.values()).map(Enum::name).toList();
    if (allowed.contains(text)) {
      return DeliveryState.valueOf(text);
    }
    errors.add(
        new ParameterError(name, "'" + name + "' must be one of the allowed values", allowed));
    return null;
  }

  private static int number(
      String name,
      @Nullable String text,
      int least,
      int most,
      int otherwise,
      List<ParameterError> errors) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    errors.add(
        new ParameterError(
            name, "'" + name + "' must be a number from " + least + " to " + most, null));
    return otherwise;
  }
}
