package dev.hourglass.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.contracts.kafka.EventSerdes;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketResumed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

  private static final Event<Fact> RESUMED =
      Event.withId(
          "e-1",
          "ticket-intake",
          Instant.parse("2026-11-23T09:00:00.123Z"),
          3,
          new TicketResumed(
              UUID.fromString("0192f4a0-5b6c-7d8e-9fa0-b1c2d3e4f506"),
              Instant.parse("2026-11-23T08:59:59Z")));

  @Test
  void anEventIsACloudEventsDocument() {
    assertThat(new String(EventJson.write(RESUMED), UTF_8))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"ticket-intake\","
                + "\"type\":\"TicketResumed\",\"subject\":\"0192f4a0-5b6c-7d8e-9fa0-b1c2d3e4f506\","
                + "\"time\":\"2026-11-23T09:00:00.123Z\",\"datacontenttype\":\"application/json\","
                + "\"dataschema\":\"urn:hourglass:TicketResumed:1\",\"sequence\":\"0000000003\","
                + "\"data\":{\"ticketId\":\"0192f4a0-5b6c-7d8e-9fa0-b1c2d3e4f506\","
                + "\"occurredAt\":\"2026-11-23T08:59:59Z\"}}");
  }

  @Test
  @DisplayName("R8: every instant of every event is written in UTC and says so")
  void everyInstantSaysItsOffset() {
    Pattern instant = Pattern.compile("\"\\d{4}-\\d{2}-\\d{2}T[^\"]*\"");
    for (EventData data : Examples.all()) {
      Event<?> event = Event.withId("e-1", "ticket-intake", RESUMED.time(), 3, data);
      List<String> instants =
          instant
              .matcher(new String(EventJson.write(event), UTF_8))
              .results()
              .map(MatchResult::group)
              .toList();

      assertThat(instants).isNotEmpty().allMatch(text -> text.endsWith("Z\""));
    }
  }

  @Test
  @DisplayName("R8: an instant may be told with any offset, and is the same instant")
  void anInstantIsReadWithAnyOffset() {
    String good = new String(EventJson.write(RESUMED), UTF_8);
    String inBerlin = good.replace("2026-11-23T08:59:59Z", "2026-11-23T09:59:59+01:00");

    assertThat(EventJson.read(Topics.TIMINGS, inBerlin.getBytes(UTF_8))).isEqualTo(RESUMED);
  }

  @Test
  void aSequenceIsWrittenInTheSameDigitsUnderEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(new String(EventJson.write(RESUMED), UTF_8)).contains("\"0000000003\"");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theSerdeOfATopicReadsWhatItWrote() {
    try (Serde<Event<Fact>> serde = EventSerdes.of(Topics.TIMINGS)) {
      byte[] bytes = serde.serializer().serialize("timings", RESUMED);

      assertThat(serde.deserializer().deserialize("timings", bytes)).isEqualTo(RESUMED);
      assertThat(serde.serializer().serialize("timings", null)).isNull();
      assertThat(serde.deserializer().deserialize("timings", null)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "null",
        "{}",
        "{\"specversion\":\"0.3\"}",
        "{\"specversion\":\"1.0\",\"id\":7}",
      })
  void whatIsNoEventIsRefusedWithAReason(String record) {
    assertThatThrownBy(() -> EventJson.read(Topics.TIMINGS, record.getBytes(UTF_8)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageMatching("(?s).+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"TicketResumed\"=>\"type\":\"TicketCreated\"",
        "\"type\":\"TicketResumed\"=>\"type\":\"Nonsense\"",
        "\"subject\":\"0192f4a0-5b6c=>\"subject\":\"0000f4a0-5b6c",
        "\"time\":\"2026=>\"time\":\"x2026",
        "\"sequence\":\"0000000003\"=>\"sequence\":\"-1\"",
        "\"sequence\":\"0000000003\"=>\"sequence\":\"three\"",
        "\"occurredAt\":\"2026-11-23T08:59:59Z\"=>\"occurredAt\":null",
        "\"occurredAt\":\"2026-11-23T08:59:59Z\"=>\"occurredAt\":\"yesterday\"",
        "\"occurredAt\":\"2026-11-23T08:59:59Z\"=>\"occurredAt\":\"+10000-01-01T00:00:00Z\"",
        "\"occurredAt\":\"2026-11-23T08:59:59Z\"=>\"occurredAt\":\"0000-12-31T23:59:59Z\"",
        "\"time\":\"2026=>\"time\":\"-2026",
        "\"occurredAt\":\"2026-11-23T08:59:59Z\"=>\"occurredAt\":\"2026-11-23T08:59:59\"",
        "\"time\":\"2026-11-23T09:00:00.123Z\"=>\"time\":\"2026-11-23T09:00:00.123\"",
        "\"data\":{=>\"data\":{\"more\":\"NUL \\u0000\",",
        "\"data\":{=>\"data\":{\"more\":[{\"half\":\"\\ud83d\"}],",
        "\"data\":{=>\"data\":{\"half\":\"\\ude00\\ud83d\",",
        "}}=>}}trailing",
      })
  void anEventWithOneThingWrongIsRefused(String change) {
    String[] fromTo = change.split("=>");
    String good = new String(EventJson.write(RESUMED), UTF_8);
    String bad = good.replace(fromTo[0], fromTo[1]);

    assertThat(bad).isNotEqualTo(good);
    assertThatThrownBy(() -> EventJson.read(Topics.TIMINGS, bad.getBytes(UTF_8)))
        .isInstanceOf(MalformedEventException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"specversion\": jane",
        "jane",
        "{\"specversion\":\"1.0\",\"id\":\"jane\",\"source\":\"jane\",\"type\":\"jane\"}",
      })
  void theReasonOfARefusalDoesNotQuoteTheRecord(String record) {
    assertThatThrownBy(() -> EventJson.read(Topics.TIMINGS, record.getBytes(UTF_8)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageNotContaining("jane");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ticketId", "occurredAt"})
  void theReasonNamesTheFieldButNotItsValue(String field) {
    String good = new String(EventJson.write(RESUMED), UTF_8);
    String bad = good.replaceFirst("(\"data\".*\"" + field + "\":)\"[^\"]*\"", "$1\"jane\"");

    assertThatThrownBy(() -> EventJson.read(Topics.TIMINGS, bad.getBytes(UTF_8)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageContaining("data/" + field)
        .hasMessageNotContaining("jane");
  }

  @Test
  void whatIsLongerThanItsTopicTakesIsRefused() {
    String good = new String(EventJson.write(RESUMED), UTF_8);
    String padded = good + " ".repeat(Topics.TIMINGS.maxBytes() - good.length());

    assertThat(EventJson.read(Topics.TIMINGS, padded.getBytes(UTF_8))).isEqualTo(RESUMED);
    assertThatThrownBy(() -> EventJson.read(Topics.TIMINGS, (padded + " ").getBytes(UTF_8)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageContaining("65536 bytes");
  }

  @Test
  void anEmojiAndTheLastDayOfTheYear9999AreFine() {
    String good = new String(EventJson.write(RESUMED), UTF_8);
    String fine =
        good.replace("2026-11-23T08:59:59Z", "9999-12-31T23:59:59Z")
            .replace("\"data\":{", "\"data\":{\"more\":\"\\ud83d\\ude00\",");

    assertThat(EventJson.read(Topics.TIMINGS, fine.getBytes(UTF_8)).data().occurredAt())
        .isEqualTo("9999-12-31T23:59:59Z");
  }
}
