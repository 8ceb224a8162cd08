package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.contracts.account.AccountChanged;
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

  /** A draft of what somebody said on the topic {@code accounts}. */
  public static AccountDraft of(AccountChanged said) {
    return new AccountDraft(
        said.number(),
        said.name(),
        said.type().name(),
        said.plan().name(),
        said.country(),
        said.timeZone() == null ? null : said.timeZone().getId(),
        said.language(),
        said.edition(),
        said.members().stream()
            .map(
                member ->
                    new MemberDraft(
                        null, member.emailDigest(), member.role().name(), member.language()))
            .toList());
  }

  /**
   * A member as somebody wrote it.
   *
   * @param emailDigest instead of the address, or beside it
   */
  public record MemberDraft(
      @Nullable String email,
      @Nullable String emailDigest,
      @Nullable String role,
      @Nullable String language) {

    public MemberDraft(@Nullable String email, @Nullable String role, @Nullable String language) {
      this(email, null, role, language);
    }
  }
}
