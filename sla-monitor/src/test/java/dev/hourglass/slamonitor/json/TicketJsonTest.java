package dev.hourglass.slamonitor.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TicketJsonTest {

  @Test
  @DisplayName("what was said of a ticket is the same after it was stored")
  void whatWasSaidIsTheSameAfterItWasStored() {
    byte[] stored =
        """
        {"said":{"noPromise":false,
                 "warnings":[{"clock":{"metric":"FIRST_REPLY","cycle":1},"level":1}],
                 "breaches":[{"metric":"FIRST_REPLY","cycle":1,"revision":0,
                              "deadline":"2026-11-22T10:00:00Z","standing":true}]},
         "due":9223372036854775807,"warnings":1,"breaches":1,"version":3,"openClocks":2}
        """
            .getBytes(StandardCharsets.UTF_8);
    TicketRecord record = TicketJson.records().deserializer().deserialize("tickets", stored);

    assertThat(record.said().escalations()).isEmpty();
    assertThat(record.said().warnings()).hasSize(1);
    byte[] written = TicketJson.records().serializer().serialize("tickets", record);
    assertThat(TicketJson.records().deserializer().deserialize("tickets", written))
        .isEqualTo(record);
  }
}
