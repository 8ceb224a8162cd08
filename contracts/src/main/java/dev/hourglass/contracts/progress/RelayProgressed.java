package dev.hourglass.contracts.progress;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.EventData;
import java.time.Instant;

/**
 * How far a speaker has said its facts, said twenty times a second: what the monitor asks before it
 * says that something did not happen.
 *
 * @param speaker the module whose relay speaks
 * @param at when it looked, by the speaker's clock (UTC)
 * @param saidUpTo every fact of this speaker that happened before this instant is on {@code
 *     timings}; what is still in a transaction, or waits in the outbox, happened later
 * @param unpublished facts waiting to be published to {@code timings}
 */
public record RelayProgressed(String speaker, Instant at, Instant saidUpTo, long unpublished)
    implements EventData {

  public RelayProgressed {
    required(speaker, "speaker");
    required(at, "at");
    required(saidUpTo, "saidUpTo");
    rule(!saidUpTo.isAfter(at), "'saidUpTo' is not after 'at'");
    rule(unpublished >= 0, "'unpublished' is not negative");
  }

  @Override
  public String subject() {
    return speaker;
  }
}
