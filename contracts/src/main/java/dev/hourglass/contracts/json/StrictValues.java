package dev.hourglass.contracts.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import dev.hourglass.contracts.text.Texts;
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
    if (!Texts.isStorable(text)) {
      throw new MalformedEventException("a text " + Texts.STORABLE);
    }
    return text;
  }

  static Instant instant(String text) {
    return inRange(InstantText.parse(text));
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
      Instant plain =
          parser.hasToken(JsonToken.VALUE_STRING) ? InstantText.plain(parser.getText()) : null;
      Instant instant =
          plain == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : plain;
      return instant == null ? null : inRange(instant);
    }
  }
}
