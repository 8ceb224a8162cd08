package dev.hourglass.triage.command;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.triage.TextTriage;
import dev.hourglass.triage.scoring.Fitting;
import dev.hourglass.triage.wording.WordingFile;
import dev.hourglass.triage.wording.WordingFitting;
import dev.hourglass.triage.yaml.ScoringYaml;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Learns points anew, of rules, of wording or of both, for the files that are given. */
final class Learning {

  private final @Nullable Path rules;
  private final @Nullable Path wording;
  private final Fitting fitting = new Fitting(ScoringYaml.shipped());
  private final WordingFitting wordingFitting = new WordingFitting();

  Learning(@Nullable Path rules, @Nullable Path wording) {
    this.rules = rules;
    this.wording = wording;
  }

  boolean isWanted() {
    return rules != null || wording != null;
  }

  void add(TextTriage.Reading reading, Priority known) {
    fitting.add(reading.found().keySet(), known);
    wordingFitting.add(reading.words(), reading.language(), known);
  }

  void write() throws IOException {
    if (rules != null) {
      ScoringYaml.write(fitting.fit(), rules);
    }
    if (wording != null) {
      WordingFile.write(wordingFitting.fit(), wording);
    }
  }
}
