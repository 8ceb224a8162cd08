package dev.hourglass.outbox;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Map;

/** For operators: what the broker refused for good, and the command that tries it again. */
@Path("/outbox/refusals")
@Produces(MediaType.APPLICATION_JSON)
public class RedriveResource {

  private final OutboxTable table;

  @Inject
  public RedriveResource(OutboxTable table) {
    this.table = table;
  }

  /** How many events wait to be redriven. */
  @GET
  public Map<String, Long> count() throws SQLException {
    return Map.of("refusals", table.refusals());
  }

  /** Puts all of them back into the outbox; the relay publishes them with its next pass. */
  @POST
  @Path("/redrive")
  public Map<String, Integer> redrive() throws SQLException {
    return Map.of("redriven", table.redrive());
  }
}
