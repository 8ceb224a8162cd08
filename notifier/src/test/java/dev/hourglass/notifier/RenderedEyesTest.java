package dev.hourglass.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.notifier.rendered.Audit;
import dev.hourglass.notifier.rendered.Chromium;
import dev.hourglass.notifier.rendered.Tab;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other tests of what is rendered would pass if these eyes were blind. */
class RenderedEyesTest {

  private static final URI NOWHERE = URI.create("http://localhost:1/");
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>A page</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
        body { margin: 0; background: #fff; color: #111 }
        @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } a { color: #9cf } }
      </style></head>
      <body><main><h1>A page</h1>%s</main></body></html>
      """;

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @Test
  @DisplayName("nothing is wrong with a plain page")
  void plain() {
    assertThat(seen("<p>Words, and <a href='/more'>a link to more of them</a>.</p>")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the page is 700 px wide in a window of 360 px | <div style='width:700px'>wide</div>",
        "reaches out of the window | <div style='width:700px'>wide</div>",
        "holds more than its width | <div style='width:90px'>unbelievablylongword</div>",
        "cuts its content off | <div style='width:90px;overflow:hidden'>unbelievablylongword</div>",
        "cuts its content off below | <div style='height:9px;overflow:hidden'>tall</div>",
        "px are more than its 90px | <table style='max-width:90px'><tr><td>unbelievablylongword</table>",
        "may cut its text | <div style='text-overflow:ellipsis'>words</div>",
        "text reaches out of the window | <p style='text-indent:-40px'>words</p>",
        "nothing but text is shown | <img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "asks elsewhere.example for image | <img alt='' src='https://elsewhere.example/a.png'>",
        "script: Error: oops | <script>throw new Error('oops')</script>",
        "console: oops | <script>console.error('oops')</script>",
        "dialog: oops | <script>alert('oops')</script>",
        "360-light: color-contrast | <p style='color:#ccc;background:#fff'>faint</p>",
        "360-dark: color-contrast | <p style='color:#333'>dark on dark</p>",
        "link-name | <a href='/more'></a>",
      })
  void seenAtOnce(String wrong, String html) {
    assertThat(seen(html)).anyMatch(line -> line.contains(wrong));
  }

  @Test
  @DisplayName("a document in another language than it says")
  void language() {
    try (Tab tab = chromium.tab(NOWHERE)) {
      tab.show(PAGE.formatted("<p>Ord</p>"));
      assertThat(tab.look(Audit.PAGE, "da", "eyes/seen"))
          .containsExactly("eyes/seen: its language is said to be en");
    }
  }

  private static List<String> seen(String html) {
    try (Tab tab = chromium.tab(NOWHERE)) {
      tab.show(PAGE.formatted(html));
      return tab.look(Audit.PAGE, "en", "eyes/seen");
    }
  }
}
