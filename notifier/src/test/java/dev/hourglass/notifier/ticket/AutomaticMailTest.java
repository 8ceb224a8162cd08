package dev.hourglass.notifier.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.ticket.SourceMail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticMailTest {

  @ParameterizedTest(name = "R24: {0}: {1} is a machine''s")
  @CsvSource({
    "auto-submitted, auto-replied",
    "auto-submitted, Auto-Generated; type=x",
    "precedence, bulk",
    "precedence, LIST",
    "precedence, junk",
    "return-path, <>",
    "return-path, < >",
    "content-type, multipart/report; report-type=delivery-status",
    "list-id, <news.customer.example>"
  })
  void machines(String header, String value) {
    assertThat(AutomaticMail.is(mail(header, value))).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1} is a person''s")
  @CsvSource({
    "auto-submitted, no",
    "auto-submitted, No (really)",
    "precedence, first-class",
    "return-path, <ada@customer.example>",
    "content-type, multipart/alternative",
    "none, none"
  })
  void people(String header, String value) {
    assertThat(AutomaticMail.is(mail(header, value))).isFalse();
  }

  @Test
  @DisplayName("a ticket that was made of no mail is a person's")
  void noMail() {
    assertThat(AutomaticMail.is(null)).isFalse();
  }

  private static SourceMail mail(String header, String value) {
    return new SourceMail(
        "<1@customer.example>",
        null,
        header.equals("auto-submitted") ? value : null,
        header.equals("precedence") ? value : null,
        header.equals("return-path") ? value : null,
        header.equals("content-type") ? value : null,
        header.equals("list-id") ? value : null);
  }
}
