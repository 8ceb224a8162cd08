package dev.hourglass.prioritizer.account;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.text.Texts;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.EditionValidator;
import dev.hourglass.prioritizer.account.AccountDraft.MemberDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes an account of a draft, or says everything that is wrong with it. */
public final class AccountCheck {

  /** What an account number looks like. */
  public static final String NUMBER = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

  static final String NUMBER_FORM =
      "is 1 to 40 letters, digits, '.', '_' or '-', and starts with a letter or digit";

  private static final int LONGEST_NAME = 200;
  private static final int MOST_MEMBERS = 1000;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Predicate<String> editionKnown;
  private final List<Problem> problems = new ArrayList<>();

  private AccountCheck(Predicate<String> editionKnown) {
    this.editionKnown = editionKnown;
  }

  /**
   * The account.
   *
   * @throws InvalidAccountException with all problems
   */
  public static Account account(AccountDraft draft, Predicate<String> editionKnown) {
    return new AccountCheck(editionKnown).checked(draft);
  }

  private Account checked(AccountDraft draft) {
    String number = text(draft.number(), "/number");
    check(number == null || number.matches(NUMBER), "/number", NUMBER_FORM);
    String name = text(draft.name(), "/name");
    check(
        name == null || (Texts.isOneLine(name) && Texts.length(name) <= LONGEST_NAME),
        "/name",
        "has at most " + LONGEST_NAME + " characters and no control characters");
    AccountType type = word(draft.type(), "/type", AccountType.class);
    Plan plan = word(draft.plan(), "/plan", Plan.class);
    check(
        draft.country() == null || COUNTRIES.contains(draft.country()),
        "/country",
        "is an ISO 3166 code of two capital letters, such as DE");
    check(
        draft.timeZone() == null || ZoneId.getAvailableZoneIds().contains(draft.timeZone()),
        "/timeZone",
        "is a time zone such as Europe/Berlin");
    language(draft.language(), "/language");
    check(
        draft.edition() == null
            || (draft.edition().matches(EditionValidator.ID) && editionKnown.test(draft.edition())),
        "/edition",
        "is the id of a published edition");
    List<Member> members = members(draft.members());
    if (!problems.isEmpty()) {
      throw new InvalidAccountException(problems);
    }
    ZoneId timeZone = draft.timeZone() == null ? null : ZoneId.of(draft.timeZone());
    return new Account(
        number,
        name,
        type,
        plan,
        draft.country(),
        timeZone,
        draft.language(),
        draft.edition(),
        members);
  }

  private List<Member> members(List<MemberDraft> drafts) {
    check(drafts.size() <= MOST_MEMBERS, "/members", "has at most " + MOST_MEMBERS + " members");
    List<Member> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(drafts.size(), MOST_MEMBERS); i++) {
      MemberDraft draft = drafts.get(i);
      String pointer = "/members/" + i;
      boolean byDigest = draft.email() == null && draft.emailDigest() != null;
      EmailAddress email = byDigest ? null : email(draft.email(), pointer + "/email");
      String digest = digest(email, draft, pointer + "/emailDigest");
      String key = pointer + (byDigest ? "/emailDigest" : "/email");
      check(digest == null || seen.add(digest), key, "stands twice in this account");
      Role role = word(draft.role(), pointer + "/role", Role.class);
      language(draft.language(), pointer + "/language");
      if (digest != null && role != null) {
        members.add(new Member(digest, email, role, draft.language()));
      }
    }
    return members;
  }

  private @Nullable String digest(@Nullable EmailAddress email, MemberDraft draft, String pointer) {
    String stated = draft.emailDigest();
    if (stated != null && !stated.matches("[0-9a-f]{64}")) {
      problems.add(Problem.of(pointer, "is a SHA-256 in lower-case hexadecimal"));
      return null;
    }
    if (email == null) {
      return draft.email() == null ? stated : null;
    }
    check(
        stated == null || stated.equals(email.digest()), pointer, "is not the digest of the email");
    return stated == null || stated.equals(email.digest()) ? email.digest() : null;
  }

  private @Nullable EmailAddress email(@Nullable String address, String pointer) {
    String text = text(address, pointer);
    try {
      return text == null ? null : new EmailAddress(text);
    } catch (IllegalArgumentException e) {
      problems.add(Problem.of(pointer, e.getMessage()));
      return null;
    }
  }

  private void language(@Nullable String tag, String pointer) {
    if (tag == null) {
      return;
    }
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      check(!language.isEmpty(), pointer, "is a language tag such as de or de-AT");
    } catch (IllformedLocaleException e) {
      problems.add(Problem.of(pointer, "is a language tag such as de or de-AT"));
    }
  }

  private <E extends Enum<E>> @Nullable E word(
      @Nullable String word, String pointer, Class<E> type) {
    String text = text(word, pointer);
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (text == null) {
      return null;
    }
    if (!allowed.contains(text)) {
      problems.add(new Problem(pointer, "is none of the allowed words", allowed));
      return null;
    }
    return Enum.valueOf(type, text);
  }

  private @Nullable String text(@Nullable String text, String pointer) {
    if (text == null || Texts.isInvisible(text)) {
      problems.add(Problem.of(pointer, text == null ? "is required" : "must not be empty"));
      return null;
    }
    if (!Texts.isStorable(text)) {
      problems.add(Problem.of(pointer, Texts.STORABLE));
      return null;
    }
    return Texts.stripped(text);
  }

  private void check(boolean holds, String pointer, String message) {
    if (!holds) {
      problems.add(Problem.of(pointer, message));
    }
  }
}
