package dev.hourglass.notifier.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFolderTest {

  private static final Map<String, String> SHIPPED =
      Map.of(
          "messages/mail_de.properties",
          "hello=Hallo {name}, {when}\nbye=Tschüss\ncases={#if a}b{/if}",
          "templates/mail/frame.html",
          "<p>{x}</p>");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "hello=Moin {name} {when} {name} |",
        "bye=Servus {} {not a blank} |",
        "hello=Moin {when} | 'hello' lacks {name}",
        "hello=Moin | 'hello' lacks {name}, {when}",
        "hello={name} {when} {who} | 'hello' has {who}, which nothing fills",
        "bye= | 'bye' must have 1 to 2000 characters",
        "other=Servus | 'other' is no text of that file",
        "cases=Servus | 'cases' has cases and can be changed in the product only"
      })
  void aTextSaysWhatOursSays(String line, String problem) throws IOException {
    write("messages/mail_de.properties", line + "\n");
    OwnTexts own = read();
    if (problem == null) {
      assertThat(own.problems()).isEmpty();
      assertThat(own.words().get("mail_de")).hasSize(1);
    } else {
      assertThat(own.problems()).containsExactly("messages/mail_de.properties: " + problem);
      assertThat(own.words()).isEmpty();
    }
  }

  @Test
  void aTextMayHave2000CharactersAndNotOneMore() throws IOException {
    write("messages/mail_de.properties", "bye=" + "x".repeat(2000));
    assertThat(read().problems()).isEmpty();
    write("messages/mail_de.properties", "bye=" + "x".repeat(2001));
    assertThat(read().problems()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} → used: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>{x} raw and safe</p> | true",
        "<p>{x.raw}</p> | false",
        "<p>{x.y.safe.z}</p> | false",
        "<p>{x}</p>< SCRIPT>1 | false"
      })
  void aTemplateEscapesAndHasNoScript(String text, boolean used) throws IOException {
    write("templates/mail/frame.html", text);
    OwnTexts own = read();
    assertThat(own.templates()).hasSize(used ? 1 : 0);
    assertThat(own.problems()).hasSize(used ? 0 : 1);
  }

  @Test
  void whatHasNoPlaceIsSaidAndWhatIsHiddenIsNot() throws IOException {
    write("templates/mail/frame.html~", "x");
    write("messages/mail_xx.properties", "a=b");
    write("readme.md", "x");
    write(".git/config", "x");
    assertThat(read().problems())
        .hasSize(3)
        .allMatch(each -> each.endsWith("none of the shipped files has that name"));
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Files.createDirectories(folder.resolve("messages"));
    Files.write(folder.resolve("messages/mail_de.properties"), new byte[] {'a', '=', (byte) 0xff});
    assertThat(read().problems())
        .containsExactly("messages/mail_de.properties is not used: it is not UTF-8");
    write("messages/mail_de.properties", "bye=\\u12");
    assertThat(read().problems()).singleElement().asString().contains("is not used: Malformed");
    assertThat(TextFolder.read(folder.resolve("nowhere"), path -> Optional.empty()).problems())
        .singleElement()
        .asString()
        .contains("cannot be read");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private OwnTexts read() {
    return TextFolder.read(folder, path -> Optional.ofNullable(SHIPPED.get(path)));
  }
}
