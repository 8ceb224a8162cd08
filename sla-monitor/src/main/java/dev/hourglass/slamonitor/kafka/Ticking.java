package dev.hourglass.slamonitor.kafka;

import dev.hourglass.slamonitor.ticket.Retention;
import java.time.Duration;

/**
 * How the keeper ticks.
 *
 * @param tick how often it looks whether something is due
 * @param mostPerTick how many tickets one partition looks at in a tick at most
 * @param retention how long tickets stay
 */
record Ticking(Duration tick, int mostPerTick, Retention retention) {}
