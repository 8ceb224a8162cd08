package dev.hourglass.prioritizer.account;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What an account paid for from some moment on.
 *
 * @param sequence counts the versions of the account from 1
 */
public record AccountVersion(String number, long sequence, AccountType type, Plan plan) {

  public AccountVersion {
    required(number, "number");
    required(type, "type");
    required(plan, "plan");
  }

  /** The id of the event that says a version, and the cause of promises that follow from it. */
  public static String id(String number, long sequence) {
    return derived("prioritizer/account/" + number + "/" + sequence);
  }

  /** Always the same for this version. */
  public String id() {
    return id(number, sequence);
  }

  /** Where a ticket is heard of after this version: always the same for it and what was heard. */
  public String idWith(String eventId) {
    return derived(id() + "/" + eventId);
  }

  private static String derived(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
