package dev.hourglass.ticketintake.postgres;

import dev.hourglass.ticketintake.json.TicketPage;
import dev.hourglass.ticketintake.json.TicketView;
import dev.hourglass.ticketintake.ticket.TicketStatus;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks tickets up. */
@ApplicationScoped
public class TicketShelf {

  /**
   * The ticket of that id.
   *
   * @throws TicketUnknown if there is none
   */
  @Transactional
  public TicketView get(UUID id) {
    TicketRow row = TicketRow.findById(id);
    if (row == null) {
      throw new TicketUnknown();
    }
    return view(row);
  }

  /** One page of the tickets of an account and a status, or of all. */
  @Transactional
  public TicketPage list(
      @Nullable String account, @Nullable TicketStatus status, int page, int size) {
    List<String> conditions = new ArrayList<>();
    Parameters parameters = new Parameters();
    if (account != null) {
      conditions.add("account = :account");
      parameters.and("account", account);
    }
    if (status != null) {
      conditions.add("status = :status");
      parameters.and("status", status);
    }
    PanacheQuery<TicketRow> found =
        TicketRow.find(String.join(" and ", conditions), Sort.descending("id"), parameters.map());
    List<TicketView> items = found.page(page, size).list().stream().map(TicketShelf::view).toList();
    return new TicketPage(items, page, size, found.count());
  }

  private static TicketView view(TicketRow row) {
    return TicketView.of(row.ticket(), row.promiseShown());
  }
}
