package dev.hourglass.contracts.edition;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.EventData;
import java.time.Instant;
import java.util.List;

/**
 * One immutable version of the support policy. A second record with other content for the same
 * edition is refused.
 *
 * @param edition its name, for example {@code 2021}
 * @param effectiveFrom from when new tickets are promised under it, unless their account pins
 *     another
 * @param calendars what sla-monitor needs to keep time under it
 * @param document the whole policy as its authors wrote it (YAML); what a replay needs
 * @param digest SHA-256 of the document's UTF-8 bytes, in lower-case hexadecimal
 */
public record EditionPublished(
    String edition,
    Instant effectiveFrom,
    String title,
    List<CalendarDefinition> calendars,
    String document,
    String digest)
    implements EventData {

  public EditionPublished {
    required(edition, "edition");
    required(effectiveFrom, "effectiveFrom");
    required(title, "title");
    required(document, "document");
    required(digest, "digest");
    calendars = listOf(calendars);
  }

  @Override
  public String subject() {
    return edition;
  }
}
