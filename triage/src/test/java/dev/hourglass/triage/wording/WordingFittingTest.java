package dev.hourglass.triage.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.triage.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingFittingTest {

  @TempDir Path folder;

  @Test
  void learnsWhatWordsSpeakFor() {
    Wording wording = fitted();
    assertThat(urgency(wording, "en", "nobody pays")).isGreaterThan(0.5);
    assertThat(urgency(wording, "en", "how do I pay")).isLessThan(0.5);
  }

  @Test
  void whatOneLanguageTeachesTheOthersKnow() {
    assertThat(urgency(fitted(), "it", "nessuno accede"))
        .isGreaterThan(urgency(fitted(), "it", "come accedo"));
  }

  @Test
  void showsNotionsAndNeverWordsOfTheText() {
    assertThat(fitted().strongest(Words.of("nobody Xylander"), "en", Priority.P1, 9))
        .contains("nobody")
        .noneMatch(each -> each.contains("xylander"));
  }

  @Test
  void theSameTextsTeachTheSame() throws IOException {
    Path once = folder.resolve("once.tsv");
    Path again = folder.resolve("again.tsv");
    WordingFile.write(fitted(), once);
    WordingFile.write(fitted(), again);
    assertThat(Files.readAllLines(once)).isEqualTo(Files.readAllLines(again));
  }

  private static double urgency(Wording wording, String language, String text) {
    return wording.likelihoods(Words.of(text), language).get(Priority.P1);
  }

  private static Wording fitted() {
    WordingFitting fitting = new WordingFitting();
    for (String urgent : List.of("nobody can log in", "nobody can pay", "nobody can call")) {
      fitting.add(Words.of(urgent), "en", Priority.P1);
    }
    for (String question : List.of("how can I log in", "how can I pay", "how can I call")) {
      fitting.add(Words.of(question), "en", Priority.P4);
    }
    return fitting.fit();
  }
}
