package dev.hourglass.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.notifier.TextsWiring;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.ticket.OneLine;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  @ParameterizedTest
  @MethodSource("translations")
  void everyLanguageSaysEverythingWithTheSameBlanks(String bundle, Language language)
      throws IOException {
    Properties english = words(bundle, "en");
    Properties translated = words(bundle, language.tag());
    assertThat(new TreeSet<>(translated.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(blanks(translated.getProperty(key)))
          .as(key)
          .isEqualTo(blanks(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @DisplayName("S34: priorities have the names of the policy")
  @CsvSource({
    "en, Urgent, High, Normal, Low",
    "de, Dringend, Hoch, Normal, Niedrig",
    "da, Presserende, Høj, Normal, Lav",
    "nl, Dringend, Hoog, Normaal, Laag",
    "fr, Urgente, Haute, Normale, Basse",
    "es, Urgente, Alta, Normal, Baja",
    "it, Urgente, Alta, Normale, Bassa",
    "pt, Urgente, Alta, Normal, Baixa"
  })
  void priorityNames(String language, String p1, String p2, String p3, String p4)
      throws IOException {
    Properties words = words("mail", language);
    assertThat(List.of("P1", "P2", "P3", "P4"))
        .extracting(priority -> words.getProperty("priority_" + priority))
        .containsExactly(p1, p2, p3, p4);
  }

  @Test
  void everyBundleCanBeChangedByASupportTeam() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "messages"))) {
      assertThat(TextsWiring.BUNDLES.stream().map(each -> OwnWords.name(each) + "_en.properties"))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(each -> each.getFileName().toString())
                  .filter(name -> name.endsWith("_en.properties"))
                  .toList());
    }
  }

  @Test
  void whatACustomerWroteStaysOnOneLine() {
    assertThat(OneLine.of("Help\r\nBcc: all@customer.example"))
        .isEqualTo("Help Bcc: all@customer.example");
    assertThat(OneLine.of("a\u2028b\u0000c\u202ed\u0085e")).isEqualTo("a b c d e");
    assertThat(OneLine.of("Grüße 👋")).isEqualTo("Grüße 👋");
  }

  private static Stream<Arguments> translations() {
    return Stream.of("mail", "page")
        .flatMap(
            bundle -> Stream.of(Language.values()).map(language -> Arguments.of(bundle, language)));
  }

  private static List<String> blanks(String message) {
    return PLACE.matcher(message).results().map(MatchResult::group).sorted().toList();
  }

  private static Properties words(String bundle, String language) throws IOException {
    String name = "/messages/" + bundle + "_" + language + ".properties";
    Properties words = new Properties();
    try (var in =
        new InputStreamReader(WordsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }
}
