package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.delivery.DeliveryFilter;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.Redrive;
import dev.hourglass.notifier.delivery.Wakeup;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets deliveries that failed be tried once more, under the Message-ID that they had. */
@ApplicationScoped
public class Redrives {

  /** So that one request is one short transaction; whoever has more asks again. */
  public static final int MOST_AT_ONCE = 1_000;

  private final DeliveryRows deliveries;
  private final AddressBook addresses;
  private final Commits commits;
  private final Wakeup wakeup;
  private final Clock clock;

  Redrives(
      DeliveryRows deliveries, AddressBook addresses, Commits commits, Wakeup wakeup, Clock clock) {
    this.deliveries = deliveries;
    this.addresses = addresses;
    this.commits = commits;
    this.wakeup = wakeup;
    this.clock = clock;
  }

  /** Redrives one delivery. */
  @Transactional
  public Redrive redrive(UUID id) {
    return deliveries.locked(id).map(this::redrive).orElse(Redrive.UNKNOWN);
  }

  /**
   * Redrives what was given up or came back, as far as the filter means it.
   *
   * @return how many; if it is {@link #MOST_AT_ONCE}, there may be more
   */
  @Transactional
  public int redriveAll(DeliveryFilter filter) {
    List<DeliveryState> failed =
        filter.state() == null
            ? List.of(DeliveryState.GIVEN_UP, DeliveryState.BOUNCED)
            : List.of(filter.state());
    PanacheQuery<DeliveryRow> query = DeliveryBook.query(deliveries, filter, failed);
    return (int)
        query.withLock(LockModeType.PESSIMISTIC_WRITE).page(0, MOST_AT_ONCE).list().stream()
            .filter(row -> redrive(row) == Redrive.REDRIVEN)
            .count();
  }

  private Redrive redrive(DeliveryRow row) {
    boolean failed =
        row.state == DeliveryState.GIVEN_UP
            || row.state == DeliveryState.BOUNCED
            || wasTooMuch(row);
    if (!failed) {
      return row.state == DeliveryState.SUPPRESSED ? Redrive.NO_RECIPIENT : Redrive.NOT_FAILED;
    }
    if (row.kind.isMail() && objection(row.recipient) != null) {
      return Redrive.NO_RECIPIENT;
    }
    Instant now = clock.instant();
    row.release(DeliveryState.PENDING);
    row.dueAt = now;
    row.attempts = 0;
    row.throttled = 0;
    row.sentAt = null;
    row.bouncedAt = null;
    commits.after(wakeup::wake);
    return Redrive.REDRIVEN;
  }

  /** Everything else that is suppressed is so for good. */
  private static boolean wasTooMuch(DeliveryRow row) {
    return row.state == DeliveryState.SUPPRESSED && RecipientCaps.REASON.equals(row.reason);
  }

  private @Nullable String objection(String recipient) {
    return addresses.objection(recipient).orElse(null);
  }
}
