package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.delivery.DeliveryPage;
import dev.hourglass.notifier.delivery.DeliveryState;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators may see of the deliveries. */
@ApplicationScoped
public class DeliveryBook {

  private final DeliveryRows deliveries;

  DeliveryBook(DeliveryRows deliveries) {
    this.deliveries = deliveries;
  }

  /** A page of those of a ticket and in a state, where these are given; latest first. */
  @Transactional
  public DeliveryPage page(
      @Nullable UUID ticketId, @Nullable DeliveryState state, int page, int size) {
    List<String> conditions = new ArrayList<>();
    Parameters parameters = new Parameters();
    if (ticketId != null) {
      conditions.add("ticketId = :ticketId");
      parameters.and("ticketId", ticketId);
    }
    if (state != null) {
      conditions.add("state = :state");
      parameters.and("state", state);
    }
    Sort latest = Sort.descending("createdAt", "id");
    PanacheQuery<DeliveryRow> query =
        conditions.isEmpty()
            ? deliveries.findAll(latest)
            : deliveries.find(String.join(" and ", conditions), latest, parameters);
    List<DeliveryPage.Item> items =
        query.page(Page.of(page, size)).list().stream().map(DeliveryBook::item).toList();
    return new DeliveryPage(items, page, size, query.count());
  }

  private static DeliveryPage.Item item(DeliveryRow row) {
    TicketRow ticket = row.ticketId == null ? null : TicketRow.findById(row.ticketId);
    return new DeliveryPage.Item(
        row.id,
        row.ticketId,
        ticket == null ? null : ticket.reference,
        row.kind,
        row.cycle,
        AddressBook.masked(row.recipient),
        row.state,
        row.attempts,
        row.repeated,
        row.dueAt,
        row.createdAt,
        row.sentAt,
        row.bouncedAt,
        row.reason);
  }
}
