package dev.hourglass.contracts.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;

/**
 * JSON allows more than a database or a clock can hold. What would get stuck behind the reader is
 * no event: U+0000, half a surrogate pair, an instant whose year has not four digits (RFC 3339).
 */
final class StrictValues {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private StrictValues() {}

  static Module module() {
    return new SimpleModule().addDeserializer(Instant.class, new FourDigitYears());
  }

  /** Checks all texts below a node. */
  static void check(JsonNode node) {
    if (node.isTextual()) {
      text(node.textValue());
    } else if (node.isContainerNode()) {
      node.forEach(StrictValues::check);
    }
  }

  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new MalformedEventException("a text holds the character U+0000");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new MalformedEventException("a text holds half of a surrogate pair");
      }
    }
    return text;
  }

  static Instant instant(String text) {
    return inRange(Instant.parse(text));
  }

  private static Instant inRange(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
      throw new MalformedEventException("an instant lies outside of the years 0001 to 9999");
    }
    return instant;
  }

  private static final class FourDigitYears extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    FourDigitYears() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Instant instant = InstantDeserializer.INSTANT.deserialize(parser, context);
      return instant == null ? null : inRange(instant);
    }
  }
}
