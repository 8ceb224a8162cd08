package dev.hourglass.notifier.rendered;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The browser that is installed on this machine, without a window: {@code CHROMIUM} names it, else
 * it is where Debian puts it.
 */
public final class Chromium implements AutoCloseable {

  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException if it is not installed, or the build has not fetched its driver
   */
  public static Chromium start() {
    Path installed =
        Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")).toAbsolutePath();
    if (!Files.isExecutable(installed)) {
      throw new IllegalStateException(installed + " is missing: install Debian's chromium");
    }
    Playwright playwright = playwright();
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(installed).setArgs(QUIETLY));
    return new Chromium(playwright, browser);
  }

  private static Playwright playwright() {
    try {
      return Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    } catch (PlaywrightException e) {
      throw new IllegalStateException("no driver of the browser: build with -Prendered", e);
    }
  }

  /**
   * A tab in which scripts would run, as in a careless mail client.
   *
   * @param home the only place that the tab may load anything from
   */
  public Tab tab(URI home) {
    return new Tab(browser, home, true);
  }

  /** A tab with JavaScript switched off. */
  public Tab tabWithoutScripts(URI home) {
    return new Tab(browser, home, false);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
