package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.delivery.MailVerdict;

/** What is wrong with the mails, in words. */
final class MailProblems {

  private MailProblems() {}

  static String of(MailVerdict verdict) {
    return "of %,d mails %,d are missing, %,d came again, %,d came under another Message-ID, %,d went to nobody and %,d had no Message-ID"
        .formatted(
            verdict.expected(),
            verdict.missing(),
            verdict.repeats().size(),
            verdict.further(),
            verdict.strange(),
            verdict.nameless());
  }
}
