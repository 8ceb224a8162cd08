package dev.hourglass.notifier;

import dev.hourglass.notifier.alert.AcknowledgeTokens;
import dev.hourglass.notifier.confirmation.Confirmations;
import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.Backoff;
import dev.hourglass.notifier.delivery.Courier;
import dev.hourglass.notifier.delivery.Couriers;
import dev.hourglass.notifier.delivery.Deliveries;
import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.notifier.delivery.Lease;
import dev.hourglass.notifier.delivery.Pace;
import dev.hourglass.notifier.delivery.Patience;
import dev.hourglass.notifier.delivery.Wakeup;
import dev.hourglass.notifier.edition.Editions;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.mail.BucketPace;
import dev.hourglass.notifier.mail.Letters;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.mail.SmtpClient;
import dev.hourglass.notifier.mail.SmtpCourier;
import dev.hourglass.notifier.mail.SmtpSender;
import dev.hourglass.notifier.mail.SurveyCourier;
import dev.hourglass.notifier.postgres.SurveyKeys;
import dev.hourglass.notifier.survey.AddressHashes;
import dev.hourglass.notifier.survey.SurveyGate;
import dev.hourglass.notifier.survey.SurveyInvitations;
import dev.hourglass.notifier.survey.SurveyRules;
import dev.hourglass.notifier.survey.SurveyTokens;
import io.quarkus.arc.All;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

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
    return new Agenda(config.confirmation().patience(), config.survey().delay());
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
    return new SurveyTokens(surveyKey(config, keys));
  }

  @Produces
  @Singleton
  AddressHashes addressHashes(NotifierConfig config, SurveyKeys keys) {
    return new AddressHashes(surveyKey(config, keys));
  }

  @Produces
  @Singleton
  AcknowledgeTokens acknowledgeTokens(NotifierConfig config, SurveyKeys keys) {
    return new AcknowledgeTokens(surveyKey(config, keys));
  }

  private static byte[] surveyKey(NotifierConfig config, SurveyKeys keys) {
    if (config.survey().key().isEmpty() && config.survey().keyRequired()) {
      throw new IllegalStateException(
          "'notifier.survey.key' is required here: it signs the links of surveys");
    }
    return config
        .survey()
        .key()
        .map(key -> key.getBytes(StandardCharsets.UTF_8))
        .orElseGet(keys::madeOnce);
  }

  @Produces
  @Singleton
  Languages languages(TextsConfig config) {
    return new Languages(config.channelDefault(), config.channelZone());
  }

  @Produces
  @Singleton
  SurveyInvitations surveyInvitations(
      NotifierConfig config, SurveyTokens tokens, Languages languages) {
    return new SurveyInvitations(
        tokens, config.survey().baseUrl(), config.survey().validFor(), languages);
  }

  @Produces
  @Singleton
  Letters letters(
      NotifierConfig config,
      SurveyInvitations invitations,
      Languages languages,
      Editions editions,
      OwnWords words) {
    return new Letters(
        new Confirmations(languages, editions, config.confirmation().roundTheClock()),
        invitations,
        words,
        config.mail().name(),
        config.mail().domain());
  }

  @Produces
  @Singleton
  SmtpSender smtpSender(
      NotifierConfig config,
      MailersRuntimeConfig mailers,
      TlsConfigurationRegistry tls,
      Vertx vertx,
      Clock clock) {
    NotifierConfig.Mail mail = config.mail();
    NotifierConfig.Delivery delivery = config.delivery();
    MailerRuntimeConfig relay = mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME);
    // A connection that is silent ends before the attempt does.
    Duration silence = delivery.timeout().multipliedBy(2).dividedBy(3);
    Supplier<MailClient> clients =
        () -> SmtpClient.of(vertx, relay, tls, silence, delivery.workers());
    return new SmtpSender(
        clients,
        mail.name() + " <" + mail.from() + ">",
        mail.from(),
        mail.replyTo().orElse(mail.from()),
        delivery.timeout(),
        clock);
  }

  @Produces
  @Singleton
  SmtpCourier smtpCourier(NotifierConfig config, Letters letters, SmtpSender sender) {
    return new SmtpCourier(letters, sender, config.mail().domain());
  }

  @Produces
  @Singleton
  SurveyRules surveyRules(NotifierConfig config) {
    return new SurveyRules(config.survey().coolDown(), config.survey().validFor());
  }

  @Produces
  @Singleton
  SurveyCourier surveyCourier(SurveyGate gate, SmtpCourier courier) {
    return new SurveyCourier(gate, courier);
  }

  /** Whatever brings messages is a bean of type {@link Courier}. */
  @Produces
  @Singleton
  Couriers couriers(@All List<Courier> couriers) {
    return new Couriers(couriers);
  }

  @Produces
  @Singleton
  Lease lease(NotifierConfig config) {
    NotifierConfig.Delivery delivery = config.delivery();
    Duration webhook = config.webhook().timeout();
    boolean mailIsLonger = delivery.timeout().compareTo(webhook) > 0;
    Duration longest = mailIsLonger ? delivery.timeout() : webhook;
    return Lease.of(delivery.lease(), longest, delivery.instance());
  }

  @Produces
  @Singleton
  Patience patience(NotifierConfig config) {
    NotifierConfig.Throttle throttle = config.delivery().throttle();
    return new Patience(
        throttle.first(), throttle.longest(), throttle.limit(), new Random()::nextDouble);
  }

  @Produces
  @Singleton
  Pace pace(NotifierConfig config) {
    return new BucketPace(config.mail().rate());
  }

  @Produces
  @Singleton
  DeliveryWorker worker(
      NotifierConfig config, Deliveries deliveries, Couriers couriers, Pace pace) {
    NotifierConfig.Retry retry = config.delivery().retry();
    return new DeliveryWorker(
        deliveries,
        couriers,
        new Backoff(retry.first(), retry.longest(), retry.limit(), new Random()::nextDouble),
        pace);
  }

  @Produces
  @Singleton
  Wakeup wakeup(DeliveryLoop loop) {
    return loop::wake;
  }
}
