package dev.hourglass.slamonitor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.hourglass.clocks.ledger.ClockEntry;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.slamonitor.ledger.TicketLedger;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerExampleTest {

  @Test
  @DisplayName("R3: the example of the API adds up, and has no field that a ledger has not")
  void theExampleIsALedger() throws IOException {
    TicketLedger ledger =
        EventJson.mapper()
            .readerFor(TicketLedger.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(LedgerExample.JSON);
    ClockEntry clock = ledger.asKnownNow().clocks().get(0);
    assertThat(clock.intervals()).hasSize(3);
    assertThat(clock.run().plus(clock.paused())).isEqualTo(clock.wall());
  }
}
