package dev.hourglass.notifier.mail;

import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.notifier.alert.NoticeKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the mails and pages about alerts; one file per language under {@code messages/}. */
@MessageBundle("alert")
public interface AlertTexts {

  @Message
  String breached(String what);

  @Message
  String atRisk(String what);

  @Message
  String noPromise();

  @Message
  String withdrawn(String what);

  @Message
  String escalated(String what, String to);

  @Message
  String lead(NoticeKind value);

  @Message
  String state(NoticeKind value);

  @Message
  String ticket();

  @Message
  String clock();

  @Message
  String priority();

  @Message
  String account();

  @Message
  String deadline();

  @Message
  String seen();

  @Message
  String level();

  @Message
  String because(WithdrawnBecause value);

  @Message
  String late(String span);

  @Message
  String unsure();

  @Message
  String takeCare();

  @Message
  String takeCareNote();

  @Message
  String digestTitle(int count);

  @Message
  String digestIntro();

  @Message
  String digestRest(int count);

  @Message
  String stateLabel();

  @Message
  String takenBack();

  @Message
  String subscription(String name);

  @Message
  String pageTitle();

  @Message
  String nothingYet();

  @Message
  String byLabel();

  @Message
  String byHint();

  @Message
  String byWrong();

  @Message
  String send();

  @Message
  String taken(String by, String when);

  @Message
  String thanksTitle();

  @Message
  String endedTitle();

  @Message
  String ended();

  @Message
  String unknownTitle();

  @Message
  String unknown();
}
