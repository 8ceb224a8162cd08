package dev.hourglass.contracts.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document as our own speakers write it in one pass, without a tree: half of all that a
 * service does on hearing a fact is to read it. Whatever is out of the ordinary is left to {@link
 * EventJson}, which finds out what is wrong with it, if anything.
 */
final class PlainDocument {

  private static final int FIRST_BYTE_OF_SURROGATES = 0xED;
  private static final Set<String> FIELDS =
      Set.of("specversion", "id", "source", "type", "subject", "time", "sequence");
  private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

  private PlainDocument() {}

  /** The event, or nothing if the document is not plain. */
  static <D extends EventData> @Nullable Event<D> read(Topic<D> topic, byte[] bytes) {
    if (!isPlain(bytes)) {
      return null;
    }
    try (JsonParser json = EventJson.mapper().createParser(bytes)) {
      return read(topic, json);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // Not the place to say what is wrong with it: whoever reads the tree will.
      return null;
    }
  }

  /** Whether no text of it can be one that is not storable: that takes an escape or a surrogate. */
  private static boolean isPlain(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      boolean escape = bytes[i] == '\\' && i + 1 < bytes.length && bytes[i + 1] == 'u';
      if (escape || (bytes[i] & 0xFF) == FIRST_BYTE_OF_SURROGATES) {
        return false;
      }
    }
    return true;
  }

  private static <D extends EventData> @Nullable Event<D> read(Topic<D> topic, JsonParser json)
      throws IOException {
    Envelope envelope = new Envelope();
    D data = null;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("data")) {
        Class<? extends D> type =
            envelope.type == null ? null : topic.type(envelope.type).orElse(null);
        if (type == null || value != JsonToken.START_OBJECT) {
          return null;
        }
        data = reader(type).readValue(json);
      } else if (value == JsonToken.VALUE_STRING) {
        envelope.put(field, json);
      } else if (Envelope.has(field)) {
        return null;
      } else {
        json.skipChildren();
      }
    }
    return data == null || json.nextToken() != null ? null : envelope.around(data);
  }

  /** What stands around the data. */
  private static final class Envelope {

    private @Nullable String version;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String sequence;

    static boolean has(String field) {
      return FIELDS.contains(field);
    }

    void put(String field, JsonParser json) throws IOException {
      switch (field) {
        case "specversion" -> version = json.getText();
        case "id" -> id = json.getText();
        case "source" -> source = json.getText();
        case "type" -> type = json.getText();
        case "subject" -> subject = json.getText();
        case "time" -> time = json.getText();
        case "sequence" -> sequence = json.getText();
        default -> {
          // An extension that nobody here knows.
        }
      }
    }

    <D extends EventData> @Nullable Event<D> around(D data) {
      boolean isComplete =
          EventJson.SPEC_VERSION.equals(version)
              && id != null
              && source != null
              && type != null
              && subject != null
              && time != null
              && sequence != null;
      return isComplete
          ? new Event<>(
              id, source, type, subject, StrictValues.instant(time), Long.parseLong(sequence), data)
          : null;
    }
  }

  private static ObjectReader reader(Class<?> type) {
    return READERS.computeIfAbsent(
        type,
        record ->
            EventJson.mapper()
                .readerFor(record)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
  }
}
