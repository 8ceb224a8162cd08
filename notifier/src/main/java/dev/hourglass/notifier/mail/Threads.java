package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.Causes;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.MessageId;
import dev.hourglass.notifier.ticket.Content;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a ticket's requester gets into one thread: the requester's own mail, if the ticket was
 * made of one, then the confirmation, then the surveys.
 *
 * @param domain of our Message-IDs
 */
record Threads(String domain) {

  /** Mail programs look at the last ones; a header must not grow without end. */
  private static final int LONGEST = 900;

  private static final Pattern ID = Pattern.compile("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,248}>");

  /** The headers that say what a mail follows; none if it is the first. */
  Map<String, String> headers(Delivery delivery, KnownTicket ticket) {
    List<String> before = before(delivery, ticket);
    Map<String, String> headers = new LinkedHashMap<>();
    if (!before.isEmpty()) {
      headers.put("In-Reply-To", before.get(before.size() - 1));
      headers.put("References", String.join(" ", lastThatFit(before)));
    }
    return headers;
  }

  private List<String> before(Delivery delivery, KnownTicket ticket) {
    List<String> before = new ArrayList<>();
    Content content = ticket.content();
    if (content != null) {
      addIds(content.mailReferences(), before);
      addIds(content.mailId(), before);
    }
    if (delivery.kind().message() == DeliveryKind.SURVEY.message()) {
      before.add(messageId(ticket, DeliveryKind.CONFIRMATION, 1));
    }
    if (delivery.kind() == DeliveryKind.SURVEY_REMINDER) {
      before.add(messageId(ticket, DeliveryKind.SURVEY, delivery.cycle()));
    }
    return before;
  }

  private String messageId(KnownTicket ticket, DeliveryKind kind, int cycle) {
    return MessageId.of(Causes.of(ticket.id(), kind, cycle), domain);
  }

  private static void addIds(@Nullable String text, List<String> ids) {
    if (text != null) {
      Matcher matcher = ID.matcher(text);
      while (matcher.find()) {
        ids.add(matcher.group());
      }
    }
  }

  private static List<String> lastThatFit(List<String> ids) {
    List<String> fitting = new ArrayList<>();
    int length = 0;
    for (int i = ids.size() - 1; i >= 0; i--) {
      length += ids.get(i).length() + 1;
      if (length > LONGEST) {
        break;
      }
      fitting.add(ids.get(i));
    }
    Collections.reverse(fitting);
    return fitting;
  }
}
