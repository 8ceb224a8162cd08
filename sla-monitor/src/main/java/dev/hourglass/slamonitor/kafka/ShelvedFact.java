package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.FactRecord;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A fact with the document that it was read from. The store keeps the document as it was heard,
 * behind the instant at which it was: to write it anew would cost more than all else that is done
 * on hearing a fact.
 */
record ShelvedFact(HeardFact fact, byte[] document) {

  byte[] bytes() {
    return ByteBuffer.allocate(Long.BYTES + document.length)
        .putLong(fact.heardAt().toEpochMilli())
        .put(document)
        .array();
  }

  static HeardFact read(byte[] ticketId, byte[] bytes) {
    byte[] document = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    return FactRecord.read(ticketId, document, ByteBuffer.wrap(bytes).getLong()).heard();
  }
}
