package dev.hourglass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Problem;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

  private static final String ZONE = "zone: Europe/Berlin\n";

  @Test
  @DisplayName("R16: a country's holidays become closures of the calendar, by name")
  void aCountrysHolidays() {
    assertThat(closures("[{country: DE, from: 2026, to: 2026}]"))
        .extracting(SpecialDay::date)
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-25",
            "2026-10-03",
            "2026-12-25",
            "2026-12-26");
    assertThat(closures("[{country: DE, from: 2026, to: 2026}]"))
        .allMatch(day -> day.hours().isEmpty())
        .extracting(SpecialDay::name)
        .contains("Good Friday", "Easter Monday");
  }

  @Test
  @DisplayName("R16: a region has holidays of its own, and so has a part of it")
  void aRegionsHolidays() {
    assertThat(closures("[{country: DE, region: BY, from: 2026, to: 2026}]"))
        .extracting(SpecialDay::date)
        .contains(LocalDate.parse("2026-01-06"), LocalDate.parse("2026-11-01"))
        .doesNotContain(LocalDate.parse("2026-08-08"));
    assertThat(closures("[{country: DE, region: BY/AG, from: 2026, to: 2026}]"))
        .extracting(SpecialDay::date)
        .contains(LocalDate.parse("2026-01-06"), LocalDate.parse("2026-08-08"));
  }

  @Test
  @DisplayName("R17: a holiday that nobody wants is left out by its name or its date")
  void withoutSomeHolidays() {
    assertThat(
            closures("[{country: DE, from: 2026, to: 2027, without: [good friday, 2026-05-01]}]"))
        .extracting(SpecialDay::date)
        .contains(LocalDate.parse("2027-05-01"))
        .doesNotContain(
            LocalDate.parse("2026-05-01"),
            LocalDate.parse("2026-04-03"),
            LocalDate.parse("2027-03-26"));
  }

  @Test
  @DisplayName("R17: no calendar has holidays that it did not ask for")
  void noneUnlessAskedFor() {
    assertThat(Policies.NEW.calendars()).allMatch(each -> each.specialDays().isEmpty());
    assertThat(Policies.OLD.calendars()).allMatch(each -> each.specialDays().isEmpty());
  }

  @Test
  void aDateThatTheCalendarNamesItselfStaysAsItIs() {
    String document =
        with("[{country: DE, from: 2026, to: 2026}]")
            .replace(
                "holidays:",
                "specialDays: [{date: 2026-05-01, name: Open, hours: [{from: \"10:00\", to:"
                    + " \"12:00\"}]}]\n    holidays:");
    List<SpecialDay> days = hoursEu(document).specialDays();
    assertThat(days).hasSize(9);
    assertThat(days.get(0).name()).isEqualTo("Open");
  }

  @Test
  void theYearsOfAnEditionAreTwentyFromItsStart() {
    List<SpecialDay> days = closures("[{country: DE}]");
    assertThat(days.get(0).date()).isEqualTo("2021-01-01");
    assertThat(days.get(days.size() - 1).date()).isEqualTo("2041-12-26");
  }

  @Test
  void severalCountriesCloseADateOnce() {
    assertThat(
            closures("[{country: DE, from: 2026, to: 2026}, {country: NL, from: 2026, to: 2026}]"))
        .extracting(SpecialDay::date)
        .contains(LocalDate.parse("2026-04-27"))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesDoNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    List<SpecialDay> expected = closures("[{country: DK, from: 2026, to: 2026}]");
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(closures("[{country: DK, from: 2026, to: 2026}]")).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{country: XX}| /country: 'XX' is no ISO 3166 code of a country with holidays",
        "{country: de}| /country: 'de' is no ISO 3166 code of a country with holidays",
        "{region: BY}| /country: is required",
        "{country: DK, region: ZZ}| /region: 'ZZ' is no region of DK; these are: []",
        "{country: DE, region: BY/AG/X}| /region: 'BY/AG/X' is no region of DE; these are: [BB, ",
        "{country: DE, region: BY/}| /region: 'BY/' is no region of DE; these are: [BB, ",
        "{country: DE, from: 2147483647}| : 'from' and 'to' are years from 1900 to 2150",
        "{country: DE, without: [[May Day]]}| /without/0: must be a text",
        "{country: DE, without: [Yule]}| /without/0: 'Yule' is none of these holidays: [",
        "{country: DE, from: 2030, to: 2029}| : 'from' and 'to' are years from 1900 to 2150",
        "{country: DE, from: 2000, to: 2050}| : 'from' and 'to' are years from 1900 to 2150",
        "{country: DE, from: soon}| /from: 'soon' is not a whole number",
        "{country: DE, until: 2030}| /until: unknown field",
        "DE| : must be a map",
      })
  void saysWhatIsWrongAndWhere(String holidays, String problem) {
    assertThat(problems(with("[" + holidays + "]")))
        .extracting(Problem::toString)
        .anyMatch(text -> text.startsWith("/calendars/3/holidays/0" + problem));
  }

  @Test
  void refusesMoreSetsThanAnybodyNeeds() {
    String many = "[" + "{country: DE, from: 2026, to: 2026}, ".repeat(51) + "]";
    assertThat(problems(with(many)))
        .contains(
            new Problem("/calendars/3/holidays/50", "an edition has at most 50 sets of holidays"));
  }

  private static List<SpecialDay> closures(String holidays) {
    return hoursEu(with(holidays)).specialDays();
  }

  private static CalendarDefinition hoursEu(String document) {
    return EditionYaml.read(document).calendars().stream()
        .filter(calendar -> calendar.name().equals("hours-eu"))
        .findFirst()
        .orElseThrow();
  }

  private static String with(String holidays) {
    String current = ShippedEditions.document("2021");
    assertThat(current).contains(ZONE);
    return current.replace(ZONE, ZONE + "    holidays: " + holidays + "\n");
  }

  private static List<Problem> problems(String document) {
    return catchThrowableOfType(InvalidEditionException.class, () -> EditionYaml.read(document))
        .problems();
  }
}
