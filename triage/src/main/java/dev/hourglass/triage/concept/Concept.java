package dev.hourglass.triage.concept;

import java.util.Optional;

/** What a phrase can say about a ticket; the same in every language. */
public enum Concept {
  /** Everybody, every place, nobody can. */
  ALL,
  /** A good part: most, half, some dozens. */
  MANY,
  /** One person, one device, a handful. */
  ONE,
  /** The others have no trouble. */
  OTHERS_FINE,
  /** One of several places. */
  ONE_SITE,
  /** The service or all of a part of it is gone. */
  DOWN,
  /** What the service is for cannot be done. */
  BLOCKED,
  /** Something is wrong, in whatever degree. */
  BROKEN,
  /** Slow, choppy, late, breaking off. */
  DEGRADED,
  /** People stand idle, events are called off, customers get through to nobody. */
  STOPPED,
  /** Help in need, courts, exams, shareholders: a failure does harm at once. */
  CRITICAL,
  /** There is a way round. */
  WORKAROUND,
  /** There is none, or those tried did not help. */
  NO_WAY_ROUND,
  /** The main thing goes on. */
  STILL_WORKS,
  /** Meetings, calls, signing in. */
  CORE,
  /** A smaller part of the product. */
  FEATURE,
  /** Asks how, where, whether. */
  QUESTION,
  /** Wishes for a feature, or orders something done. */
  WISH,
  /** Spelling, colours, a few pixels. */
  COSMETIC,
  /** Invoices, licences, contracts. */
  BILLING,
  /** It is over. */
  RESOLVED,
  /** Of something larger this is left. */
  REMAINS,
  /** There is no hurry. */
  NO_HURRY,
  /** Nothing is wrong, or nobody is kept from work. */
  NO_FAULT,
  /** Is going to happen. */
  PLANNED,
  /** What follows in the sentence is not so. */
  DENIAL,
  /** A failure was named and denied. */
  DENIED,
  /** A sentence ends with a question mark. */
  ASKED;

  /** What it says if a negation stands before it; empty if it then says nothing. */
  Optional<Concept> negated() {
    return switch (this) {
      case DOWN, BLOCKED, DEGRADED, BROKEN, STOPPED -> Optional.of(DENIED);
      case WORKAROUND -> Optional.of(NO_WAY_ROUND);
      case ALL, MANY, ONE, OTHERS_FINE, STILL_WORKS, RESOLVED, CRITICAL, COSMETIC ->
          Optional.empty();
      default -> Optional.of(this);
    };
  }
}
