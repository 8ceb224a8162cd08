package dev.hourglass.replay;

import dev.hourglass.replay.history.EditionPromises;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The edition under which history is replayed, and the one to compare with.
 *
 * @param against missing if it is compared with what was promised
 */
record EditionFiles(EditionPromises edition, @Nullable EditionPromises against) {

  /**
   * Reads one or both.
   *
   * @throws Refused with all that is wrong with either
   */
  static EditionFiles read(Path edition, @Nullable Path against) {
    List<String> reasons = new ArrayList<>();
    EditionPromises replayed = read(edition, reasons);
    EditionPromises baseline = against == null ? null : read(against, reasons);
    if (replayed == null || !reasons.isEmpty()) {
      throw new Refused(reasons);
    }
    return new EditionFiles(replayed, baseline);
  }

  private static @Nullable EditionPromises read(Path file, List<String> reasons) {
    try {
      return EditionFile.read(file);
    } catch (Refused e) {
      reasons.addAll(e.reasons());
      return null;
    }
  }
}
