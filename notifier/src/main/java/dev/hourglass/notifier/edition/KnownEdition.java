package dev.hourglass.notifier.edition;

import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.PhoneLine;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.yaml.EditionYaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What letters need of an edition: when its calendars count, and who may call where.
 *
 * @param policy missing if a later version wrote the document in a way that we cannot read; the
 *     calendars are said beside it
 */
public record KnownEdition(Map<String, WorkingCalendar> calendars, @Nullable Edition policy) {

  public KnownEdition {
    calendars = Map.copyOf(calendars);
  }

  /**
   * What an event says.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} if a calendar cannot be
   *     laid out
   */
  public static KnownEdition of(EditionPublished published) {
    return new KnownEdition(
        WorkingCalendar.byName(published.calendars()), policy(published.document()));
  }

  /** What an edition at hand says. */
  public static KnownEdition of(Edition edition) {
    return new KnownEdition(WorkingCalendar.byName(edition.calendars()), edition);
  }

  /** The calendar of that name. */
  public Optional<WorkingCalendar> calendar(String name) {
    return Optional.ofNullable(calendars.get(name));
  }

  /** Whether the plan gives this requester support by telephone, whatever channel they used. */
  public boolean mayCall(Basis basis) {
    return policy != null
        && policy
            .entitlement(
                new Standing(
                    basis.accountType(), basis.plan(), basis.role(), Channel.PHONE, basis.queue()))
            .allowed();
  }

  /** The numbers to call from a country, in the order of the document; none if it has none. */
  public List<PhoneLine> phoneLines(@Nullable String country) {
    return policy == null
        ? List.of()
        : policy.phoneLines().stream()
            .filter(line -> line.country().equalsIgnoreCase(country))
            .toList();
  }

  private static @Nullable Edition policy(String document) {
    try {
      return EditionYaml.readPublished(document);
    } catch (InvalidEditionException e) {
      return null;
    }
  }
}
