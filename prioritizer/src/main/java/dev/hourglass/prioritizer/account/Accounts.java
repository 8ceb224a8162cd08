package dev.hourglass.prioritizer.account;

import dev.hourglass.contracts.account.AccountChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All accounts. */
public interface Accounts {

  /** What storing an account did. */
  enum Stored {
    CREATED,
    CHANGED,
    /** It was so already: nothing is said. */
    SAME,
    /** Its speaker had said it, or something later, before: nothing is said. */
    OLD
  }

  /** Some accounts in the order of their numbers, and how many there are in all. */
  record Page(List<Account> accounts, long total) {}

  /** The account of that number. */
  Optional<Account> find(String number);

  /** A page of accounts, counted from 0. */
  Page list(int page, int size);

  /** Some of an account's versions, the latest first, and how many there are in all. */
  record History(List<Version> versions, long total) {}

  /**
   * What an account was.
   *
   * @param sequence counts its versions from 1
   * @param effectiveFrom from when on tickets were promised what it is promised (UTC)
   */
  record Version(long sequence, Instant effectiveFrom, AccountChanged account) {}

  /** A page of the versions of an account, counted from 0; empty if there is no such account. */
  Optional<History> history(String number, int page, int size);

  /**
   * Stores the whole account and says what changed, in one transaction. Guaranteed: AccountChanged
   * is said once per change, in the order of the changes.
   *
   * @param at from when on tickets are promised what this account is promised, to the millisecond
   */
  Stored put(Account account, Instant at);

  /** The same, but the members stay as they are. */
  Stored putWithoutMembers(Account account, Instant at);

  /**
   * Stores what a CRM said, from when on it says so, though not from later than {@code now}; says
   * nothing on {@code accounts}, where it stands already. Hearing it again, or something older from
   * the same speaker, changes nothing.
   */
  Stored hear(AccountSaid said, Instant now);
}
