package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.history.DeadlineSet;
import dev.hourglass.clocks.history.PromiseMade;
import dev.hourglass.contracts.promise.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a clock is held to, and the fact that made it so. */
record AimStep(Aim aim, String edition, AimReason reason, String eventId, @Nullable Instant asked) {

  static AimStep promised(@Nullable AimStep before, PromiseMade made, Target target, Run run) {
    boolean first = before == null;
    return new AimStep(
        first
            ? Aim.first(target, run, made.at())
            : before.aim.promisedAgain(target, run, made.at()),
        made.fact().promise().edition(),
        first ? AimReason.PROMISED : AimReason.PROMISED_AGAIN,
        made.eventId(),
        null);
  }

  AimStep setByHand(DeadlineSet set) {
    return new AimStep(
        aim.setByHand(set.deadline(), set.at()),
        edition,
        AimReason.SET_BY_HAND,
        set.eventId(),
        set.deadline());
  }

  AimTaken taken() {
    return new AimTaken(
        aim.saidAt(),
        eventId,
        reason,
        edition,
        aim.target().calendar(),
        aim.budget(),
        asked,
        aim.deadline().orElse(null));
  }
}
