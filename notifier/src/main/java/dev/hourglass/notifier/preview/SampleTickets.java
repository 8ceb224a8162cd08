package dev.hourglass.notifier.preview;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.ticket.KnownTicket;
import dev.hourglass.policy.edition.Edition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that previews are made of: the usual case first, then what is hard to lay out and
 * what somebody might try.
 *
 * @param edition under which they are promised
 */
public record SampleTickets(Edition edition) {

  /** Tickets that are confirmed. */
  public static final List<String> CONFIRMED =
      List.of(
          "urgent",
          "business-hours",
          "no-promise",
          "no-target-times",
          "not-entitled",
          "unknown-account",
          "billing",
          "nobody",
          "long",
          "markup");

  /** Tickets that lack something. */
  public static final List<String> IMPROPER = List.of("everything-missing", "account-missing");

  /** Tickets that are solved. */
  public static final List<String> SOLVED = List.of("short", "nobody", "long", "markup");

  private static final String DESCRIPTION = "Nobody can join a meeting since this morning.";
  private static final String SUBJECT = "Meetings fail for everyone";
  private static final String NAME = "Ada Lovelace";

  private static final String LONG_NAME =
      "Dr. Maria Magdalena Philippa Hohenzollern-Sigmaringen y Fernández de Córdoba Rasmussen";

  private static final String LONG_SUBJECT =
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: "
          + "https://status.customer.example/incidents/2026/11/20/meetings?x=".repeat(2)
          + "0123456789abcdef".repeat(8);

  private static final String MARKUP_NAME = "<img src=x onerror=alert(1)> {c.name} \u202eadA";

  private static final String MARKUP_SUBJECT =
      "<script>alert(1)</script>\r\nBcc: all@customer.example\r\n\r\n</td></table> &amp; {sender}"
          + " =?utf-8?q?Hello?= %0d%0aX: y";

  /** A ticket of {@link #CONFIRMED} or {@link #IMPROPER}. */
  public KnownTicket open(Language language, String sample) {
    return ticket(language, sample, each -> each.known(edition));
  }

  /** A ticket of {@link #SOLVED}. */
  public KnownTicket solved(Language language, String sample) {
    return ticket(language, sample, each -> each.solved(edition));
  }

  private static KnownTicket ticket(
      Language language, String sample, Function<SampleTicket, KnownTicket> how) {
    return how.apply(
        switch (sample) {
          case "business-hours" ->
              premier(language, NAME, SUBJECT, Impact.SERVICE_DOWN, Workaround.PARTIAL);
          case "no-promise" -> premier(language, NAME, SUBJECT, null, Workaround.NONE);
          case "no-target-times" ->
              of(language, NAME, AccountType.PRO, Role.ADMIN, Channel.WEB, Queue.TECHNICAL, true);
          case "not-entitled" ->
              of(
                  language,
                  NAME,
                  AccountType.BASIC,
                  Role.MEMBER,
                  Channel.PHONE,
                  Queue.TECHNICAL,
                  true);
          case "unknown-account" ->
              of(
                  language,
                  NAME,
                  AccountType.BASIC,
                  Role.MEMBER,
                  Channel.WEB,
                  Queue.TECHNICAL,
                  false);
          case "billing" ->
              of(
                  language,
                  NAME,
                  AccountType.BUSINESS,
                  Role.MEMBER,
                  Channel.WEB,
                  Queue.BILLING,
                  true);
          case "nobody" -> premier(language, null, null, Impact.SERVICE_DOWN, Workaround.NONE);
          case "long" ->
              premier(language, LONG_NAME, LONG_SUBJECT, Impact.SERVICE_DOWN, Workaround.NONE);
          case "markup" ->
              premier(language, MARKUP_NAME, MARKUP_SUBJECT, Impact.SERVICE_DOWN, Workaround.NONE);
          case "everything-missing" -> lacking(language, null, null);
          case "account-missing" -> lacking(language, NAME, DESCRIPTION);
          default -> premier(language, NAME, SUBJECT, Impact.SERVICE_DOWN, Workaround.NONE);
        });
  }

  private static SampleTicket premier(
      Language language,
      @Nullable String name,
      @Nullable String subject,
      @Nullable Impact impact,
      Workaround workaround) {
    return new SampleTicket(
        language,
        "A-1001",
        name,
        subject,
        DESCRIPTION,
        Channel.WEB,
        Queue.TECHNICAL,
        AccountType.BUSINESS,
        Plan.PREMIER,
        Role.ADMIN,
        impact,
        workaround,
        true);
  }

  private static SampleTicket lacking(
      Language language, @Nullable String name, @Nullable String description) {
    return new SampleTicket(
        language,
        "",
        name,
        description == null ? null : SUBJECT,
        description,
        Channel.PHONE,
        Queue.TECHNICAL,
        AccountType.BASIC,
        Plan.ACCESS,
        Role.MEMBER,
        null,
        Workaround.NONE,
        true);
  }

  private static SampleTicket of(
      Language language,
      String name,
      AccountType type,
      Role role,
      Channel channel,
      Queue queue,
      boolean known) {
    return new SampleTicket(
        language,
        "A-1001",
        name,
        SUBJECT,
        DESCRIPTION,
        channel,
        queue,
        type,
        Plan.ACCESS,
        role,
        Impact.FEATURE_ISSUE,
        Workaround.NONE,
        known);
  }
}
