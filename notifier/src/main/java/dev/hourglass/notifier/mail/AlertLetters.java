package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.alert.AcknowledgeToken;
import dev.hourglass.notifier.alert.AcknowledgeTokens;
import dev.hourglass.notifier.alert.AlertDigest;
import dev.hourglass.notifier.alert.AlertMail;
import dev.hourglass.notifier.alert.AlertNotice;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.MessageId;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Moments;
import dev.hourglass.notifier.language.Spans;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.ticket.OneLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the mails to operations teams. */
public final class AlertLetters {

  private final AcknowledgeTokens tokens;
  private final URI baseUrl;
  private final Duration linkValidFor;
  private final String sender;
  private final String domain;
  private final OwnWords words;

  /**
   * @param baseUrl where operations teams reach this service
   * @param domain of Message-IDs
   */
  public AlertLetters(
      AcknowledgeTokens tokens,
      URI baseUrl,
      Duration linkValidFor,
      String sender,
      String domain,
      OwnWords words) {
    this.words = words;
    this.tokens = tokens;
    this.baseUrl = baseUrl;
    this.linkValidFor = linkValidFor;
    this.sender = sender;
    this.domain = domain;
  }

  /** The templates, checked when the service is built. */
  @CheckedTemplate(basePath = "alert")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance mailHtml(
        AlertView a, @Nullable String link, String name, String sender, String lang);

    static native TemplateInstance mailText(
        AlertView a, @Nullable String link, String name, String sender);

    static native TemplateInstance digestHtml(
        List<AlertView> lines,
        int count,
        int rest,
        String zone,
        String name,
        String sender,
        String lang);

    static native TemplateInstance digestText(
        List<AlertView> lines, int count, int rest, String zone, String name, String sender);
  }

  /** The mail about one alert; a withdrawal refers to the mail that told of the breach. */
  Letter mail(Delivery delivery, AlertMail mail, Instant now) {
    Language language = mail.target().language();
    AlertNotice notice = mail.notice();
    AlertView view = view(notice, false, mail.target(), false);
    String link = notice.isToBeAcknowledged() ? link(notice.id(), mail.subscription(), now) : null;
    String origin = mail.replyTo() == null ? null : MessageId.of(mail.replyTo(), domain);
    return new Letter(
        delivery.recipient(),
        MessageId.of(delivery, domain),
        OneLine.of("[" + notice.reference() + "] " + view.title()),
        Rendering.text(Templates.mailText(view, link, mail.name(), sender), language),
        Rendering.html(
            Templates.mailHtml(view, link, mail.name(), sender, language.tag()), language),
        origin == null ? Map.of() : Map.of("In-Reply-To", origin, "References", origin));
  }

  /** The mail about many alerts; one that is alone in its digest gets a mail of its own. */
  Letter digest(Delivery delivery, AlertDigest digest, Instant now) {
    if (digest.count() == 1 && !digest.lines().get(0).withdrawn()) {
      AlertNotice alone = digest.lines().get(0).notice();
      return mail(
          delivery,
          new AlertMail(digest.subscription(), digest.name(), digest.target(), alone, null),
          now);
    }
    AlertTarget.Mailboxes target = digest.target();
    Language language = target.language();
    List<AlertView> views =
        digest.lines().stream()
            .map(line -> view(line.notice(), line.withdrawn(), target, true))
            .toList();
    String zone = moments(target).zoneName(now);
    int count = digest.count();
    return new Letter(
        delivery.recipient(),
        MessageId.of(delivery, domain),
        OneLine.of(texts(language).digestTitle(count) + " (" + digest.name() + ")"),
        Rendering.text(
            Templates.digestText(views, count, digest.rest(), zone, digest.name(), sender),
            language),
        Rendering.html(
            Templates.digestHtml(
                views, count, digest.rest(), zone, digest.name(), sender, language.tag()),
            language),
        Map.of());
  }

  /** What an alert is called, for example {@code P1: FIRST_REPLY breached}. */
  public static String title(AlertNotice notice, AlertTexts texts) {
    String clock = notice.metric() == null ? "" : notice.metric().name();
    String said =
        switch (notice.kind()) {
          case AT_RISK -> texts.atRisk(clock);
          case NO_PROMISE -> texts.noPromise();
          case BREACHED -> texts.breached(clock);
          case WITHDRAWN -> texts.withdrawn(clock);
          case ESCALATED -> texts.escalated(clock, notice.to());
        };
    return notice.priority() == null ? said : notice.priority() + ": " + said;
  }

  private AlertView view(
      AlertNotice notice, boolean withdrawn, AlertTarget.Mailboxes target, boolean briefly) {
    Language language = target.language();
    return new AlertView(
        notice,
        title(notice, texts(language)),
        notice.metric() == null ? null : notice.metric().name(),
        notice.deadline() == null ? null : moment(notice.deadline(), target, briefly),
        moment(notice.since(), target, briefly),
        notice.late() == null ? null : Spans.inWords(notice.late(), language),
        withdrawn);
  }

  private static String moment(Instant at, AlertTarget.Mailboxes target, boolean briefly) {
    if (!briefly) {
      return moments(target).dateTimeAndZone(at);
    }
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
        .withLocale(locale(target))
        .format(at.atZone(target.timeZone()))
        .replace('\u202f', ' ');
  }

  private String link(UUID alert, UUID subscription, Instant now) {
    Instant end = now.plus(linkValidFor).truncatedTo(ChronoUnit.SECONDS);
    String base = baseUrl.toString().replaceAll("/+$", "");
    return base + "/acknowledge/" + tokens.sign(new AcknowledgeToken(alert, subscription, end));
  }

  private static Moments moments(AlertTarget.Mailboxes target) {
    return new Moments(target.timeZone(), locale(target), true);
  }

  private static Locale locale(AlertTarget.Mailboxes target) {
    return target.language().locale(null, null);
  }

  private AlertTexts texts(Language language) {
    return words.of(AlertTexts.class, language);
  }
}
