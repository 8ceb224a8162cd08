package dev.hourglass.notifier.mail;

/** A mail, ready to be sent. */
public record Letter(String to, String messageId, String subject, String text, String html) {}
