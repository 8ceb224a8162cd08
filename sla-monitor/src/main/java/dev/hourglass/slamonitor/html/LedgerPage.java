package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.ledger.Ledger;
import dev.hourglass.slamonitor.ledger.AlertEntry;
import dev.hourglass.slamonitor.ledger.TicketLedger;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the ledger of a ticket as a page: no script, and nothing from elsewhere. */
public final class LedgerPage {

  private LedgerPage() {}

  /** The template, checked when the service is built. */
  @CheckedTemplate(basePath = "ledger")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance page(Head head, List<LedgerSheet> ledgers, String nonce);
  }

  /**
   * What stands above the ledgers.
   *
   * @param base what the addresses of the page and of the ledger begin with, from where it is shown
   * @param at the instant that was asked for; missing if that is now
   * @param same whether nothing that was heard later changes the answer
   */
  public record Head(
      String title,
      String ticketId,
      @Nullable String account,
      @Nullable String channel,
      Moment asOf,
      @Nullable String at,
      boolean same,
      String base) {}

  /**
   * The page in HTML.
   *
   * @param past whether somebody asked for an instant, rather than for now
   * @param base the way from where the page is shown to the directory of its ticket
   */
  public static String write(TicketLedger ledger, boolean past, String base, String nonce) {
    Ledger now = ledger.asKnownNow();
    List<AlertEntry> alerts = ledger.alertsKnownNow();
    boolean same =
        past && now.equals(ledger.asKnownThen()) && alerts.equals(ledger.alertsKnownThen());
    List<LedgerSheet> sheets =
        past && !same
            ? List.of(
                LedgerSheet.of(
                    "then", "As known then", ledger.asKnownThen(), ledger.alertsKnownThen()),
                LedgerSheet.of("now", "As known now", now, alerts))
            : List.of(LedgerSheet.of("now", null, now, alerts));
    return Templates.page(head(ledger, past, same, base), sheets, nonce).render();
  }

  private static Head head(TicketLedger ledger, boolean past, boolean same, String base) {
    Ledger now = ledger.asKnownNow();
    boolean received = now.received() != null;
    String ticketId = ledger.ticketId().toString();
    return new Head(
        received ? now.received().reference() : ticketId,
        ticketId,
        received ? now.received().account() : null,
        received ? Words.name(now.received().channel()) : null,
        Moment.of(ledger.asOf()),
        past ? ledger.asOf().toString() : null,
        same,
        base);
  }
}
