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
import java.util.HashMap;
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
  private static final Set<String> REQUIRED =
      Set.of("id", "source", "type", "subject", "time", "sequence");
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
    Map<String, String> texts = new HashMap<>();
    D data = null;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("data")) {
        Class<? extends D> type = topic.type(texts.getOrDefault("type", "")).orElse(null);
        if (type == null || value != JsonToken.START_OBJECT) {
          return null;
        }
        data = reader(type).readValue(json);
      } else if (value == JsonToken.VALUE_STRING) {
        texts.put(field, json.getText());
      } else {
        json.skipChildren();
        texts.remove(field);
      }
    }
    return data == null || json.nextToken() != null ? null : event(texts, data);
  }

  private static <D extends EventData> @Nullable Event<D> event(Map<String, String> texts, D data) {
    if (!EventJson.SPEC_VERSION.equals(texts.get("specversion"))
        || !texts.keySet().containsAll(REQUIRED)) {
      return null;
    }
    return new Event<>(
        texts.get("id"),
        texts.get("source"),
        texts.get("type"),
        texts.get("subject"),
        StrictValues.instant(texts.get("time")),
        Long.parseLong(texts.get("sequence")),
        data);
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
