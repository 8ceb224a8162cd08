package dev.hourglass.triage.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.triage.Decision;
import dev.hourglass.triage.TextTriage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides a file of tickets, and measures itself where their priority is known. Ends with 0, 1 if a
 * line could not be read or a file not be written, 2 if it is asked for what cannot be done.
 */
public final class TriageCommand {

  static final String USAGE =
      """
      Usage: ./hourglass triage --in tickets.jsonl [--out decisions.jsonl] [--fit scoring.yaml]

      Decides the priority of tickets by their text. A line of the input is a JSON object with id,
      subject, body, and optionally lang and priority; one of the output has id, priority,
      confidence, review, language and reasons. Where the input has priority, the confusion matrix,
      macro-F1, P1 recall and the rate of false P1 are shown by language.

        --in FILE    tickets, one JSON object a line
        --out FILE   decisions; without it only the figures are shown
        --fit FILE   writes the rules with points fitted to these tickets, decides by the shipped
        --fit-wording FILE
                     writes what these tickets teach of words, decides by the shipped
      """;

  private static final int FAILED = 1;
  private static final int REFUSED = 2;
  private static final double REVIEW_BELOW = 0.6;
  private static final Set<String> OPTIONS = Set.of("--in", "--out", "--fit", "--fit-wording");

  private final ObjectMapper mapper = new ObjectMapper();
  private final PrintStream out;
  private final PrintStream err;
  private final Figures figures = new Figures();
  private int unreadable;

  TriageCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new TriageCommand(out, err).run(arguments));
  }

  int run(String... arguments) {
    if (List.of(arguments).contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    Map<String, Path> files = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
        return refuse("'" + arguments[i] + "' is no option with a value");
      }
      files.put(arguments[i], Path.of(arguments[i + 1]));
    }
    Path in = files.get("--in");
    if (in == null || !Files.isReadable(in)) {
      return refuse(in == null ? "--in is missing" : in + " cannot be read");
    }
    try {
      decide(in, files.get("--out"), new Learning(files.get("--fit"), files.get("--fit-wording")));
    } catch (IOException e) {
      err.println("triage: " + e);
      return FAILED;
    }
    return unreadable == 0 ? 0 : FAILED;
  }

  private int refuse(String why) {
    err.println("triage: " + why);
    err.println("triage: ./hourglass triage --help tells what it takes");
    return REFUSED;
  }

  private void decide(Path in, @Nullable Path output, Learning learning) throws IOException {
    TextTriage triage = TextTriage.shipped(REVIEW_BELOW);
    Durations durations = new Durations();
    try (BufferedReader lines = reader(in);
        Writer decisions =
            output == null
                ? Writer.nullWriter()
                : new BufferedWriter(Files.newBufferedWriter(output))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode ticket = line.isBlank() ? null : ticket(line);
        if (ticket != null) {
          long began = System.nanoTime();
          Decision decision =
              triage.decide(text(ticket, "subject"), text(ticket, "body"), text(ticket, "lang"));
          durations.add(System.nanoTime() - began);
          decisions.write(mapper.writeValueAsString(json(ticket, decision)) + "\n");
          Priority known = known(ticket);
          measure(ticket, decision, known);
          if (learning.isWanted() && known != null) {
            learning.add(reading(triage, ticket), known);
          }
        }
      }
    }
    err.println(durations.line());
    if (unreadable > 0) {
      err.printf(Locale.ROOT, "%d lines are not a ticket and were left out%n", unreadable);
    }
    if (!figures.isEmpty()) {
      out.print(figures.table());
    }
    learning.write();
  }

  /** Bytes that are no text must not end the whole file. */
  private static BufferedReader reader(Path in) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(in),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  private @Nullable JsonNode ticket(String line) {
    try {
      JsonNode ticket = mapper.readTree(line);
      if (ticket.isObject()) {
        return ticket;
      }
    } catch (IOException e) {
      // Counted below, like a line that is JSON but no object.
    }
    unreadable++;
    return null;
  }

  private void measure(JsonNode ticket, Decision decision, @Nullable Priority known) {
    String language = text(ticket, "lang");
    if (language != null) {
      figures.language(language.equals(decision.language()));
    }
    if (known != null) {
      figures.count(language == null ? decision.language() : language, known, decision.priority());
    }
  }

  private static @Nullable Priority known(JsonNode ticket) {
    for (Priority each : Priority.values()) {
      if (each.name().equals(text(ticket, "priority"))) {
        return each;
      }
    }
    return null;
  }

  private static TextTriage.Reading reading(TextTriage triage, JsonNode ticket) {
    return triage.read(text(ticket, "subject"), text(ticket, "body"), text(ticket, "lang"));
  }

  private ObjectNode json(JsonNode ticket, Decision decision) {
    ObjectNode json = mapper.createObjectNode();
    json.set("id", ticket.path("id").isMissingNode() ? null : ticket.get("id"));
    json.put("priority", decision.priority().name());
    json.put("confidence", decision.confidence());
    json.put("review", decision.review());
    json.put("language", decision.language());
    ArrayNode reasons = json.putArray("reasons");
    for (Reason reason : decision.reasons()) {
      reasons.addObject().put("rule", reason.rule()).put("text", reason.text());
    }
    return json;
  }

  private static @Nullable String text(JsonNode ticket, String field) {
    JsonNode value = ticket.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}
