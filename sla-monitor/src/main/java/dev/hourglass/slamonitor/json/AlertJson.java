package dev.hourglass.slamonitor.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.ledger.SaidAlert;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what all alerts have in common from their documents, by the names of the fields: an alert
 * of a type that this version does not know yet is read as well.
 */
public final class AlertJson {

  private AlertJson() {}

  /**
   * The alert that a document holds.
   *
   * @throws MalformedEventException if it holds none
   */
  public static SaidAlert read(String document) {
    try {
      JsonNode event = EventJson.mapper().readTree(document);
      JsonNode data = event.path("data");
      Instant dueAt = instant(data, "dueAt");
      return new SaidAlert(
          UUID.fromString(text(event, "subject")),
          text(event, "id"),
          text(event, "type"),
          data.hasNonNull("metric") ? Metric.valueOf(data.path("metric").asText()) : null,
          data.path("cycle").asInt(1),
          data.path("level").asInt(0),
          dueAt == null ? instant(data, "deadline") : dueAt,
          Instant.parse(text(data, "detectedAt")),
          data.hasNonNull("latenessMillis") ? data.path("latenessMillis").asLong() : null,
          data.hasNonNull("evidence") ? data.path("evidence").asText() : null,
          data.hasNonNull("breachId") ? data.path("breachId").asText() : null,
          document);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new MalformedEventException("the record is no alert");
    }
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException("'" + field + "' is required");
    }
    return node.path(field).asText();
  }

  private static @Nullable Instant instant(JsonNode node, String field) {
    return node.hasNonNull(field) ? Instant.parse(node.path(field).asText()) : null;
  }
}
