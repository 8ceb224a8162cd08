package dev.hourglass.ticketintake.ticket;

import dev.hourglass.contracts.ticket.Requester;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a ticket proper (K15): account, requester and a description are there. A requester is
 * there if we can write to them, for the clock ends when they receive the notice (S48).
 */
public final class Proper {

  private Proper() {}

  /** JSON pointers to what a proper ticket needs and this one lacks. */
  public static List<String> missing(
      @Nullable String account, Requester requester, @Nullable String description) {
    List<String> missing = new ArrayList<>();
    if (account == null) {
      missing.add("/account");
    }
    if (requester.email() == null) {
      missing.add("/requester/email");
    }
    if (description == null) {
      missing.add("/description");
    }
    return missing;
  }
}
