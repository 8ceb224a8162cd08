package dev.hourglass.replay;

import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Problem;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.replay.history.EditionPromises;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;

/** Reads the edition under which history is replayed. */
final class EditionFile {

  /** No character takes more bytes in UTF-8. */
  private static final int BYTES_PER_CHARACTER = 4;

  private static final long MOST_BYTES = (long) BYTES_PER_CHARACTER * EditionYaml.MAX_CHARACTERS;

  private EditionFile() {}

  /**
   * Reads an edition.
   *
   * @throws Refused with all that is wrong with it
   */
  static EditionPromises read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refused(file, "has more than " + EditionYaml.MAX_CHARACTERS + " characters");
      }
      return new EditionPromises(EditionYaml.read(Files.readString(file)));
    } catch (CharacterCodingException e) {
      throw refused(file, "is not text in UTF-8");
    } catch (IOException e) {
      throw refused(file, "cannot be read: " + e.getMessage());
    } catch (InvalidEditionException e) {
      throw new Refused(e.problems().stream().map(problem -> place(file, problem)).toList());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw refused(file, "has a calendar that cannot be laid out: " + e.getMessage());
    }
  }

  private static String place(Path file, Problem problem) {
    return file
        + (problem.pointer().isEmpty() ? " " : " " + problem.pointer() + ": ")
        + problem.message();
  }

  private static Refused refused(Path file, String why) {
    return new Refused(List.of(file + " " + why));
  }
}
