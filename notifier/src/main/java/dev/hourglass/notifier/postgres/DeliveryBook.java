package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.delivery.DeliveryFilter;
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
import org.jspecify.annotations.Nullable;

/** What operators may see of the deliveries. */
@ApplicationScoped
public class DeliveryBook {

  private final DeliveryRows deliveries;

  DeliveryBook(DeliveryRows deliveries) {
    this.deliveries = deliveries;
  }

  /** A page of those that are meant; latest first. */
  @Transactional
  public DeliveryPage page(DeliveryFilter filter, int page, int size) {
    List<DeliveryState> states = filter.state() == null ? List.of() : List.of(filter.state());
    PanacheQuery<DeliveryRow> query = query(deliveries, filter, states);
    List<DeliveryPage.Item> items =
        query.page(Page.of(page, size)).list().stream().map(DeliveryBook::item).toList();
    return new DeliveryPage(items, page, size, query.count());
  }

  /** Those that are meant and in one of the states, or in any if there are none. */
  static PanacheQuery<DeliveryRow> query(
      DeliveryRows deliveries, DeliveryFilter filter, List<DeliveryState> states) {
    List<String> conditions = new ArrayList<>();
    Parameters parameters = new Parameters();
    where("ticketId = :ticketId", "ticketId", filter.ticketId(), conditions, parameters);
    where("kind = :kind", "kind", filter.kind(), conditions, parameters);
    where("reason = :reason", "reason", filter.reason(), conditions, parameters);
    where("createdAt >= :since", "since", filter.since(), conditions, parameters);
    where("state in :states", "states", states.isEmpty() ? null : states, conditions, parameters);
    Sort latest = Sort.descending("createdAt", "id");
    return conditions.isEmpty()
        ? deliveries.findAll(latest)
        : deliveries.find(String.join(" and ", conditions), latest, parameters);
  }

  private static void where(
      String condition,
      String name,
      @Nullable Object value,
      List<String> conditions,
      Parameters parameters) {
    if (value != null) {
      conditions.add(condition);
      parameters.and(name, value);
    }
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
