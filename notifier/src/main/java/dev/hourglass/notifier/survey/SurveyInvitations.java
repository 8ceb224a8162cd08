package dev.hourglass.notifier.survey;

import dev.hourglass.contracts.Rules;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.language.Moments;
import dev.hourglass.notifier.ticket.Content;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Decides what a survey mail says. The same delivery has the same link however often it is
 * attempted.
 *
 * @param baseUrl where customers reach the survey page
 * @param validFor how long a link works, from when the delivery was decided
 */
public record SurveyInvitations(
    SurveyTokens tokens, URI baseUrl, Duration validFor, Languages languages) {

  public SurveyInvitations {
    Rules.rule(!validFor.isNegative() && !validFor.isZero(), "a survey link must work for a while");
  }

  /** What to say of a solved ticket. */
  public SurveyInvitation of(Delivery delivery, KnownTicket ticket) {
    Content content = Rules.required(ticket.content(), "content");
    Instant expiresAt = delivery.createdAt().plus(validFor).truncatedTo(ChronoUnit.SECONDS);
    String token = tokens.sign(new SurveyToken(ticket.id(), delivery.cycle(), expiresAt));
    String page = baseUrl.toString().replaceAll("/+$", "") + "/survey/" + token;
    Moments moments = languages.moments(ticket, false);
    return new SurveyInvitation(
        delivery.kind() == DeliveryKind.SURVEY_REMINDER,
        languages.of(ticket),
        content.reference(),
        content.name(),
        content.subject(),
        Arrays.stream(Level.values())
            .map(level -> new SurveyInvitation.Choice(level, page + "?level=" + level.number()))
            .toList(),
        moments.dateTimeAndZone(expiresAt),
        page + "/unsubscribe");
  }
}
