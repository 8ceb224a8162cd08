package dev.hourglass.slamonitor.ledger;

/** How what was said and what the facts call for go together. */
public enum Accord {
  /** It was called for, and said. */
  AGREED,
  /** It is called for, and was not said: it may be held back, or nobody had heard the facts. */
  NOT_SAID,
  /** It was said, and is not called for by these facts. */
  NOT_DUE,
  /** It was said, and taken back since. */
  TAKEN_BACK,
  /** Nobody can tell from the clocks whether it was called for. */
  NOT_COMPARED
}
