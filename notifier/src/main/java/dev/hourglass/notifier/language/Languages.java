package dev.hourglass.notifier.language;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.notifier.ticket.Content;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a requester is written to (R24): by the ticket's wish, then the member's or the
 * account's, then what their channel speaks, then English; on a clock of the account, then of its
 * country, then of the channel, then UTC.
 *
 * @param byChannel the language (BCP 47 tag) of those who came by a channel and wish none of ours
 * @param zones their time zone
 */
public record Languages(Map<Channel, String> byChannel, Map<Channel, ZoneId> zones) {

  public Languages {
    byChannel = Map.copyOf(byChannel);
    zones = Map.copyOf(zones);
    byChannel.forEach(
        (channel, tag) ->
            rule(
                Language.of(tag).isPresent(),
                "the language of channel %s must be one that we write".formatted(channel)));
  }

  /** Knows nothing of channels. */
  public static Languages ofNoChannel() {
    return new Languages(Map.of(), Map.of());
  }

  /** The language that the requester of a ticket is written to in. */
  public Language of(KnownTicket ticket) {
    return Language.firstOf(wishes(ticket));
  }

  /**
   * How the requester of a ticket reads a clock.
   *
   * @param seconds whether seconds matter
   */
  public Moments moments(KnownTicket ticket, boolean seconds) {
    Language language = of(ticket);
    String wish =
        Arrays.stream(wishes(ticket))
            .filter(tag -> Language.of(tag).equals(Optional.of(language)))
            .findFirst()
            .orElse(null);
    Basis basis = basis(ticket);
    return new Moments(
        zone(ticket), language.locale(wish, basis == null ? null : basis.region()), seconds);
  }

  private ZoneId zone(KnownTicket ticket) {
    Basis basis = basis(ticket);
    if (basis != null && basis.timeZone() != null) {
      return basis.timeZone();
    }
    return CountryZones.of(basis == null ? null : basis.region())
        .or(() -> channel(ticket).map(zones::get))
        .orElse(ZoneOffset.UTC);
  }

  /** From the strongest to the weakest. The basis carries the member's, else the account's. */
  private String[] wishes(KnownTicket ticket) {
    Content content = ticket.content();
    Basis basis = basis(ticket);
    return Stream.of(
            content == null ? null : content.locale(),
            basis == null ? null : basis.language(),
            channel(ticket).map(byChannel::get).orElse(null))
        .filter(Objects::nonNull)
        .toArray(String[]::new);
  }

  private static Optional<Channel> channel(KnownTicket ticket) {
    Content content = ticket.content();
    Basis basis = basis(ticket);
    return Optional.ofNullable(content == null ? null : content.channel())
        .or(() -> Optional.ofNullable(basis == null ? null : basis.channel()));
  }

  private static @Nullable Basis basis(KnownTicket ticket) {
    return ticket.prioritized() == null ? null : ticket.prioritized().basis();
  }
}
