package dev.hourglass.ticketintake;

import dev.hourglass.ticketintake.thanks.ThanksFiles;
import dev.hourglass.ticketintake.thanks.ThanksPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes the objects that the rest gets injected; the only place that knows the system clock. */
@Singleton
public class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  ThanksPolicy thanks(TicketIntakeConfig config) {
    TicketIntakeConfig.Thanks thanks = config.thanks();
    return new ThanksPolicy(
        ThanksFiles.of(thanks.languages(), thanks.morePhrases().orElse(List.of())),
        thanks.within());
  }
}
