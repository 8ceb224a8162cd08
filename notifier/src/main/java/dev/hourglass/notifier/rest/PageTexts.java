package dev.hourglass.notifier.rest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the survey page; one file per language under {@code messages/}. */
@MessageBundle("page")
public interface PageTexts {

  @Message
  String title();

  @Message
  String legend();

  @Message
  String commentLabel();

  @Message
  String commentHint();

  @Message
  String send();

  @Message
  String change();

  @Message
  String answered();

  @Message
  String nothingYet();

  @Message
  String until(String when);

  @Message
  String notRecorded();

  @Message
  String levelRequired();

  @Message
  String commentTooLong();

  @Message
  String thanksTitle();

  @Message
  String thanks(String level);

  @Message
  String thanksChange(String when);

  @Message
  String back();

  @Message
  String endedTitle();

  @Message
  String ended();

  @Message
  String reopenedTitle();

  @Message
  String reopened();

  @Message
  String unknownTitle();

  @Message
  String unknown();

  @Message
  String unsubscribeTitle();

  @Message
  String unsubscribeIntro();

  @Message
  String unsubscribeButton();

  @Message
  String unsubscribedTitle();

  @Message
  String unsubscribed();
}
