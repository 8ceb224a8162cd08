package dev.hourglass.notifier;

import dev.hourglass.notifier.confirmation.Confirmations;
import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.Backoff;
import dev.hourglass.notifier.delivery.Courier;
import dev.hourglass.notifier.delivery.Deliveries;
import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.notifier.delivery.Wakeup;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.mail.Letters;
import dev.hourglass.notifier.mail.SmtpCourier;
import dev.hourglass.notifier.postgres.SurveyKeys;
import dev.hourglass.notifier.survey.SurveyInvitations;
import dev.hourglass.notifier.survey.SurveyTokens;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the objects that know no framework. The one place that knows what time it is. */
@ApplicationScoped
public class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Agenda agenda(NotifierConfig config) {
    return new Agenda(config.confirmation().patience());
  }

  @Produces
  @Singleton
  AddressBook addressBook(NotifierConfig config) {
    List<String> own = new ArrayList<>();
    own.add(config.mail().from());
    config.mail().replyTo().ifPresent(own::add);
    config.mail().ownAddresses().ifPresent(own::addAll);
    return new AddressBook(own);
  }

  @Produces
  @Singleton
  SurveyTokens surveyTokens(NotifierConfig config, SurveyKeys keys) {
    if (config.survey().key().isEmpty() && config.survey().keyRequired()) {
      throw new IllegalStateException(
          "'notifier.survey.key' is required here: it signs the links of surveys");
    }
    return new SurveyTokens(
        config
            .survey()
            .key()
            .map(key -> key.getBytes(StandardCharsets.UTF_8))
            .orElseGet(keys::madeOnce));
  }

  @Produces
  @Singleton
  Languages languages(NotifierConfig config) {
    return new Languages(config.texts().channelDefault(), config.texts().channelZone());
  }

  @Produces
  @Singleton
  Letters letters(NotifierConfig config, SurveyTokens tokens, Languages languages) {
    return new Letters(
        new Confirmations(languages, config.confirmation().roundTheClock()),
        new SurveyInvitations(
            tokens, config.survey().baseUrl(), config.survey().validFor(), languages),
        config.mail().name(),
        config.mail().domain());
  }

  @Produces
  @Singleton
  Courier courier(NotifierConfig config, Letters letters, ReactiveMailer mailer, Clock clock) {
    NotifierConfig.Mail mail = config.mail();
    return new SmtpCourier(
        letters,
        mailer,
        mail.name() + " <" + mail.from() + ">",
        mail.replyTo().orElse(mail.from()),
        config.delivery().timeout(),
        clock);
  }

  @Produces
  @Singleton
  DeliveryWorker worker(NotifierConfig config, Deliveries deliveries, Courier courier) {
    NotifierConfig.Retry retry = config.delivery().retry();
    return new DeliveryWorker(
        deliveries,
        courier,
        new Backoff(retry.first(), retry.longest(), retry.limit(), new Random()::nextDouble));
  }

  @Produces
  @Singleton
  Wakeup wakeup(DeliveryLoop loop) {
    return loop::wake;
  }
}
