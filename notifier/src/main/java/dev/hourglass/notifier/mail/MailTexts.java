package dev.hourglass.notifier.mail;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.notifier.confirmation.Understood;
import dev.hourglass.notifier.survey.Level;
import dev.hourglass.notifier.ticket.Content;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the mails; one file per language under {@code messages/}. */
@MessageBundle("mail")
public interface MailTexts {

  @Message
  String greeting(String name);

  @Message
  String greetingNobody();

  @Message
  String logged();

  @Message
  String loggedIntro();

  @Message
  String labelled(String label, String value);

  @Message
  String referenceLabel();

  @Message
  String subjectLabel();

  @Message
  String receivedLabel();

  @Message
  String priorityLabel();

  @Message
  String whyLabel();

  @Message
  String priority(Priority value);

  @Message
  String understood(Understood value);

  @Message
  String unexplained();

  @Message
  String priorityFollows();

  @Message
  String promiseTitle();

  @Message
  String metric(Metric value);

  @Message
  String by(String when);

  @Message
  String within(String span);

  @Message
  String withinOfReceipt(String span);

  @Message
  String withinWorking(String span);

  @Message
  String notCountingWaits();

  @Message
  String targetsNote();

  @Message
  String workingNote();

  @Message
  String noTargets();

  @Message
  String entitlementTitle();

  @Message
  String notEntitled(String channel);

  @Message
  String channel(Channel value);

  @Message
  String routesIntro();

  @Message
  String route(Route value);

  @Message
  String phoneIntro();

  @Message
  String phoneNumber(String number, String extension);

  @Message
  String phoneInCountry();

  @Message
  String phoneNowhere();

  @Message
  String phoneReady(Queue value);

  @Message
  String phoneCharges();

  @Message
  String accountUnknown();

  @Message
  String improperTitle();

  @Message
  String improperIntro();

  @Message
  String missing(Content.Missing value);

  @Message
  String improperNote();

  @Message
  String replyTitle();

  @Message
  String reply(String reference);

  @Message
  String automatic();

  @Message
  String surveyTitle();

  @Message
  String surveyIntro();

  @Message
  String surveyHow();

  @Message
  String surveyUntil(String when);

  @Message
  String surveyNotSolved();

  @Message
  String surveyUnsubscribe();

  @Message
  String reminderTitle();

  @Message
  String reminderIntro();

  @Message
  String level(Level value);
}
