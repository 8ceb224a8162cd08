package dev.hourglass.prioritizer.postgres;

import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.prioritizer.account.EmailAddress;
import dev.hourglass.prioritizer.account.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code members}. */
@Embeddable
public class MemberRow {

  @Column(name = "email_digest", nullable = false)
  String emailDigest;

  @Nullable String email;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  Role role;

  String language;

  static MemberRow of(Member member) {
    MemberRow row = new MemberRow();
    row.emailDigest = member.emailDigest();
    row.email = member.email() == null ? null : member.email().value();
    row.role = member.role();
    row.language = member.language();
    return row;
  }

  Member toMember() {
    return new Member(emailDigest, email == null ? null : new EmailAddress(email), role, language);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MemberRow row
        && emailDigest.equals(row.emailDigest)
        && Objects.equals(email, row.email)
        && role == row.role
        && Objects.equals(language, row.language);
  }

  @Override
  public int hashCode() {
    return emailDigest.hashCode();
  }
}
