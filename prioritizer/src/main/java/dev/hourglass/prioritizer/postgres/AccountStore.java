package dev.hourglass.prioritizer.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.Accounts;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Accounts in PostgreSQL, with every version they had. */
@ApplicationScoped
public class AccountStore implements Accounts {

  /** A row to lock, so that two first writers of an account wait for each other. */
  private static final String INSERT =
      "insert into accounts (number, name, type, plan, sequence, changed_at)"
          + " values (?1, ?2, ?3, ?4, 0, ?5) on conflict (number) do nothing";

  private static final String INSERT_VERSION =
      "insert into account_versions (account, sequence, effective_from, document)"
          + " values (?1, ?2, ?3, cast(?4 as json))";

  private final EntityManager entities;
  private final Outbox outbox;

  @Inject
  public AccountStore(EntityManager entities, Outbox outbox) {
    this.entities = entities;
    this.outbox = outbox;
  }

  @Override
  @Transactional
  public Optional<Account> find(String number) {
    return AccountEntity.<AccountEntity>findByIdOptional(number).map(AccountEntity::toAccount);
  }

  @Override
  @Transactional
  public Page list(int page, int size) {
    PanacheQuery<AccountEntity> all = AccountEntity.findAll(Sort.by("number"));
    return new Page(
        all.page(page, size).<AccountEntity>list().stream().map(AccountEntity::toAccount).toList(),
        all.count());
  }

  @Override
  @Transactional
  public Stored put(Account account, Instant at) {
    // Tickets are received on a whole millisecond: one that follows must not look earlier.
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    boolean created =
        entities
                .createNativeQuery(INSERT)
                .setParameter(1, account.number())
                .setParameter(2, account.name())
                .setParameter(3, account.type().name())
                .setParameter(4, account.plan().name())
                .setParameter(5, now)
                .executeUpdate()
            == 1;
    AccountEntity entity = AccountEntity.findById(account.number(), LockModeType.PESSIMISTIC_WRITE);
    if (!created && entity.toAccount().equals(account)) {
      return Stored.SAME;
    }
    entity.become(account);
    entity.sequence++;
    entity.changedAt = now;
    say(Event.of(Topics.PRIORITIZER, now, entity.sequence, account.changed(now)));
    return created ? Stored.CREATED : Stored.CHANGED;
  }

  private void say(Event<AccountChanged> event) {
    entities
        .createNativeQuery(INSERT_VERSION)
        .setParameter(1, event.subject())
        .setParameter(2, event.sequence())
        .setParameter(3, event.time())
        .setParameter(4, json(event.data()))
        .executeUpdate();
    outbox.append(Topics.ACCOUNTS, event);
  }

  private static String json(AccountChanged changed) {
    try {
      return EventJson.mapper().writeValueAsString(changed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an account could not be written as JSON", e);
    }
  }
}
