package dev.hourglass.notifier;

import dev.hourglass.notifier.delivery.Rate;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of notifier. */
@ConfigMapping(prefix = "notifier")
public interface NotifierConfig {

  /** How confirmations are written. */
  Confirmation confirmation();

  /** How deliveries are attempted. */
  Delivery delivery();

  /** Who writes. */
  Mail mail();

  /** How mails that came back are heard of. */
  BounceConfig bounce();

  /** How surveys work. */
  Survey survey();

  /** The pages on which messages are looked at. */
  Preview preview();

  /** What is kept of tickets. */
  Tickets tickets();

  /** What is kept of alerts, and how they are told. */
  AlertConfig alert();

  /** How webhooks are called. */
  WebhookConfig webhook();

  /** What is kept of tickets. */
  interface Tickets {

    /**
     * How long after a ticket is closed its requester's name and address and its subject are kept;
     * longer than surveys last, or these cannot be answered to the end.
     */
    @WithDefault("60d")
    Duration forgetAfter();
  }

  /** How confirmations are written. */
  interface Confirmation {

    /**
     * How long a confirmation waits for the promise: longer says more in the mail, shorter stops
     * the confirmation's clock sooner when the prioritizer is away.
     */
    @WithDefault("30s")
    Duration patience();

    /**
     * The calendars on which time never stands still. Only for targets on these a deadline is said
     * as date and time; for others the duration in business hours.
     */
    @WithDefault("24x7")
    Set<String> roundTheClock();
  }

  /** How deliveries are attempted. */
  interface Delivery {

    /** How many messages are sent at a time; each is one connection to the mail relay. */
    @WithDefault("4")
    int workers();

    /**
     * How often to look without being woken: bounds how late a waiting or retried delivery goes,
     * and costs one small query per worker each time.
     */
    @WithDefault("1s")
    Duration poll();

    /**
     * How long the mail relay may take for one mail, and in it be silent for two thirds of that.
     */
    @WithDefault("30s")
    Duration timeout();

    /**
     * After how long a delivery whose worker is gone is sent by another; must be longer than the
     * timeout. Longer means later after a kill, shorter means that a worker that was only slow may
     * be overtaken, and the mail go twice.
     */
    @WithDefault("60s")
    Duration lease();

    /**
     * A name of this instance that stays the same when it is started again and that no other
     * instance has at the same time, such as that of a pod of a stateful set. With it, what was
     * being sent when it was killed is sent at its next start, not only after the lease.
     */
    Optional<String> instance();

    /** When a failed delivery is tried again. */
    Retry retry();

    /** How long a provider is left alone that asks for it. */
    Throttle throttle();
  }

  /** How long a provider is left alone that asks for it. */
  interface Throttle {

    /** The first pause; then as long again as it has been asking. */
    @WithDefault("30s")
    Duration first();

    /** The longest pause: bounds how late mails go after the provider takes them again. */
    @WithDefault("15m")
    Duration longest();

    /**
     * How often one delivery may be put off in this way before it is given up: with these defaults
     * after two days.
     */
    @WithDefault("200")
    int limit();
  }

  /** When a failed delivery is tried again. */
  interface Retry {

    /** The wait after the first failure; doubles with each further one. */
    @WithDefault("1s")
    Duration first();

    /** The longest wait: after an outage of the relay this bounds how long mails still wait. */
    @WithDefault("10m")
    Duration longest();

    /** After how many attempts a delivery is given up: with these defaults after about a day. */
    @WithDefault("150")
    int limit();
  }

  /** Who writes. */
  interface Mail {

    /** The address that mails come from. */
    @WithDefault("support@hourglass.example")
    String from();

    /** The name beside that address, and the signature of the mails. */
    @WithDefault("Hourglass Support")
    String name();

    /** Where replies go; the sender if it is not set. */
    Optional<String> replyTo();

    /** Further addresses that reach us; nothing is ever sent to these, nor to the sender. */
    Optional<Set<String>> ownAddresses();

    /**
     * How many mails go to a provider at most, by the domain of the address: {@code 20/s}, {@code
     * 600/m}, {@code 5000/h}. {@code default} is for all others; without it these have no limit.
     * Each instance has its own count.
     */
    Map<String, Rate> rate();

    /**
     * How many messages one customer gets within an hour at most; what is more is not sent, counted
     * and said as failed. More protects less against loops.
     */
    @WithDefault("20")
    int capPerHour();

    /** The domain of Message-IDs; must stay the same, for they are derived. */
    @WithDefault("hourglass.example")
    String domain();
  }

  /** The pages on which messages are looked at. */
  interface Preview {

    /**
     * Whether {@code /previews} shows every message with made-up data. It tells nothing of
     * customers; switched off, the pages are not there.
     */
    @WithDefault("true")
    boolean enabled();
  }

  /** How surveys work. */
  interface Survey {

    /** Where customers reach this service. */
    @WithDefault("http://localhost:8084")
    URI baseUrl();

    /**
     * The secret that signs survey links, at least 32 characters. Without it one is made and kept
     * in the database.
     */
    Optional<String> key();

    /** Whether to refuse to start without a configured secret, as a production should. */
    @WithDefault("false")
    boolean keyRequired();

    /** How long a link works (S60 leaves it to us). */
    @WithDefault("28d")
    Duration validFor();

    /**
     * How long after a ticket was solved its survey goes. Longer spares those whose ticket is
     * opened again soon; shorter reaches them while they remember.
     */
    @WithDefault("1h")
    Duration delay();

    /** How often at most somebody is reminded who has not answered; 0 for never. */
    @WithDefault("1")
    int reminders();

    /** How long after the survey, and after each reminder, the next one goes. */
    @WithDefault("3d")
    Duration remindAfter();

    /**
     * How long after a survey the same address gets none about another ticket; 0s asks about each.
     * Longer means fewer answers, from people who are less tired of being asked.
     */
    @WithDefault("30d")
    Duration coolDown();
  }
}
