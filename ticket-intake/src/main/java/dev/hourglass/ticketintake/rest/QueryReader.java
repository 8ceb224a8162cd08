package dev.hourglass.ticketintake.rest;

import dev.hourglass.contracts.text.Texts;
import dev.hourglass.rest.Parameters;
import dev.hourglass.ticketintake.TicketIntakeConfig;
import dev.hourglass.ticketintake.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads the query of the list. */
@ApplicationScoped
public class QueryReader {

  private static final int MAX_ACCOUNT = 64;

  private final TicketIntakeConfig.Rest limits;

  QueryReader(TicketIntakeConfig config) {
    this.limits = config.rest();
  }

  /** What to list. */
  record TicketQuery(@Nullable String account, @Nullable TicketStatus status, int page, int size) {}

  TicketQuery read(
      @Nullable String account,
      @Nullable String status,
      @Nullable String page,
      @Nullable String size) {
    Parameters parameters = new Parameters();
    if (account != null
        && (account.isBlank() || account.length() > MAX_ACCOUNT || !Texts.isStorable(account))) {
      parameters.wrong("account", "must be an account number");
    }
    TicketQuery query =
        new TicketQuery(
            account,
            parameters.value("status", status, TicketStatus.class),
            parameters.number("page", page, 0, limits.maxPage(), 0),
            parameters.number("size", size, 1, limits.maxPageSize(), limits.pageSize()));
    parameters.refuseIfWrong();
    return query;
  }
}
