package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.alert.AcknowledgeSheet;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Moments;
import dev.hourglass.notifier.mail.AlertLetters;
import dev.hourglass.notifier.mail.AlertTexts;
import dev.hourglass.notifier.mail.OwnWords;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the pages behind acknowledge links, without a script and with nothing from elsewhere. */
final class AcknowledgePages {

  private final String sender;
  private final OwnWords words;

  AcknowledgePages(String sender, OwnWords words) {
    this.sender = sender;
    this.words = words;
  }

  /** The templates, checked when the service is built. */
  @CheckedTemplate(basePath = "alert")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance form(
        AcknowledgeSheet s,
        String title,
        @Nullable String deadline,
        String seen,
        @Nullable String taken,
        String by,
        boolean wrong,
        String sender,
        String lang,
        String nonce);

    static native TemplateInstance thanks(
        AcknowledgeSheet s,
        String title,
        @Nullable String taken,
        String sender,
        String lang,
        String nonce);

    static native TemplateInstance closed(boolean ended, String sender, String lang, String nonce);
  }

  /**
   * The page that asks.
   *
   * @param by what stands in the field
   * @param wrong whether that was refused
   */
  String form(AcknowledgeSheet sheet, String by, boolean wrong, String nonce) {
    Instant deadline = sheet.notice().deadline();
    String lang = sheet.language().tag();
    return Templates.form(
            sheet,
            AlertLetters.title(sheet.notice(), texts(sheet)),
            deadline == null ? null : moment(sheet, deadline),
            moment(sheet, sheet.notice().since()),
            taken(sheet),
            by,
            wrong,
            sender,
            lang,
            nonce)
        .setLocale(lang)
        .render();
  }

  String thanks(AcknowledgeSheet sheet, String nonce) {
    String lang = sheet.language().tag();
    return Templates.thanks(
            sheet,
            AlertLetters.title(sheet.notice(), texts(sheet)),
            taken(sheet),
            sender,
            lang,
            nonce)
        .setLocale(lang)
        .render();
  }

  String closed(boolean ended, Language language, String nonce) {
    return Templates.closed(ended, sender, language.tag(), nonce)
        .setLocale(language.tag())
        .render();
  }

  private @Nullable String taken(AcknowledgeSheet sheet) {
    if (sheet.taken() == null) {
      return null;
    }
    return texts(sheet).taken(sheet.taken().by(), moment(sheet, sheet.taken().at()));
  }

  private AlertTexts texts(AcknowledgeSheet sheet) {
    return words.of(AlertTexts.class, sheet.language());
  }

  private static String moment(AcknowledgeSheet sheet, Instant at) {
    return new Moments(sheet.zone(), sheet.language().locale(null, null), true).dateTimeAndZone(at);
  }
}
