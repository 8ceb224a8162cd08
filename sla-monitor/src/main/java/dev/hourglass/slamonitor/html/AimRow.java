package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.clock.AimReason;
import dev.hourglass.clocks.clock.AimTaken;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A step to the deadline on the page.
 *
 * @param fact the number of the fact that made it
 * @param deadline missing while a pause stands before it
 */
public record AimRow(Moment at, @Nullable Integer fact, String text, @Nullable Moment deadline) {

  static AimRow of(AimTaken aim, ZoneId zone, FactNumbers numbers) {
    return new AimRow(
        Moment.of(aim.at(), zone),
        numbers.of(aim.eventId()),
        text(aim, zone),
        Moment.orNull(aim.deadline(), zone));
  }

  private static String text(AimTaken aim, ZoneId zone) {
    if (aim.reason() == AimReason.SET_BY_HAND) {
      return "set by hand to " + Words.time(aim.asked(), zone);
    }
    return "%s: %s on calendar %s of edition %s"
        .formatted(
            Words.name(aim.reason()), Words.span(aim.budget()), aim.calendar(), aim.edition());
  }
}
