package dev.hourglass.notifier.rendered;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One page after another, and everything that is wrong with them. */
public final class Tab implements AutoCloseable {

  /** Where the pictures are kept. */
  public static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String LAYOUT = Scripts.text("/rendered/layout.js");

  private final URI home;
  private final BrowserContext context;
  private final Page page;
  private final CDPSession debugger;
  private final List<String> noise = new ArrayList<>();

  Tab(Browser browser, URI home, boolean scripts) {
    this.home = home;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(home.toString())
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE));
    context.route("**/*", this::onlyFromHome);
    this.page = context.newPage();
    this.debugger = context.newCDPSession(page);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !isStatus(message.text())) {
            noise.add("console: " + message.text());
          }
        });
    page.onPageError(error -> noise.add("script: " + error));
    page.onDialog(
        dialog -> {
          noise.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onPopup(popup -> noise.add("popup: " + popup.url()));
    page.onDownload(download -> noise.add("download: " + download.url()));
  }

  /** The console also notes pages that are answered 404 or 410, as some of ours should be. */
  private static boolean isStatus(String text) {
    return text.startsWith("Failed to load resource: the server responded with a status of 4");
  }

  private void onlyFromHome(Route route) {
    URI wanted = URI.create(route.request().url());
    if (Objects.equals(wanted.getAuthority(), home.getAuthority())) {
      route.resume();
    } else {
      noise.add("asks " + wanted.getHost() + " for " + route.request().resourceType());
      route.abort();
    }
  }

  /** The page itself, to click and type on. */
  public Page page() {
    return page;
  }

  /** Opens a page of the service. */
  public Response open(String path) {
    return page.navigate(path);
  }

  /** From now on asks for pages in this language. */
  public void speaks(String language) {
    context.setExtraHTTPHeaders(Map.of("Accept-Language", language));
  }

  /** The id of what the keyboard acts on. */
  public Object focused() {
    return page.evaluate("() => document.activeElement.id");
  }

  /** Shows the HTML of a mail as it was received. */
  public void show(String html) {
    if (!page.url().equals("about:blank")) {
      page.navigate("about:blank");
    }
    page.setContent(html);
  }

  /**
   * Looks at what the tab shows in every {@link Look}, keeps a picture of each.
   *
   * @param language the tag that the document should have
   * @param picture where its pictures go, for example {@code confirmation/de}
   * @return what is wrong, one line each, with the picture it is seen on
   */
  public List<String> look(Audit audit, String language, String picture) {
    List<String> wrong = new ArrayList<>();
    Object lang = page.evaluate("() => document.documentElement.lang");
    if (!language.equals(lang)) {
      wrong.add(picture + ": its language is said to be " + lang);
    }
    for (Look look : Look.ALL) {
      String label = picture + "-" + look.label();
      page.setViewportSize(look.width(), look.height());
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
      lines(page.evaluate(LAYOUT)).forEach(line -> wrong.add(label + ": " + line));
      if (look.isNarrow()) {
        audit.of(page, look.dark()).forEach(line -> wrong.add(label + ": " + line));
      }
      keep(SCREENSHOTS.resolve(label + ".png"));
    }
    noise.forEach(line -> wrong.add(picture + ": " + line));
    noise.clear();
    return wrong;
  }

  /** By the debugger itself: at twice the speed of Playwright, which waits for what never moves. */
  private void keep(Path picture) {
    double height =
        ((Number) page.evaluate("() => document.scrollingElement.scrollHeight")).doubleValue();
    JsonObject whole = new JsonObject();
    whole.addProperty("x", 0);
    whole.addProperty("y", 0);
    whole.addProperty("width", page.viewportSize().width);
    whole.addProperty("height", height);
    whole.addProperty("scale", 1);
    JsonObject wish = new JsonObject();
    wish.add("clip", whole);
    wish.addProperty("captureBeyondViewport", true);
    wish.addProperty("optimizeForSpeed", true);
    String png = debugger.send("Page.captureScreenshot", wish).get("data").getAsString();
    try {
      Files.createDirectories(picture.getParent());
      Files.write(picture, Base64.getDecoder().decode(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Object evaluated) {
    return ((List<?>) evaluated).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
