package dev.hourglass.notifier.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "R24: ticket {0}, account {1} → {2}")
  @CsvSource({
    "de-AT, en, DE",
    "da, de, DA",
    "NL, , NL",
    "en_US, de, EN",
    "pl, de, DE",
    ", nl-BE, NL",
    "fr-CA, en, FR",
    "es-419, en, ES",
    "it-CH, de, IT",
    ", pt-BR, PT",
    "pl, cs, EN",
    ", , EN",
    "'', not a tag at all, EN"
  })
  void theTicketsLanguageGoesBeforeTheAccounts(String ticket, String account, Language language) {
    assertThat(Language.firstOf(ticket, account)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "'pl;q=0.9, da;q=0.8, en;q=0.1', DA",
    "'pt-PT, pt;q=0.9, en;q=0.8', PT",
    "'de-CH,de;q=0.9', DE",
    "'*', EN",
    "';;;', EN",
    ", EN"
  })
  void aBrowsersWishIsHeard(String header, Language language) {
    assertThat(Language.accepted(header)).isEqualTo(language);
  }

  @Test
  void datesFollowTheRegionWhereTheLanguageIsAtHomeThere() {
    assertThat(Language.EN.locale("en", "US")).isEqualTo(Locale.US);
    assertThat(Language.EN.locale("en-US", "GB")).isEqualTo(Locale.US);
    assertThat(Language.EN.locale("en", "DE")).isEqualTo(Locale.UK);
    assertThat(Language.DE.locale("de-AT", null)).isEqualTo(Locale.forLanguageTag("de-AT"));
    assertThat(Language.DA.locale(null, null)).isEqualTo(Locale.forLanguageTag("da-DK"));
    assertThat(Language.FR.locale("fr", "CA")).isEqualTo(Locale.CANADA_FRENCH);
    assertThat(Language.FR.locale("fr", "DE")).isEqualTo(Locale.FRANCE);
    assertThat(Language.ES.locale("es-419", "MX")).isEqualTo(Locale.forLanguageTag("es-MX"));
    assertThat(Language.IT.locale(null, "CH")).isEqualTo(Locale.forLanguageTag("it-CH"));
    assertThat(Language.PT.locale("pt-PT", "BR")).isEqualTo(Locale.forLanguageTag("pt-PT"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | US | Friday, November 20, 2026, 2:05 PM | Central European Standard Time, UTC+01:00",
        "EN | GB | Friday, 20 November 2026, 14:05 | Central European Standard Time, UTC+01:00",
        "DE | DE | Freitag, 20. November 2026, 14:05 | Mitteleuropäische Normalzeit, UTC+01:00",
        "DA | DK | fredag den 20. november 2026, 14.05 | Centraleuropæisk normaltid, UTC+01:00",
        "NL | NL | vrijdag 20 november 2026, 14:05 | Midden-Europese standaardtijd, UTC+01:00",
        "FR | FR | vendredi 20 novembre 2026, 14:05 | heure normale d’Europe centrale, UTC+01:00",
        "ES | ES | viernes, 20 de noviembre de 2026, 14:05 | hora estándar de Europa central, UTC+01:00",
        "IT | IT | venerdì 20 novembre 2026, 14:05 | Ora standard dell’Europa centrale, UTC+01:00",
        "PT | BR | sexta-feira, 20 de novembro de 2026, 14:05 | Horário Padrão da Europa Central, UTC+01:00"
      })
  void aMomentReadsAsTheCustomersClockAndCalendarDo(
      Language language, String region, String dateAndTime, String zone) {
    Instant instant = Instant.parse("2026-11-20T13:05:00Z");
    Moments moments = new Moments(BERLIN, language.locale(null, region), false);
    // JDK 23 and newer write "Friday 20 November" for en-GB.
    assertThat(moments.dateAndTime(instant).replace("Friday 20", "Friday, 20"))
        .isEqualTo(dateAndTime);
    assertThat(moments.zoneName(instant)).isEqualTo(zone);
  }

  @Test
  @DisplayName("R7: the zone's name and offset are those of that day, not of today")
  void summerTimeIsSaid() {
    Moments moments = new Moments(BERLIN, Locale.GERMANY, false);
    Instant lastOfSummer = Instant.parse("2026-10-25T00:59:59Z");
    Instant firstOfWinter = Instant.parse("2026-10-25T01:00:00Z");

    assertThat(moments.dateTimeAndZone(lastOfSummer))
        .isEqualTo("Sonntag, 25. Oktober 2026, 02:59 (Mitteleuropäische Sommerzeit, UTC+02:00)");
    assertThat(moments.dateTimeAndZone(firstOfWinter))
        .isEqualTo("Sonntag, 25. Oktober 2026, 02:00 (Mitteleuropäische Normalzeit, UTC+01:00)");
  }

  @Test
  void whoHasNoZoneReadsUtc() {
    Moments moments = new Moments(java.time.ZoneOffset.UTC, Locale.UK, true);
    assertThat(moments.dateTimeAndZone(Instant.parse("2026-11-20T13:05:09Z")))
        .endsWith("13:05:09 (UTC)");
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H, EN, 1 hour",
    "PT24H, EN, 24 hours",
    "PT1H30M, DE, 1 Stunde 30 Minuten",
    "PT20S, DE, 20 Sekunden",
    "PT4H, DA, 4 timer",
    "PT1M1S, DA, 1 minut 1 sekund",
    "PT8H, NL, 8 uur",
    "PT2M, NL, 2 minuten",
    "PT1H30M, FR, 1 heure 30 minutes",
    "PT24H, FR, 24 heures",
    "PT1M1S, FR, 1 minute 1 seconde",
    "PT1H1M1S, ES, 1 hora 1 minuto 1 segundo",
    "PT4H, ES, 4 horas",
    "PT1H2M, IT, 1 ora 2 minuti",
    "PT8H, IT, 8 ore",
    "PT1H1M, PT, 1 hora 1 minuto",
    "PT4H30S, PT, 4 horas 30 segundos",
    "PT0.5S, EN, 1 second"
  })
  void aDurationIsSaidInWords(Duration duration, Language language, String words) {
    assertThat(Spans.inWords(duration, language).replace('\u00a0', ' ')).isEqualTo(words);
  }

  @Test
  void noneIsSingularWhereTheLanguageHasItSo() {
    assertThat(Language.values()).allMatch(each -> each.isOne(1)).noneMatch(each -> each.isOne(2));
    assertThat(Language.values())
        .filteredOn(each -> each.isOne(0))
        .containsExactly(Language.FR, Language.PT);
  }
}
