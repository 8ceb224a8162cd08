package dev.hourglass.benchmarks.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.ticket.TicketCreated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CustomersTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Customers customers = new Customers("round");
  private final List<String> said = new ArrayList<>();
  private final List<Event<?>> events = new ArrayList<>();

  @Test
  void a_ticket_is_said_as_its_services_say_it_and_asks_for_a_mail_to_its_requester() {
    customers.comes(NOON, this::publish);

    assertThat(said)
        .containsExactly(
            "tickets TicketCreated", "timings TicketReceived", "timings TicketPrioritized");
    TicketCreated created = (TicketCreated) events.get(0).data();
    String address = created.content().requester().email();
    assertThat(customers.askedAt()).containsOnlyKeys(address).containsValue(NOON);
    assertThat(customers.addressOf(created.ticketId())).isEqualTo(address);
  }

  @Test
  void everybody_has_an_address_of_their_own_and_all_languages_are_spoken() {
    Set<String> languages = new TreeSet<>();
    for (int i = 0; i < 16; i++) {
      languages.add(customers.language());
      customers.comes(NOON, this::publish);
    }

    assertThat(customers.askedAt()).hasSize(16);
    assertThat(languages).containsExactly("da", "de", "en", "es", "fr", "it", "nl", "pt");
  }

  private void publish(String topic, Event<?> event) {
    said.add(topic + " " + event.type());
    events.add(event);
  }
}
