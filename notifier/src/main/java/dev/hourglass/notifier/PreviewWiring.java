package dev.hourglass.notifier;

import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.notifier.confirmation.Confirmations;
import dev.hourglass.notifier.delivery.Causes;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.edition.Editions;
import dev.hourglass.notifier.edition.KnownEdition;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.mail.LetterPreview;
import dev.hourglass.notifier.mail.Letters;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.preview.Previews;
import dev.hourglass.notifier.preview.SampleTickets;
import dev.hourglass.notifier.survey.SurveyInvitations;
import dev.hourglass.notifier.ticket.KnownTicket;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Makes the previews of what customers get; they need neither a database nor Kafka. */
@ApplicationScoped
public class PreviewWiring {

  private static final UUID SAMPLE_DELIVERY =
      UUID.fromString("0193a2b4-8000-7000-8000-000000000001");

  private static final Instant DECIDED = Instant.parse("2026-11-20T15:05:00Z");

  private final Edition edition =
      EditionYaml.readPublished(
          ShippedEditions.document(ShippedEditions.IDS.get(ShippedEditions.IDS.size() - 1)));

  private final SampleTickets tickets = new SampleTickets(edition);
  private final Letters letters;

  PreviewWiring(
      NotifierConfig config, SurveyInvitations invitations, Languages languages, OwnWords words) {
    letters =
        new Letters(
            new Confirmations(
                languages, new Shipped(edition), config.confirmation().roundTheClock()),
            invitations,
            words,
            config.mail().name(),
            config.mail().domain());
  }

  /** Knows one edition, whatever was published. */
  private record Shipped(KnownEdition known, String id) implements Editions {

    Shipped(Edition edition) {
      this(KnownEdition.of(edition), edition.id());
    }

    @Override
    public Optional<KnownEdition> find(String name) {
      return name.equals(id) ? Optional.of(known) : Optional.empty();
    }

    @Override
    public void hear(EditionPublished heard) {
      // What is published is no matter of previews.
    }
  }

  @Produces
  @Singleton
  Previews previews(@All List<Preview> all) {
    return new Previews(all);
  }

  @Produces
  @Singleton
  Preview confirmations() {
    return preview(DeliveryKind.CONFIRMATION, SampleTickets.CONFIRMED, tickets::open);
  }

  @Produces
  @Singleton
  Preview completionRequests() {
    return preview(DeliveryKind.COMPLETION_REQUEST, SampleTickets.IMPROPER, tickets::open);
  }

  @Produces
  @Singleton
  Preview surveys() {
    return preview(DeliveryKind.SURVEY, SampleTickets.SOLVED, tickets::solved);
  }

  @Produces
  @Singleton
  Preview surveyReminders() {
    return preview(DeliveryKind.SURVEY_REMINDER, SampleTickets.SOLVED, tickets::solved);
  }

  private Preview preview(
      DeliveryKind kind, List<String> samples, BiFunction<Language, String, KnownTicket> ticketOf) {
    return new LetterPreview(
        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        samples,
        (language, sample) -> {
          KnownTicket ticket = ticketOf.apply(language, sample);
          return letters.write(
              new Delivery(
                  SAMPLE_DELIVERY,
                  Causes.of(ticket.id(), kind, 1),
                  ticket.id(),
                  kind,
                  1,
                  "sample@customer.example",
                  0,
                  DECIDED),
              ticket);
        });
  }
}
