package dev.hourglass.contracts.promise;

/** What kind of account it is (S14). */
public enum AccountType {
  /** Free. */
  BASIC,
  /** Pro. */
  PRO,
  /** Business. */
  BUSINESS,
  /** Education. */
  EDUCATION,
  /** Enterprise. */
  ENTERPRISE,
  /** API. */
  API
}
