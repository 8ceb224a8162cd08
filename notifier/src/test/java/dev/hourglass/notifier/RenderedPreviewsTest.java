package dev.hourglass.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.rendered.Audit;
import dev.hourglass.notifier.rendered.Tab;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every message that the page of previews links to, in every language. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class RenderedPreviewsTest extends InTheBrowser {

  private static final Pattern LINK =
      Pattern.compile("href=\"(previews/([a-z-]+)\\?language=([a-z]+)&amp;sample=([a-z-]+))&");

  /** One sample of one message in one language. */
  private record Preview(String path, String picture) {

    /** Pages have no text to choose instead. */
    boolean isMail() {
      return given().get("/" + path + "&format=text").contentType().startsWith("text/plain");
    }

    String html() {
      return given().get("/" + path + "&format=html").then().statusCode(200).extract().asString();
    }
  }

  @ParameterizedTest(name = "every message in {0} fits its window, by day and by night")
  @EnumSource
  void messages(Language language) {
    List<Preview> previews = previews(language);
    assertThat(previews).isNotEmpty();
    var wrong = new ArrayList<String>();
    try (Tab tab = chromium.tab(home)) {
      for (Preview preview : previews) {
        // By itself, so that what a mail would run or fetch is not held back by the page's policy.
        tab.show(preview.html());
        Audit audit = preview.isMail() ? Audit.MAIL : Audit.PAGE;
        wrong.addAll(tab.look(audit, language.tag(), preview.picture()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("the page of previews leads to every message in every language")
  void index() {
    try (Tab tab = chromium.tab(home)) {
      tab.open("previews");
      assertThat(tab.look(Audit.PAGE, "en", "previews/index")).isEmpty();
      assertThat(tab.page().locator("a[href$='format=html']").count())
          .isEqualTo(Language.values().length * previews(Language.EN).size());
      tab.page().waitForNavigation(() -> tab.page().click("a[href*='language=da'] >> nth=0"));
      assertThat(tab.page().url()).contains("/previews/");
      assertThat(tab.page().getAttribute("html", "lang")).isEqualTo("da");
    }
  }

  /** What the page links to, so that a message that is added is looked at without an edit here. */
  private static List<Preview> previews(Language language) {
    return LINK.matcher(given().get("/previews").then().statusCode(200).extract().asString())
        .results()
        .filter(link -> link.group(3).equals(language.tag()))
        .map(
            link ->
                new Preview(
                    link.group(1).replace("&amp;", "&"),
                    link.group(2) + "/" + language.tag() + "-" + link.group(4)))
        .distinct()
        .toList();
  }
}
