package dev.hourglass.slamonitor.kafka;

import dev.hourglass.slamonitor.ticket.Retention;
import java.time.Duration;

/**
 * How the keeper ticks.
 *
 * @param tick how often it looks whether something is due
 * @param mostPerTick how many tickets one tick looks at at most
 * @param longestTick after which a tick leaves the rest to the next one
 * @param retention how long tickets stay
 */
record Ticking(Duration tick, int mostPerTick, Duration longestTick, Retention retention) {}
