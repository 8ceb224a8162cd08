package dev.hourglass.notifier.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.MessageId;
import dev.hourglass.notifier.delivery.NewDelivery;
import dev.hourglass.notifier.delivery.Wakeup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes deliveries, in the transaction of whoever wants them. */
@ApplicationScoped
public class NewDeliveries {

  private static final String INSERT =
      "insert into deliveries (id, cause, message_key, ticket_id, kind, cycle, recipient,"
          + " provider, state, reason, due_at, created_at, said)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (cause, recipient) do nothing";

  private final DataSource dataSource;
  private final TicketRows tickets;
  private final RecipientCaps caps;
  private final AddressBook addresses;
  private final DeliveryFacts facts;
  private final Commits commits;
  private final Journal journal;
  private final Wakeup wakeup;
  private final Clock clock;

  NewDeliveries(
      DataSource dataSource,
      TicketRows tickets,
      RecipientCaps caps,
      AddressBook addresses,
      DeliveryFacts facts,
      Commits commits,
      Journal journal,
      Wakeup wakeup,
      Clock clock) {
    this.dataSource = dataSource;
    this.tickets = tickets;
    this.caps = caps;
    this.addresses = addresses;
    this.facts = facts;
    this.commits = commits;
    this.journal = journal;
    this.wakeup = wakeup;
    this.clock = clock;
  }

  /**
   * Writes a delivery, and wakes a worker after the commit. One that must not be tried is written
   * as suppressed, and that is said.
   *
   * @return its id; empty if there is one of this cause to this recipient already, whatever its
   *     state
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> add(NewDelivery wanted) {
    Delivery delivery =
        new Delivery(
            UuidCreator.getTimeOrderedEpoch(),
            wanted.cause(),
            wanted.ticketId(),
            wanted.kind(),
            wanted.cycle(),
            wanted.recipient().strip(),
            0,
            clock.instant());
    String objection = objection(delivery).orElse(null);
    if (!insert(delivery, wanted, objection)) {
      return Optional.empty();
    }
    if (objection == null) {
      commits.after(wakeup::wake);
    } else {
      suppressed(delivery, objection);
    }
    return Optional.of(delivery.id());
  }

  private Optional<String> objection(Delivery delivery) {
    if (!delivery.kind().isMail()) {
      return Optional.empty();
    }
    Optional<String> objection = addresses.objection(delivery.recipient());
    if (objection.isPresent() || !delivery.kind().isToCustomer()) {
      return objection;
    }
    TicketRow ticket = tickets.findById(delivery.ticketId());
    if (ticket != null && ticket.automatic != null) {
      return Optional.of(ticket.automatic);
    }
    return caps.isReached(delivery.recipient(), delivery.createdAt())
        ? Optional.of(RecipientCaps.REASON)
        : Optional.empty();
  }

  private void suppressed(Delivery delivery, String objection) {
    if (delivery.ticketId() != null) {
      facts.suppressed(delivery.ticketId(), delivery.id(), delivery.kind(), objection);
    }
    commits.after(() -> journal.suppressed(delivery, objection));
  }

  private boolean insert(Delivery delivery, NewDelivery wanted, @Nullable String objection) {
    DeliveryState state = objection == null ? DeliveryState.PENDING : DeliveryState.SUPPRESSED;
    Object[] values = {
      delivery.id(),
      delivery.cause(),
      MessageId.key(delivery.cause()),
      delivery.ticketId(),
      delivery.kind().name(),
      delivery.cycle(),
      delivery.recipient(),
      delivery.kind().isMail() ? AddressBook.domainOf(delivery.recipient()) : "",
      state.name(),
      objection,
      wanted.dueAt().atOffset(ZoneOffset.UTC),
      delivery.createdAt().atOffset(ZoneOffset.UTC),
      objection == null || delivery.ticketId() == null ? 0 : 1
    };
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("a delivery could not be written", e);
    }
  }
}
