package dev.hourglass.prioritizer.postgres;

import dev.hourglass.policy.edition.Scope;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code editions}; written once, never changed. */
@Entity
@Table(name = "editions")
public class EditionEntity extends PanacheEntityBase {

  @Id String id;
  String title;

  @Column(name = "effective_from")
  Instant effectiveFrom;

  @Enumerated(EnumType.STRING)
  Scope scope;

  @Column(name = "pin_only")
  boolean pinOnly;

  String document;
  String digest;

  @Column(name = "stored_at")
  Instant storedAt;
}
