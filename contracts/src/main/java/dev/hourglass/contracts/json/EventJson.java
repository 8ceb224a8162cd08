package dev.hourglass.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.stream.Collectors;

/**
 * Events as JSON: CloudEvents 1.0 in structured mode. Instants are ISO-8601 in UTC, durations
 * ISO-8601, what is missing is left out. A reader passes over fields that it does not know, so that
 * speakers may add some.
 */
public final class EventJson {

  /** The media type of every document that this class writes. */
  public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  static final String SPEC_VERSION = "1.0";
  private static final int SEQUENCE_DIGITS = 10;
  private static final int TYPICAL_BYTES = 1_024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(StrictValues.module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(50).maxNumberLength(50).build());
  }

  private EventJson() {}

  /** The mapper for the data of events, for those who store facts and states as JSON. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Where the JSON Schema of a record's data lies among this module's resources. */
  public static String schemaOf(Class<? extends EventData> type) {
    return "schemas/" + type.getSimpleName() + ".schema.json";
  }

  /** Writes an event as a CloudEvents document in UTF-8. */
  public static byte[] write(Event<?> event) {
    ByteArrayOutputStream document = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (JsonGenerator json = MAPPER.createGenerator(document)) {
      json.writeStartObject();
      json.writeStringField("specversion", SPEC_VERSION);
      json.writeStringField("id", event.id());
      json.writeStringField("source", event.source());
      json.writeStringField("type", event.type());
      json.writeStringField("subject", event.subject());
      json.writeStringField("time", InstantText.write(event.time()));
      json.writeStringField("datacontenttype", "application/json");
      json.writeStringField("dataschema", "urn:hourglass:" + event.type() + ":1");
      json.writeStringField("sequence", padded(event.sequence()));
      json.writeFieldName("data");
      if (!PlainData.write(event.data(), json)) {
        json.writePOJO(event.data());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("an event could not be written as JSON", e);
    }
    return document.toByteArray();
  }

  /**
   * Reads an event of a topic.
   *
   * @throws MalformedEventException if the bytes are not a CloudEvents document with a record of
   *     that topic
   */
  public static <D extends EventData> Event<D> read(Topic<D> topic, byte[] bytes) {
    if (bytes == null) {
      throw new MalformedEventException("the record has no value");
    }
    if (bytes.length > topic.maxBytes()) {
      throw new MalformedEventException(
          topic + " takes values of at most " + topic.maxBytes() + " bytes");
    }
    Event<D> event = PlainDocument.read(topic, bytes);
    return event == null ? readAtLeisure(topic, bytes) : event;
  }

  /** Reads what is not plain, or says why it is no event. */
  private static <D extends EventData> Event<D> readAtLeisure(Topic<D> topic, byte[] bytes) {
    try {
      JsonNode document = MAPPER.readTree(bytes);
      if (document == null || !document.isObject()) {
        throw new MalformedEventException("the record is not a JSON object");
      }
      String version = text(document, "specversion");
      if (!SPEC_VERSION.equals(version)) {
        throw new MalformedEventException("'specversion' must be " + SPEC_VERSION);
      }
      return new Event<>(
          text(document, "id"),
          text(document, "source"),
          text(document, "type"),
          text(document, "subject"),
          StrictValues.instant(text(document, "time")),
          document.has("sequence") ? Long.parseLong(text(document, "sequence")) : 0,
          data(topic, document));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new MalformedEventException(reason(e), e);
    }
  }

  private static <D extends EventData> D data(Topic<D> topic, JsonNode document)
      throws IOException {
    String type = text(document, "type");
    Class<? extends D> record =
        topic
            .type(type)
            .orElseThrow(
                () -> new MalformedEventException(topic + " does not carry the type of the event"));
    JsonNode data = document.get("data");
    if (data == null || !data.isObject()) {
      throw new MalformedEventException("'data' must be a JSON object");
    }
    StrictValues.check(data);
    return MAPPER.treeToValue(data, record);
  }

  private static String text(JsonNode document, String field) {
    JsonNode value = document.get(field);
    if (value == null || !value.isTextual()) {
      throw new MalformedEventException("'" + field + "' must be a string");
    }
    return StrictValues.text(value.textValue());
  }

  /** CloudEvents wants sequences that can be compared as strings. */
  private static String padded(long sequence) {
    String digits = Long.toString(sequence);
    return "0".repeat(Math.max(0, SEQUENCE_DIGITS - digits.length())) + digits;
  }

  /** Says where and what, but never quotes the value: a record may hold personal data. */
  private static String reason(Exception e) {
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return "'data" + path((JsonMappingException) e) + "': " + e.getCause().getMessage();
    }
    if (e instanceof JsonMappingException) {
      return "'data" + path((JsonMappingException) e) + "' is missing or does not fit its type";
    }
    if (e instanceof JsonProcessingException) {
      JsonLocation location = ((JsonProcessingException) e).getLocation();
      return "not JSON" + (location == null ? "" : " at byte " + location.getByteOffset());
    }
    return e instanceof IllegalArgumentException && !(e instanceof NumberFormatException)
        ? e.getMessage()
        : "'time' or 'sequence' does not fit its type";
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            reference ->
                reference.getFieldName() == null
                    ? "/" + reference.getIndex()
                    : "/" + reference.getFieldName())
        .collect(Collectors.joining());
  }
}
