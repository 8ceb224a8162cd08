package dev.hourglass.ticketintake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of ticket-intake: a limit on everything that a client may send. */
@ConfigMapping(prefix = "ticket-intake")
public interface TicketIntakeConfig {

  /** What a ticket may hold. */
  Ticket ticket();

  /** Which messages of a requester ask for nothing (R14). */
  Thanks thanks();

  /** What a list may be. */
  Rest rest();

  /** How long answers are kept for clients that ask again. */
  Idempotency idempotency();

  /** Lengths are in code points, so that an emoji counts as one. */
  interface Ticket {

    /** Longer subjects do not fit a mail's subject line or a board's row. */
    @WithDefault("200")
    @Positive
    int maxSubject();

    /**
     * Longer lets people paste whole logs, which every mail and event about the ticket then
     * carries; no more than {@code hourglass.rest.max-body} lets through.
     */
    @WithDefault("20000")
    @Positive
    int maxDescription();

    /** As for descriptions. */
    @WithDefault("20000")
    @Positive
    int maxReply();

    /** Long enough for a sentence or two on why. */
    @WithDefault("500")
    @Positive
    int maxReason();

    /** Long enough for any person; a longer one is a paste by mistake. */
    @WithDefault("200")
    @Positive
    int maxName();

    /**
     * How far back an agent may date a phone call. More forgives late logging; less keeps promises
     * from being broken before they are made.
     */
    @WithDefault("7d")
    Duration backdateAtMost();
  }

  /** When a requester only says thanks. */
  interface Thanks {

    /**
     * For how long after it was solved thanks do not open a ticket again. Longer saves agents from
     * tickets on which nothing is to be done; zero lets every message open them.
     */
    @WithDefault("3d")
    Duration within();

    /** Whose phrases are known; more let a phrase of one language stand in a message of another. */
    @WithDefault("en,de,da,nl,fr,es,it,pt")
    List<String> languages();

    /** Phrases of your own customers, as in the files under {@code thanks/}. */
    Optional<List<String>> morePhrases();
  }

  /** Limits of lists. */
  interface Rest {

    /** Tickets on a page unless asked for otherwise. */
    @WithDefault("50")
    @Positive
    int pageSize();

    /** Tickets on a page at most: more saves round trips and holds more memory. */
    @WithDefault("200")
    @Positive
    int maxPageSize();

    /** The last page that can be asked for: deeper pages cost a scan of all before them. */
    @WithDefault("1000")
    @Positive
    int maxPage();
  }

  /** Limits of kept answers. */
  interface Idempotency {

    /** Characters of a key: more only costs index. A UUID has 36. */
    @WithDefault("128")
    @Min(36)
    @Max(1000)
    int maxKey();

    /**
     * How long an answer is kept at least. Longer forgives clients that retry late and keeps the
     * tickets' content, which the answers hold, for longer.
     */
    @WithDefault("3d")
    Duration keep();

    /** How many old keys one removal deletes at most: more is faster and locks more at a time. */
    @WithDefault("1000")
    @Positive
    int removeAtMost();
  }
}
