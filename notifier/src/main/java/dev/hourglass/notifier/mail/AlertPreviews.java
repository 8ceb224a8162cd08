package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.alert.AlertDigest;
import dev.hourglass.notifier.alert.AlertMail;
import dev.hourglass.notifier.alert.AlertNotice;
import dev.hourglass.notifier.alert.NoticeKind;
import dev.hourglass.notifier.alert.SampleAlerts;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.subscription.AlertTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The mails to operations teams, to be looked at. */
@ApplicationScoped
public class AlertPreviews {

  private static final String MARKUP = "markup";
  private static final int MANY = 214;

  private final AlertLetters letters;

  AlertPreviews(AlertLetters letters) {
    this.letters = letters;
  }

  @Produces
  @Singleton
  Preview alertMails() {
    List<String> samples =
        Stream.concat(
                Arrays.stream(NoticeKind.values()).map(SampleAlerts::nameOf), Stream.of(MARKUP))
            .toList();
    return new LetterPreview("alert-mail", samples, this::mail);
  }

  @Produces
  @Singleton
  Preview alertDigests() {
    return new LetterPreview("alert-digest", List.of("usual", "many"), this::digest);
  }

  private Letter mail(Language language, String sample) {
    String name = sample.equals(MARKUP) ? "<b>Night</b> & day" : SampleAlerts.SUBSCRIPTION;
    AlertNotice notice = SampleAlerts.notice(sample);
    AlertMail mail = new AlertMail(SampleAlerts.ID, name, target(language), notice, null);
    return letters.mail(delivery(DeliveryKind.ALERT_MAIL), mail, SampleAlerts.SEEN);
  }

  private Letter digest(Language language, String sample) {
    List<AlertDigest.Line> lines = SampleAlerts.lines();
    int rest = sample.equals("many") ? MANY - lines.size() : 0;
    AlertDigest digest =
        new AlertDigest(SampleAlerts.ID, SampleAlerts.SUBSCRIPTION, target(language), lines, rest);
    return letters.digest(delivery(DeliveryKind.ALERT_DIGEST), digest, SampleAlerts.SEEN);
  }

  private static AlertTarget.Mailboxes target(Language language) {
    return new AlertTarget.Mailboxes(
        List.of("ops@ops.example"), language, ZoneId.of("Europe/Berlin"), null);
  }

  private static Delivery delivery(DeliveryKind kind) {
    return new Delivery(
        SampleAlerts.ID,
        "sample",
        SampleAlerts.ID,
        kind,
        1,
        "ops@ops.example",
        0,
        SampleAlerts.SEEN);
  }
}
