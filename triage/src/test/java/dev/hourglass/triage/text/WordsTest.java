package dev.hourglass.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void keepsWhatMattersOfNumbers() {
    assertThat(Words.of("1 of 7 or 250")).containsExactly("1", "of", Words.FEW, "or", Words.MANY);
  }

  @Test
  void tellsTheWholeFromAPart() {
    assertThat(Words.of("100% fail, 100 % too")).contains("100%").doesNotContain("%");
    assertThat(Words.of("20 % fail")).startsWith(Words.MANY, "%");
    assertThat(Words.of("5100 %")).doesNotContain("100%");
  }

  @Test
  void keepsCallsForHelpAndAnswersOfServers() {
    assertThat(Words.of("503 and 112")).containsExactly("503", "and", "112");
  }
}
