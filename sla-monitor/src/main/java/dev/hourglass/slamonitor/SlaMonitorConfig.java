package dev.hourglass.slamonitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of sla-monitor; those of Kafka Streams itself are under {@code kafka-streams}. */
@ConfigMapping(prefix = "sla-monitor")
public interface SlaMonitorConfig {

  Kafka kafka();

  Alert alert();

  Ticket ticket();

  /** How the stream ticks. */
  interface Kafka {

    /** How often it looks whether something is due; half of it is the mean lateness it adds. */
    @WithDefault("20ms")
    Duration tick();

    /** How many tickets of one partition a tick looks at at most. */
    @WithDefault("20000")
    int mostPerTick();

    /**
     * When the ticks of all partitions together leave the rest to the next ones: what they said is
     * visible after that. Must stay well below the transaction's timeout.
     */
    @WithDefault("500ms")
    Duration longestRound();

    /**
     * How often the broker is asked for end offsets, beside whenever a speaker reported; alerts
     * wait when the answer is a second old.
     */
    @WithDefault("200ms")
    Duration endOffsetsEvery();

    /** How long ago the input must have been heard to its end for the service to be ready. */
    @WithDefault("5s")
    Duration readyWithin();
  }

  /** When a breach waits for a speaker that may still hold the fact that keeps the promise. */
  interface Alert {

    /**
     * How long a breach is held back at most; after that it is said on incomplete evidence. More
     * says fewer that are withdrawn later, and lets one service that is down keep all alerts back
     * for longer.
     */
    @WithDefault("60s")
    Duration holdAtMost();
  }

  /** How long tickets are kept in the store. */
  interface Ticket {

    /** How long a ticket that is over keeps its facts. */
    @WithDefault("30d")
    Duration keptAfterEnd();

    /** How long the marker of a shrunk ticket stays, so that a late fact does not revive it. */
    @WithDefault("365d")
    Duration markerKept();

    /** How long facts wait for their ticket to be received before they are dead letters. */
    @WithDefault("7d")
    Duration orphansKept();
  }
}
