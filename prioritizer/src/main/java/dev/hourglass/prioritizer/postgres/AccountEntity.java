package dev.hourglass.prioritizer.postgres;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.prioritizer.account.Account;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

/** A row of {@code accounts} with its members. */
@Entity
@Table(name = "accounts")
public class AccountEntity extends PanacheEntityBase {

  @Id String number;
  String name;

  @Enumerated(EnumType.STRING)
  AccountType type;

  @Enumerated(EnumType.STRING)
  Plan plan;

  String country;

  @Column(name = "time_zone")
  String timeZone;

  String language;
  String edition;
  long sequence;

  @Column(name = "changed_at")
  Instant changedAt;

  @ElementCollection
  @CollectionTable(name = "members", joinColumns = @JoinColumn(name = "account"))
  @BatchSize(size = 100)
  Set<MemberRow> members = new HashSet<>();

  Account toAccount() {
    return new Account(
        number,
        name,
        type,
        plan,
        country,
        timeZone == null ? null : ZoneId.of(timeZone),
        language,
        edition,
        members.stream().map(MemberRow::toMember).toList());
  }

  void become(Account account) {
    name = account.name();
    type = account.type();
    plan = account.plan();
    country = account.country();
    timeZone = account.timeZone() == null ? null : account.timeZone().getId();
    language = account.language();
    edition = account.edition();
    Set<MemberRow> rows = account.members().stream().map(MemberRow::of).collect(Collectors.toSet());
    members.retainAll(rows);
    members.addAll(rows);
  }
}
