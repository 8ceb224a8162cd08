package dev.hourglass.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.benchmarks.ticket.Customers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the notifier says of its deliveries. */
final class DeliveryList {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 200;

  private final Service notifier;

  DeliveryList(Service notifier) {
    this.notifier = notifier;
  }

  /** How many are in that state; one more than any number while the notifier does not answer. */
  long count(String state) {
    return page("?state=" + state + "&size=1").path("total").asLong(Integer.MAX_VALUE);
  }

  /** How often each was claimed anew from a worker that was gone, by the customer's address. */
  Map<String, Integer> repeated(Customers customers) {
    Map<String, Integer> repeated = new HashMap<>();
    long total = 1;
    for (int page = 0; (long) page * PAGE < total; page++) {
      JsonNode found = page("?page=" + page + "&size=" + PAGE);
      total = found.path("total").asLong();
      for (JsonNode each : found.path("items")) {
        int times = each.path("repeated").asInt();
        if (times > 0 && each.hasNonNull("ticketId")) {
          UUID ticketId = UUID.fromString(each.get("ticketId").asText());
          repeated.merge(customers.addressOf(ticketId), times, Integer::sum);
        }
      }
    }
    return repeated;
  }

  private JsonNode page(String query) {
    try {
      String text = notifier.text("/deliveries" + query);
      return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BenchmarkException("the notifier's deliveries are no JSON", e);
    }
  }
}
