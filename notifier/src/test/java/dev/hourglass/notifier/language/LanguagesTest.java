package dev.hourglass.notifier.language;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static dev.hourglass.notifier.Fixtures.basis;
import static dev.hourglass.notifier.Fixtures.urgentPromise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  private final Languages languages =
      new Languages(Map.of(Channel.WEB, "pt-PT"), Map.of(Channel.WEB, LISBON));

  @ParameterizedTest(name = "R24: ticket {0}, member or account {1}, web speaks pt → {2}")
  @CsvSource({"da, nl, DA", "pl, nl, NL", ", nl, NL", "pl, pl, PT", ", , PT", "en, , EN"})
  void theChannelSpeaksForWhoSaidNothing(String ticket, String account, Language language) {
    assertThat(languages.of(prioritized(ticket, account, null, null))).isEqualTo(language);
  }

  @Test
  @DisplayName("R24: the channel is known before there is a promise, and is not asked for another")
  void theChannelOfTheContentSuffices() {
    assertThat(languages.of(created(anyTicket(null)))).isEqualTo(Language.PT);
    Languages ofPhone = new Languages(Map.of(Channel.PHONE, "de"), Map.of());
    assertThat(ofPhone.of(created(anyTicket(null)))).isEqualTo(Language.EN);
    assertThat(Languages.ofNoChannel().of(KnownTicket.unknown(anyTicket().id())))
        .isEqualTo(Language.EN);
  }

  @ParameterizedTest(name = "zone {0}, country {1} → {2}")
  @CsvSource({
    "America/Lima, DE, America/Lima",
    ", DE, Europe/Berlin",
    ", dk, Europe/Copenhagen",
    ", US, Europe/Lisbon",
    ", , Europe/Lisbon"
  })
  void theZoneIsTheAccountsThenItsCountrysThenItsChannels(
      @Nullable ZoneId zone, @Nullable String country, ZoneId expected) {
    KnownTicket ticket = prioritized("en", null, country, zone);
    assertThat(languages.moments(ticket, false).zone()).isEqualTo(expected);
  }

  @Test
  void whoseZoneNobodyKnowsReadsUtc() {
    KnownTicket ticket = created(anyTicket("de"));
    assertThat(Languages.ofNoChannel().moments(ticket, false).dateTimeAndZone(RECEIVED))
        .isEqualTo("Freitag, 20. November 2026, 13:05 (UTC)");
  }

  @Test
  void datesFollowTheRegionOfTheTagThatWasHeard() {
    assertThat(languages.moments(prioritized("pl", "de-AT", "DE", null), false).locale())
        .isEqualTo(Locale.forLanguageTag("de-AT"));
    assertThat(languages.moments(created(anyTicket(null)), false).locale())
        .isEqualTo(Locale.forLanguageTag("pt-PT"));
  }

  @Test
  void aChannelCannotSpeakWhatWeDoNotWrite() {
    assertThatThrownBy(() -> new Languages(Map.of(Channel.CHAT, "pl"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CHAT");
  }

  private static KnownTicket created(AnyTicket ticket) {
    return KnownTicket.unknown(ticket.id()).hears(ticket.created());
  }

  private static KnownTicket prioritized(
      @Nullable String locale,
      @Nullable String accountLanguage,
      @Nullable String country,
      @Nullable ZoneId zone) {
    AnyTicket ticket = anyTicket(locale);
    Event<TicketPrioritized> event = ticket.prioritized(urgentPromise(), null);
    TicketPrioritized data = event.data();
    Basis like = basis(accountLanguage);
    Basis basis =
        new Basis(
            like.account(),
            true,
            like.accountType(),
            like.plan(),
            like.role(),
            country,
            zone,
            accountLanguage,
            like.channel(),
            like.queue(),
            like.priority());
    TicketPrioritized prioritized =
        new TicketPrioritized(
            data.ticketId(),
            data.occurredAt(),
            data.cause(),
            data.priority(),
            data.reasons(),
            null,
            false,
            data.entitlement(),
            basis,
            data.promise());
    return created(ticket)
        .hearsFact(Event.withId(event.id(), event.source(), event.time(), 1, prioritized));
  }
}
