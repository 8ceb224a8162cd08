package dev.hourglass.notifier;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.preview.Previews;
import dev.hourglass.notifier.preview.Sample;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every preview is also written to {@code target/previews}, for people to look at. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class PreviewsTest {

  private static final Pattern LINK = Pattern.compile("href=\"(previews/[^\"]+)\"");

  private static final Pattern FROM_OUTSIDE =
      Pattern.compile(
          "<[^>]*\\s(src|background)\\s*=|url\\(|<link|<script|@import", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_WRITTEN = Pattern.compile("NOT_FOUND|\\{(mail|page|c|s)[:.]|%%");

  @Inject Previews previews;

  @ParameterizedTest(
      name = "S61: every message in {0}, whole, in that language and from nowhere else")
  @EnumSource
  void everyMessageIsWritten(Language language) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "previews"));
    for (Preview preview : previews.all()) {
      for (String sample : preview.samples()) {
        Sample written = preview.sample(language, sample);
        String name = preview.message() + "-" + sample + "-" + language.tag();
        Files.writeString(folder.resolve(name + ".html"), written.html());
        check(name, language, written);
        if (written.text() != null) {
          Files.writeString(
              folder.resolve(name + ".txt"), written.subject() + "\n\n" + written.text());
        }
      }
    }
  }

  private static void check(String name, Language language, Sample written) {
    assertThat(written.html())
        .as(name)
        .containsPattern("<html lang=\"" + language.tag() + "\" dir=\"ltr\"")
        .doesNotContainPattern(FROM_OUTSIDE);
    assertThat(written.subject()).as(name).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
    if (!name.contains("markup")) {
      assertThat(written.html()).as(name).doesNotContainPattern(NOT_WRITTEN);
    }
    if (written.text() != null) {
      assertThat(written.text().lines())
          .as(name)
          .allMatch(
              line -> line.codePointCount(0, line.length()) <= 78 || !line.strip().contains(" "));
    }
  }

  @Test
  @DisplayName("S60: a confirmation, a request for the rest and a survey are there to be looked at")
  void theMessagesThereAre() {
    assertThat(previews.all())
        .extracting(Preview::message)
        .contains("confirmation", "completion-request", "survey", "survey-reminder", "survey-page");
  }

  @ParameterizedTest(name = "S48, S53, K11: eight hours of business in {0} end {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | by Monday,? 23 November 2026, 13:05 \\(Greenwich Mean Time, UTC\\)",
        "DE | bis Montag, 23. November 2026, 14:05 \\(Mitteleuropäische Normalzeit, UTC\\+01:00\\)",
        "DA | senest mandag den 23. november 2026, 14.05 \\(Centraleuropæisk normaltid, UTC",
        "NL | uiterlijk maandag 23 november 2026, 14:05 \\(Midden-Europese standaardtijd, UTC",
        "FR | au plus tard le lundi 23 novembre 2026, 14:05 \\(heure normale d’Europe centrale, UTC",
        "ES | a más tardar el lunes, 23 de noviembre de 2026, 14:05 \\(hora estándar de Europa",
        "IT | entro lunedì 23 novembre 2026, 14:05 \\(Ora standard dell’Europa centrale, UTC",
        "PT | até segunda-feira, 23 de novembro de 2026, 10:05 \\(Horário Padrão de Brasília, UTC-03:00"
      })
  void businessHours(Language language, String deadline) {
    Sample written = sample(language, "business-hours");
    assertThat(plain(written.text())).containsPattern(deadline);
    assertThat(plain(written.html())).containsPattern(deadline.replaceAll(" \\\\\\(.*", ""));
  }

  @Test
  @DisplayName("S55, S57, S58: who may call is told where, what to have ready and what it may cost")
  void byTelephone() {
    assertThat(plain(sample(Language.DE, "urgent").text()))
        .contains("+49.30.80098621, Durchwahl 2", "Meeting-ID", "Hostschlüssel nie per E-Mail")
        .contains("Gebühren für Ferngespräche");
    assertThat(plain(sample(Language.EN, "billing").text()))
        .contains("+44.20.7039.8961, extension 2", "your account number and your billing postcode")
        .doesNotContain("host key");
    assertThat(sample(Language.PT, "urgent").html())
        .contains("href=\"tel:08007612618;ext=2\"", "apenas a partir do seu país");
    assertThat(plain(sample(Language.NL, "urgent").text()))
        .contains("geen telefoonnummer in uw land")
        .doesNotContain("toestel");
    assertThat(sample(Language.EN, "not-entitled").text()).doesNotContain("+44");
  }

  private Sample sample(Language language, String name) {
    return previews.find("confirmation").orElseThrow().sample(language, name);
  }

  private static String plain(String body) {
    return body.replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }

  @Test
  void thePageLinksToAll() {
    Response page = get("/previews");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    Matcher links = LINK.matcher(page.asString());
    List<String> found = links.results().map(each -> each.group(1).replace("&amp;", "&")).toList();
    int formats =
        previews.all().stream()
            .mapToInt(each -> each.samples().size() * (each.hasText() ? 2 : 1))
            .sum();
    assertThat(found).hasSize(formats * Language.values().length).doesNotHaveDuplicates();
    assertThat(get("/" + found.get(found.size() - 1)).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("what a customer wrote is text in every format, and the page runs nothing")
  void markupIsText() {
    Response html = get("/previews/confirmation?language=it&format=html&sample=markup");
    assertThat(html.contentType()).startsWith("text/html");
    assertThat(html.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    assertThat(html.asString())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x", "{sender}", "{c.name}")
        .doesNotContain("<script", "<img");
    Response text = get("/previews/confirmation?language=it&format=text&sample=markup");
    assertThat(text.contentType()).startsWith("text/plain");
    assertThat(text.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(text.asString().lines()).noneMatch(line -> line.startsWith("Bcc:"));
  }

  @ParameterizedTest
  @CsvSource({
    "/previews/confirmation?language=pl, 400, language",
    "/previews/confirmation?format=pdf, 400, format",
    "/previews/confirmation?sample=none, 400, sample",
    "/previews/confirmation?lang=de, 400, lang",
    "/previews?language=de, 400, language",
    "/previews/nothing, 404,"
  })
  void whatIsNotThereIsSaid(String path, int status, String parameter) {
    Response problem = get(path);
    assertThat(problem.statusCode()).isEqualTo(status);
    if (parameter != null) {
      assertThat(problem.<List<String>>path("errors.parameter")).containsExactly(parameter);
    }
  }
}
