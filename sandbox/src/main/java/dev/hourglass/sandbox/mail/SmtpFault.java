package dev.hourglass.sandbox.mail;

import java.util.Objects;

/**
 * Something that goes wrong once, when a conversation by SMTP has come to a step.
 *
 * @param reply what is answered instead of the usual; empty where nothing is answered
 */
public record SmtpFault(Step step, Kind kind, String reply) {

  /** Where in a conversation. */
  public enum Step {
    GREETING,
    HELLO,
    LOGIN,
    SENDER,
    RECIPIENT,
    /** Before the message is sent. */
    MESSAGE,
    /** After the whole message was sent. */
    END
  }

  /** What happens. */
  public enum Kind {
    /** Another answer than usual. */
    REPLY,
    /** No answer, on a connection that stays open. */
    STALL,
    /** The connection is closed without an answer. */
    DROP,
    /** The message is accepted, but the connection is closed before anybody is told. */
    ACCEPT_AND_DROP
  }

  public SmtpFault {
    Objects.requireNonNull(step, "a fault happens at some step");
    Objects.requireNonNull(kind, "a fault is of some kind");
    if (kind == Kind.ACCEPT_AND_DROP && step != Step.END) {
      throw new IllegalArgumentException("a message can be accepted only at its end");
    }
    if ((kind == Kind.REPLY) == reply.isEmpty()) {
      throw new IllegalArgumentException("a reply has text, and nothing else has");
    }
  }

  /** Another answer than usual, for example {@code 451 4.7.1 too many messages}. */
  public static SmtpFault reply(Step step, String reply) {
    return new SmtpFault(step, Kind.REPLY, reply);
  }

  /** No answer. */
  public static SmtpFault stall(Step step) {
    return new SmtpFault(step, Kind.STALL, "");
  }

  /** The end of the connection. */
  public static SmtpFault drop(Step step) {
    return new SmtpFault(step, Kind.DROP, "");
  }

  /** The message is there, and nobody is told. */
  public static SmtpFault acceptAndDrop() {
    return new SmtpFault(Step.END, Kind.ACCEPT_AND_DROP, "");
  }
}
