package dev.hourglass.slamonitor.postgres;

import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.slamonitor.board.Board;
import dev.hourglass.slamonitor.board.BoardClock;
import dev.hourglass.slamonitor.board.BoardPage;
import dev.hourglass.slamonitor.board.BoardQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The board in PostgreSQL. */
@ApplicationScoped
public class PostgresBoard implements Board, PanacheRepositoryBase<ClockRow, ClockRow.Key> {

  private static final String FILTER =
      " from ClockRow c join TicketRow t on t.ticketId = c.ticketId"
          + " where (:anyState = true or c.status = :state)"
          + " and (:anyDeadline = true or c.deadline < :dueBefore)";

  private final ClockWriter writer;

  PostgresBoard(ClockWriter writer) {
    this.writer = writer;
  }

  @Override
  @Transactional
  public void show(Collection<ClocksChanged> states) {
    writer.write(states);
  }

  @Override
  @Transactional
  public Optional<ClocksChanged> clocks(UUID ticketId) {
    return TicketRow.<TicketRow>findByIdOptional(ticketId)
        .map(ticket -> changed(ticket, clocksOf(ticketId)));
  }

  @Override
  @Transactional
  public BoardPage find(BoardQuery query) {
    List<BoardClock> items =
        bound(
                getEntityManager()
                    .createQuery(
                        "select c, t"
                            + FILTER
                            + " order by c.deadline nulls last, c.ticketId, c.metric, c.cycle",
                        Object[].class),
                query)
            .setFirstResult(Math.multiplyExact(query.page(), query.size()))
            .setMaxResults(query.size())
            .getResultStream()
            .map(row -> ((ClockRow) row[0]).onBoard((TicketRow) row[1]))
            .toList();
    long total =
        bound(getEntityManager().createQuery("select count(*)" + FILTER, Long.class), query)
            .getSingleResult();
    return new BoardPage(items, query.page(), query.size(), total);
  }

  private List<ClockState> clocksOf(UUID ticketId) {
    return list("ticketId", Sort.by("startedAt", "metric", "cycle"), ticketId).stream()
        .map(ClockRow::state)
        .toList();
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> typed, BoardQuery query) {
    return typed
        .setParameter("anyState", query.state() == null)
        .setParameter("state", query.state())
        .setParameter("anyDeadline", query.dueBefore() == null)
        .setParameter("dueBefore", query.dueBefore());
  }

  private static ClocksChanged changed(TicketRow ticket, List<ClockState> clocks) {
    return new ClocksChanged(
        ticket.ticketId,
        ticket.version,
        ticket.asOf,
        ticket.facts,
        ticket.reference,
        ticket.account,
        ticket.priority,
        ticket.plan,
        ticket.edition,
        clocks);
  }
}
