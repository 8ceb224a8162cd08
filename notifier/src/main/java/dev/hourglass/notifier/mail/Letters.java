package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.confirmation.Confirmation;
import dev.hourglass.notifier.confirmation.Confirmations;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.MessageId;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.survey.SurveyInvitation;
import dev.hourglass.notifier.survey.SurveyInvitations;
import dev.hourglass.notifier.ticket.KnownTicket;
import dev.hourglass.notifier.ticket.OneLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes mails: chooses the words for what is to be said. */
public final class Letters {

  /** Longer subjects are cut, for a list of mails shows no more anyway. */
  private static final int LONGEST_SUBJECT = 160;

  private final Confirmations confirmations;
  private final SurveyInvitations invitations;
  private final OwnWords words;
  private final String sender;
  private final String domain;

  public Letters(
      Confirmations confirmations,
      SurveyInvitations invitations,
      OwnWords words,
      String sender,
      String domain) {
    this.confirmations = confirmations;
    this.invitations = invitations;
    this.words = words;
    this.sender = sender;
    this.domain = domain;
  }

  /** The templates, checked when the service is built. */
  @CheckedTemplate(basePath = "mail")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance confirmationHtml(
        Confirmation c, String channel, String sender, String lang);

    static native TemplateInstance confirmationText(Confirmation c, String channel, String sender);

    static native TemplateInstance surveyHtml(SurveyInvitation s, String sender, String lang);

    static native TemplateInstance surveyText(SurveyInvitation s, String sender);
  }

  /** Writes the mail of a delivery. */
  public Letter write(Delivery delivery, KnownTicket ticket) {
    return SurveyCourier.SURVEYS.contains(delivery.kind())
        ? survey(delivery, ticket)
        : confirmation(delivery, ticket);
  }

  private Letter confirmation(Delivery delivery, KnownTicket ticket) {
    Confirmation confirmation = confirmations.of(ticket);
    Language language = confirmation.language();
    MailTexts texts = texts(language);
    String title = confirmation.isImproper() ? texts.improperTitle() : texts.logged();
    String channel =
        confirmation.notEntitledOn() == null ? "" : texts.channel(confirmation.notEntitledOn());
    return new Letter(
        delivery.recipient(),
        MessageId.of(delivery, domain),
        subject(texts, confirmation.reference(), title, confirmation.subject()),
        Rendering.text(Templates.confirmationText(confirmation, channel, sender), language),
        Rendering.html(
            Templates.confirmationHtml(confirmation, channel, sender, language.tag()), language));
  }

  private Letter survey(Delivery delivery, KnownTicket ticket) {
    SurveyInvitation invitation = invitations.of(delivery, ticket);
    Language language = invitation.language();
    MailTexts texts = texts(language);
    String title = invitation.reminder() ? texts.reminderTitle() : texts.surveyTitle();
    return new Letter(
        delivery.recipient(),
        MessageId.of(delivery, domain),
        subject(texts, invitation.reference(), title, invitation.subject()),
        Rendering.text(Templates.surveyText(invitation, sender), language),
        Rendering.html(Templates.surveyHtml(invitation, sender, language.tag()), language),
        // One click of the mail program, which posts (RFC 8058); whoever only follows it, looks.
        Map.of(
            "List-Unsubscribe",
            "<" + invitation.unsubscribe() + ">",
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click"));
  }

  private static String subject(
      MailTexts texts, String reference, String title, @Nullable String about) {
    String marked = "[" + reference + "] " + title;
    if (about == null || about.isBlank()) {
      return cut(OneLine.of(marked));
    }
    return cut(
        OneLine.of(title.endsWith("?") ? marked + " " + about : texts.labelled(marked, about)));
  }

  private static String cut(String subject) {
    if (subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT) {
      return subject;
    }
    return subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
  }

  private MailTexts texts(Language language) {
    return words.of(MailTexts.class, language);
  }
}
