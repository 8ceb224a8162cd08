package dev.hourglass.sandbox.demo;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.demo.Screen.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what Hourglass does by itself: promises, mails, warnings, breaches, ratings. */
final class Reporter implements Company.Listener {

  private static final Pattern SURVEY = Pattern.compile("https?://\\S+/survey/([^\\s?\"<]+)");

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Screen screen;
  private final Checklist checklist;
  private final Desk desk;
  private final Map<String, Duration> confirmed = new ConcurrentHashMap<>();
  private final Map<String, List<Metric>> breaches = new ConcurrentHashMap<>();

  Reporter(Screen screen, Checklist checklist, Desk desk) {
    this.screen = screen;
    this.checklist = checklist;
    this.desk = desk;
  }

  @Override
  public void received(Case of, ReceivedMail mail, Instant readAt) {
    Matcher survey = SURVEY.matcher(mail.text());
    if (survey.find()) {
      surveyed(of, mail, survey.group(1));
      return;
    }
    Duration took = Duration.between(of.postedAt(), mail.receivedAt());
    boolean first = confirmed.putIfAbsent(of.line().key(), took) == null;
    if (of.isRehearsal()) {
      return;
    }
    screen.say(
        Tone.MAIL,
        "mail to %s: \"%s\", %s after the POST"
            .formatted(mail.to(), mail.subject(), seconds(of.postedAt(), mail.receivedAt())));
    if (first) {
      checklist.seen("mail-" + of.line().language(), of.reference());
    }
    long mails = confirmed.keySet().stream().filter(key -> !key.startsWith(Case.REHEARSAL)).count();
    if (mails == Scene.TICKETS) {
      checklist.seen("mails", Scene.TICKETS + " of " + Scene.TICKETS);
    }
  }

  /** How long the confirmation took; all of the patience if it did not come. */
  Duration awaitConfirmation(Case of, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!confirmed.containsKey(of.line().key()) && System.nanoTime() < end) {
      Thread.sleep(LOOK.toMillis());
    }
    return confirmed.getOrDefault(of.line().key(), patience);
  }

  @Override
  public void heard(Case of, Event<?> event, Instant readAt) {
    if (of.isRehearsal()) {
      return;
    }
    EventData data = event.data();
    if (data instanceof TicketPrioritized promised) {
      promised(of, promised);
    } else if (data instanceof SlaAtRisk risk) {
      atRisk(of, risk, readAt);
    } else if (data instanceof SlaBreached breach) {
      breached(of, breach, readAt);
    } else if (data instanceof SlaBreachWithdrawn withdrawn) {
      screen.say(
          Tone.WARNING,
          "%s: breach of %s withdrawn".formatted(of.title(), words(withdrawn.metric())));
    } else if (data instanceof SatisfactionRated rating) {
      screen.say(Tone.GOOD, "%s rated %d of 5, says Kafka".formatted(of.title(), rating.level()));
      checklist.seen("rating", rating.level() + " of 5");
    }
  }

  /** At the end: only the forgotten ticket may be breached. */
  void sayWhetherOthersWereBreached() {
    Map<String, List<Metric>> others = new TreeMap<>(breaches);
    others.remove("forgotten");
    if (others.isEmpty()) {
      checklist.seen("no-other", "");
    } else {
      screen.say(Tone.BREACH, "breached although somebody looked after them: " + others);
    }
  }

  private void surveyed(Case of, ReceivedMail mail, String token) {
    screen.say(Tone.MAIL, "mail to %s: \"%s\"".formatted(mail.to(), mail.subject()));
    checklist.seen("survey", mail.to());
    screen.say(Tone.STEP, of.line().name() + " opens the survey and gives 5 of 5");
    try {
      desk.rate(token, 5, "Schnell+geholfen");
    } catch (DemoException e) {
      screen.say(Tone.BREACH, "the survey was not taken: " + e.getMessage());
    }
  }

  private void promised(Case of, TicketPrioritized promised) {
    String key = of.line().key();
    String targets =
        promised.promise().targets().isEmpty()
            ? "no times promised"
            : promised.promise().targets().stream()
                .map(Reporter::target)
                .collect(Collectors.joining(", "));
    String because = promised.reasons().isEmpty() ? "" : promised.reasons().get(0).text();
    screen.say(
        Tone.PROMISE,
        "%s is %s, %s. %s".formatted(of.title(), promised.priority(), targets, because).trim());
    if (!promised.basis().accountKnown()) {
      screen.say(Tone.NOTE, of.reference() + ": the account is unknown, so it is treated as Basic");
      checklist.seen("stranger", promised.basis().accountType() + ", and it says so");
    }
    if (key.equals("triaged")) {
      checklist.seen("triaged", promised.priority() + ", " + because);
    }
    if (key.equals("raised") && promised.priority().name().equals("P1")) {
      checklist.seen("raised", targets);
    }
  }

  private void atRisk(Case of, SlaAtRisk risk, Instant readAt) {
    if (risk.metric() == null) {
      screen.say(Tone.WARNING, of.title() + " has no promise yet");
      return;
    }
    screen.say(
        Tone.WARNING,
        "AT RISK  %s: %s is due in %s (said %d ms after the warning point, read here after %s)"
            .formatted(
                of.title(),
                words(risk.metric()),
                seconds(risk.detectedAt(), risk.deadline()),
                risk.latenessMillis(),
                millis(risk.dueAt(), readAt)));
    if (of.line().key().equals("forgotten")) {
      checklist.seen(
          "risk-" + risk.metric(), risk.latenessMillis() + " ms after the warning point");
    }
  }

  private void breached(Case of, SlaBreached breach, Instant readAt) {
    screen.say(
        Tone.BREACH,
        "BREACHED %s: %s was due within %s (said %d ms after the deadline, read here after %s)"
            .formatted(
                of.title(),
                words(breach.metric()),
                span(breach.within()),
                breach.latenessMillis(),
                millis(breach.deadline(), readAt)));
    breaches.computeIfAbsent(of.line().key(), key -> new ArrayList<>()).add(breach.metric());
    if (of.line().key().equals("forgotten")) {
      checklist.seen(
          "breach-" + breach.metric(),
          "said after %d ms, read after %s"
              .formatted(breach.latenessMillis(), millis(breach.deadline(), readAt)));
    }
  }

  private static String target(Target target) {
    return words(target.metric()) + " " + span(target.within());
  }

  private static String words(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String span(Duration within) {
    return within.toMinutes() < 2
        ? within.toSeconds() + " s"
        : within.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private static String seconds(Instant from, Instant to) {
    return "%.1f s".formatted(Duration.between(from, to).toMillis() / 1000.0);
  }

  private static String millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() + " ms";
  }
}
