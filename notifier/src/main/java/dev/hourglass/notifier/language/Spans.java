package dev.hourglass.notifier.language;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations in words, each in the form that follows "within". */
public final class Spans {

  private Spans() {}

  private record Unit(String one, String many) {
    String of(long count, Language language) {
      return count + "\u00a0" + (language.isOne(count) ? one : many);
    }
  }

  /** For example {@code 1 Stunde 30 Minuten}; exact to the second. */
  public static String inWords(Duration duration, Language language) {
    List<Unit> units = units(language);
    // Hours are not folded into days: "24 hours" is what the policy says.
    long[] counts = {duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart()};
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        parts.add(units.get(i).of(counts[i], language));
      }
    }
    return parts.isEmpty() ? units.get(2).of(1, language) : String.join(" ", parts);
  }

  private static List<Unit> units(Language language) {
    return switch (language) {
      case EN ->
          List.of(
              new Unit("hour", "hours"),
              new Unit("minute", "minutes"),
              new Unit("second", "seconds"));
      case DE ->
          List.of(
              new Unit("Stunde", "Stunden"),
              new Unit("Minute", "Minuten"),
              new Unit("Sekunde", "Sekunden"));
      case DA ->
          List.of(
              new Unit("time", "timer"),
              new Unit("minut", "minutter"),
              new Unit("sekund", "sekunder"));
      case NL ->
          List.of(
              new Unit("uur", "uur"),
              new Unit("minuut", "minuten"),
              new Unit("seconde", "seconden"));
      case FR ->
          List.of(
              new Unit("heure", "heures"),
              new Unit("minute", "minutes"),
              new Unit("seconde", "secondes"));
      case ES ->
          List.of(
              new Unit("hora", "horas"),
              new Unit("minuto", "minutos"),
              new Unit("segundo", "segundos"));
      case IT ->
          List.of(
              new Unit("ora", "ore"), new Unit("minuto", "minuti"), new Unit("secondo", "secondi"));
      case PT ->
          List.of(
              new Unit("hora", "horas"),
              new Unit("minuto", "minutos"),
              new Unit("segundo", "segundos"));
    };
  }
}
