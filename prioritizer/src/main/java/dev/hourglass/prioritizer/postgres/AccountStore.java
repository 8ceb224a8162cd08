package dev.hourglass.prioritizer.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.AccountSaid;
import dev.hourglass.prioritizer.account.AccountVersion;
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
import java.util.function.UnaryOperator;

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

  /** Changes nothing if the speaker has said this, or something later, of the account before. */
  private static final String FEED =
      """
      insert into account_feeds as heard (account, source, event_id, sequence, occurred_at)
      values (?1, ?2, ?3, ?4, ?5)
      on conflict (account, source) do update
      set event_id = excluded.event_id, sequence = excluded.sequence,
          occurred_at = excluded.occurred_at
      where heard.event_id <> excluded.event_id
        and case when excluded.sequence > 0 and heard.sequence > 0
                 then excluded.sequence > heard.sequence
                 else excluded.occurred_at >= heard.occurred_at end
      """;

  private static final String INSERT_PLAN_CHANGE =
      "insert into plan_changes (account, sequence, type, plan) values (?1, ?2, ?3, ?4)";

  private final EntityManager entities;
  private final Outbox outbox;
  private final AccountVersions versions;

  @Inject
  public AccountStore(EntityManager entities, Outbox outbox, AccountVersions versions) {
    this.entities = entities;
    this.outbox = outbox;
    this.versions = versions;
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
  public Optional<History> history(String number, int page, int size) {
    History history = versions.page(number, page, size);
    return Optional.of(history).filter(each -> each.total() > 0);
  }

  @Override
  @Transactional
  public Stored put(Account account, Instant at) {
    return store(account, at, known -> account, true);
  }

  @Override
  @Transactional
  public Stored putWithoutMembers(Account account, Instant at) {
    return store(account, at, known -> account.withMembers(known.members()), true);
  }

  @Override
  @Transactional
  public Stored hear(AccountSaid said, Instant now) {
    Account account = said.account();
    Instant at = said.occurredAt().isAfter(now) ? now : said.occurredAt();
    Locked locked = lock(account, at);
    return isNews(said) ? store(locked, at, account::withAddressesOf, false) : Stored.OLD;
  }

  private Stored store(
      Account account, Instant at, UnaryOperator<Account> merged, boolean publish) {
    return store(lock(account, at), at, merged, publish);
  }

  /** The account's row until the transaction ends, and whether it is new. */
  private record Locked(AccountEntity entity, boolean created) {}

  private Locked lock(Account account, Instant at) {
    int inserted =
        entities
            .createNativeQuery(INSERT)
            .setParameter(1, account.number())
            .setParameter(2, account.name())
            .setParameter(3, account.type().name())
            .setParameter(4, account.plan().name())
            .setParameter(5, at)
            .executeUpdate();
    return new Locked(
        AccountEntity.findById(account.number(), LockModeType.PESSIMISTIC_WRITE), inserted == 1);
  }

  private Stored store(
      Locked locked, Instant from, UnaryOperator<Account> merged, boolean publish) {
    // Tickets are received on a whole millisecond: one that follows must not look earlier.
    Instant at = from.truncatedTo(ChronoUnit.MILLIS);
    AccountEntity entity = locked.entity();
    boolean created = locked.created();
    Account known = entity.toAccount();
    Account wanted = merged.apply(known);
    if (!created && known.equals(wanted)) {
      return Stored.SAME;
    }
    entity.become(wanted);
    entity.sequence++;
    entity.changedAt = at;
    AccountVersion version =
        new AccountVersion(wanted.number(), entity.sequence, wanted.type(), wanted.plan());
    Event<AccountChanged> event =
        Event.withId(version.id(), Topics.PRIORITIZER, at, version.sequence(), wanted.changed(at));
    keep(event);
    if (publish) {
      outbox.append(Topics.ACCOUNTS, event);
    }
    if (!created && (known.type() != wanted.type() || known.plan() != wanted.plan())) {
      keepPlanChange(version);
    }
    return created ? Stored.CREATED : Stored.CHANGED;
  }

  private boolean isNews(AccountSaid said) {
    return entities
            .createNativeQuery(FEED)
            .setParameter(1, said.account().number())
            .setParameter(2, said.source())
            .setParameter(3, said.eventId())
            .setParameter(4, said.sequence())
            .setParameter(5, said.occurredAt())
            .executeUpdate()
        == 1;
  }

  private void keep(Event<AccountChanged> version) {
    entities
        .createNativeQuery(INSERT_VERSION)
        .setParameter(1, version.subject())
        .setParameter(2, version.sequence())
        .setParameter(3, version.time())
        .setParameter(4, json(version.data()))
        .executeUpdate();
  }

  private void keepPlanChange(AccountVersion version) {
    entities
        .createNativeQuery(INSERT_PLAN_CHANGE)
        .setParameter(1, version.number())
        .setParameter(2, version.sequence())
        .setParameter(3, version.type().name())
        .setParameter(4, version.plan().name())
        .executeUpdate();
  }

  private static String json(AccountChanged changed) {
    try {
      return EventJson.mapper().writeValueAsString(changed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an account could not be written as JSON", e);
    }
  }
}
