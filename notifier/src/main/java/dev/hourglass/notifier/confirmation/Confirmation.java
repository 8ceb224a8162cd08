package dev.hourglass.notifier.confirmation;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.ticket.Content;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a confirmation says, before any words are chosen.
 *
 * @param name what to call the requester; missing where none is known
 * @param missing what an improper ticket lacks; then nothing else is promised yet
 * @param receivedAt date and time in the customer's zone, with the zone's name
 * @param priority missing while there is no promise
 * @param understood why that priority, in words that we have in every language
 * @param otherReasons why, in the English words of the edition
 * @param notEntitledOn the channel that the account's plan does not include, if it came by one
 * @param instead where to turn
 * @param phone missing if the requester may not call, or nobody knows yet whether they may
 */
public record Confirmation(
    Language language,
    Locale locale,
    String reference,
    @Nullable String name,
    @Nullable String subject,
    Set<Content.Missing> missing,
    @Nullable String receivedAt,
    @Nullable Priority priority,
    List<Understood> understood,
    List<String> otherReasons,
    List<PromiseLine> promise,
    boolean accountKnown,
    @Nullable Channel notEntitledOn,
    List<Route> instead,
    @Nullable Phone phone) {

  /** Whether the promise is known. */
  public boolean isPrioritized() {
    return priority != null;
  }

  /** Whether it asks for what is missing. */
  public boolean isImproper() {
    return !missing.isEmpty();
  }

  /** Whether any target runs in business hours only. */
  public boolean countsWorkingHours() {
    return promise.stream().anyMatch(PromiseLine::workingHours);
  }

  /** Whether there is anything to say of where to turn. */
  public boolean hasRoutes() {
    return !accountKnown || notEntitledOn != null || !instead.isEmpty() || phone != null;
  }

  /** Whether the reasons can only be said in general. */
  public boolean isUnexplained() {
    return understood.isEmpty() && otherReasons.isEmpty();
  }
}
