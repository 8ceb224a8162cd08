package dev.hourglass.contracts.promise;

/** The support plan of an account (S23–S30). */
public enum Plan {
  /** The base plan; its column title is lost in the documents (K14). */
  ACCESS,
  /** Premier. */
  PREMIER,
  /** Premier+. */
  PREMIER_PLUS
}
