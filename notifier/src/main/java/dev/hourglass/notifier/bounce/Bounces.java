package dev.hourglass.notifier.bounce;

/** Hears what becomes of mails after they were accepted. A notice never makes a mail (R24). */
public interface Bounces {

  /**
   * Hears a notice. A mail that failed takes its delivery back, which is said in the same
   * transaction; hearing the notice again changes nothing.
   */
  Heard hear(Notice notice);

  /** What came of it. */
  enum Heard {
    /** The delivery is taken back. */
    BOUNCED,
    /** It is known now, and changes nothing. */
    NOTED,
    /** It was heard before. */
    KNOWN,
    /** It is about no delivery of ours, or about one that was forgotten. */
    UNKNOWN
  }
}
