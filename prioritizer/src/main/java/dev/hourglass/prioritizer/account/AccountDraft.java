package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.listOf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as somebody wrote it, nothing checked yet. */
public record AccountDraft(
    @Nullable String number,
    @Nullable String name,
    @Nullable String type,
    @Nullable String plan,
    @Nullable String country,
    @Nullable String timeZone,
    @Nullable String language,
    @Nullable String edition,
    List<MemberDraft> members) {

  public AccountDraft {
    members = listOf(members);
  }

  /** A member as somebody wrote it. */
  public record MemberDraft(
      @Nullable String email, @Nullable String role, @Nullable String language) {}
}
