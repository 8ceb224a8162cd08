package dev.hourglass.notifier.rendered;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What axe looks for: whether everybody can read and use a page. */
public enum Audit {
  /** A page of ours: WCAG 2.2 A and AA, and what is good practice beyond. */
  PAGE(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")),
  /** A mail: the client that shows it has the landmarks and the heading, so only WCAG. */
  MAIL(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"));

  private static final String AXE = Scripts.text("/axe.min.js");
  private static final String RUN = Scripts.text("/rendered/audit.js");

  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private final List<String> tags;

  Audit(List<String> tags) {
    this.tags = tags;
  }

  /**
   * The violations, one line each.
   *
   * @param again whether only the colours have changed since the last time
   */
  List<String> of(Page page, boolean again) {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      // By the debugger's way, which a page's Content-Security-Policy does not forbid.
      page.evaluate(AXE);
    }
    Map<String, Object> only =
        again
            ? Map.of("type", "rule", "values", OF_COLOURS)
            : Map.of("type", "tag", "values", tags);
    return Tab.lines(page.evaluate(RUN, only));
  }
}
