package dev.hourglass.policy;

import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.PhoneLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhoneLinesTest {

  @Test
  @DisplayName("S7 S56: 22 numbers in 17 countries, none for Denmark or the Netherlands")
  void hasAllNumbers() {
    assertThat(NEW.phoneLines()).hasSize(22);
    assertThat(NEW.phoneLines()).extracting(PhoneLine::country).doesNotContain("DK", "NL");
    assertThat(NEW.phoneLines().stream().map(PhoneLine::country).distinct()).hasSize(17);
  }

  @Test
  @DisplayName("S56: a number is kept as printed, with a number to dial beside it")
  void keepsNumbersAsPrinted() {
    assertThat(NEW.phoneLines())
        .contains(
            new PhoneLine(
                "DE", "+49 0800.0010429 Durchwahl 2", "+498000010429", "2", false, "001:30"),
            new PhoneLine("BR", "0800.761.2618 Durchwahl 2", "08007612618", "2", true, "001:28"),
            new PhoneLine("HK", "+852.3002.3757", "+85230023757", null, false, "001:31"));
  }

  @Test
  @DisplayName(
      "S55 S56: what is dialled has the digits that are printed, but for a trunk zero; who calls is told of charges")
  void dialsWhatIsPrinted() {
    for (Edition edition : new Edition[] {OLD, NEW}) {
      assertThat(edition.phoneLines())
          .allSatisfy(
              line -> {
                String printed =
                    line.printed().replaceAll(" Durchwahl.*", "").replaceAll("[^0-9]", "");
                String dialled = line.normalised().replace("+", "");
                assertThat(printed.replace("0", "")).endsWith(dialled.replace("0", ""));
                assertThat(line.printed().contains("Durchwahl"))
                    .isEqualTo(line.extension() != null);
              });
      assertThat(edition.wording().note("long-distance")).isPresent();
    }
    assertThat(NEW.phoneLines())
        .filteredOn(PhoneLine::inCountryOnly)
        .extracting(PhoneLine::country)
        .containsExactly("BR", "IN", "JP");
  }

  @Test
  @DisplayName("K8: the second UK and US numbers that only the older document has are kept there")
  void keepsBothGenerations() {
    assertThat(OLD.phoneLines())
        .extracting(PhoneLine::normalised)
        .contains("+442038905445", "+16503976096");
    assertThat(NEW.phoneLines()).extracting(PhoneLine::normalised).contains("+442070398961");
    assertThat(OLD.phoneLines()).allMatch(line -> line.source().startsWith("002:"));
  }
}
