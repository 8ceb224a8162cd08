package dev.hourglass.policy.promise;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Reason;

/** A promise and the rule that made it. */
public record Promised(Promise promise, Reason reason) {

  public Promised {
    required(promise, "promise");
    required(reason, "reason");
  }
}
