package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.alert.AcknowledgeSheet;
import dev.hourglass.notifier.alert.Acknowledgement;
import dev.hourglass.notifier.alert.AlertNotice;
import dev.hourglass.notifier.alert.SampleAlerts;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.preview.Sample;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;

/** The pages behind acknowledge links, to be looked at. */
@Singleton
public class AcknowledgePagePreview implements Preview {

  private static final String NONCE = "preview";

  private final AcknowledgePages pages;

  AcknowledgePagePreview(NotifierConfig config, OwnWords words) {
    this.pages = new AcknowledgePages(config.mail().name(), words);
  }

  @Override
  public String message() {
    return "acknowledge-page";
  }

  @Override
  public List<String> samples() {
    return List.of("open", "taken", "wrong", "thanks", "ended", "unknown");
  }

  public boolean hasText() {
    return false;
  }

  @Override
  public Sample sample(Language language, String sample) {
    return new Sample(sample, null, html(language, sample));
  }

  private String html(Language language, String sample) {
    AcknowledgeSheet open = sheet(language, false);
    AcknowledgeSheet taken = sheet(language, true);
    return switch (sample) {
      case "taken" -> pages.form(taken, taken.by(), false, NONCE);
      case "wrong" -> pages.form(open, "<b>Jane</b> Doe", true, NONCE);
      case "thanks" -> pages.thanks(taken, NONCE);
      case "ended" -> pages.closed(true, language, NONCE);
      case "unknown" -> pages.closed(false, language, NONCE);
      default -> pages.form(open, open.by(), false, NONCE);
    };
  }

  private static AcknowledgeSheet sheet(Language language, boolean taken) {
    AlertNotice notice = SampleAlerts.notice("breached");
    return new AcknowledgeSheet(
        notice,
        false,
        language,
        ZoneId.of("Europe/Berlin"),
        AcknowledgeSheet.codeOf(SampleAlerts.SUBSCRIPTION),
        taken
            ? new Acknowledgement(
                notice.id(),
                notice.ticketId(),
                notice.metric(),
                1,
                "night-shift",
                SampleAlerts.SEEN)
            : null);
  }
}
