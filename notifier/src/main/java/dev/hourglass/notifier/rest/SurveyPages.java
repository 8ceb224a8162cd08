package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.mail.MailTexts;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.survey.Comment;
import dev.hourglass.notifier.survey.Level;
import dev.hourglass.notifier.survey.SurveySheet;
import dev.hourglass.rest.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the pages of the survey, without a script and with nothing from elsewhere. */
final class SurveyPages {

  private static final int GONE = 410;

  private final String sender;

  private final OwnWords words;

  SurveyPages(String sender, OwnWords words) {
    this.sender = sender;
    this.words = words;
  }

  /** What is wrong with an answer. */
  enum Problem {
    LEVEL,
    COMMENT
  }

  /** The templates, checked when the service is built. */
  @CheckedTemplate(basePath = "survey")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance form(
        SurveySheet s,
        List<Problem> problems,
        List<Level> levels,
        int longest,
        String sender,
        String lang,
        String nonce);

    static native TemplateInstance thanks(
        SurveySheet s, String level, String sender, String lang, String nonce);

    static native TemplateInstance unsubscribe(String sender, String lang, String nonce);

    static native TemplateInstance unsubscribed(String sender, String lang, String nonce);

    static native TemplateInstance closed(
        SurveySheet.Standing standing, String sender, String lang, String nonce);
  }

  String form(SurveySheet sheet, List<Problem> problems, String nonce) {
    String lang = sheet.language().tag();
    return Templates.form(
            sheet, problems, List.of(Level.values()), Comment.LONGEST, sender, lang, nonce)
        .setLocale(lang)
        .render();
  }

  String thanks(SurveySheet sheet, String nonce) {
    String lang = sheet.language().tag();
    MailTexts texts = words.of(MailTexts.class, sheet.language());
    return Templates.thanks(sheet, texts.level(sheet.level()), sender, lang, nonce)
        .setLocale(lang)
        .render();
  }

  String unsubscribe(SurveySheet sheet, String nonce) {
    String lang = sheet.language().tag();
    return Templates.unsubscribe(sender, lang, nonce).setLocale(lang).render();
  }

  String unsubscribed(SurveySheet sheet, String nonce) {
    String lang = sheet.language().tag();
    return Templates.unsubscribed(sender, lang, nonce).setLocale(lang).render();
  }

  /**
   * Why the survey cannot be answered.
   *
   * @param accepted the reader's {@code Accept-Language}, for where nobody knows the ticket
   */
  Response closed(SurveySheet sheet, @Nullable String accepted) {
    Language language = sheet.language() == null ? Language.accepted(accepted) : sheet.language();
    int status = sheet.standing() == SurveySheet.Standing.UNKNOWN ? 404 : GONE;
    return page(status, nonce -> closed(sheet.standing(), language, nonce));
  }

  String closed(SurveySheet.Standing standing, Language language, String nonce) {
    return Templates.closed(standing, sender, language.tag(), nonce)
        .setLocale(language.tag())
        .render();
  }

  /** The link is a capability: it must not leak by referrer, cache, frame or search engine. */
  static Response page(int status, Function<String, String> writing) {
    return Pages.page(status, writing).header("X-Robots-Tag", "noindex").build();
  }
}
