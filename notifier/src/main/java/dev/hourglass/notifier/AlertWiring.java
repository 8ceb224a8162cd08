package dev.hourglass.notifier;

import dev.hourglass.notifier.alert.AcknowledgeTokens;
import dev.hourglass.notifier.alert.AlertMails;
import dev.hourglass.notifier.mail.AlertCourier;
import dev.hourglass.notifier.mail.AlertLetters;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.mail.SmtpSender;
import dev.hourglass.notifier.subscription.MailPlan;
import dev.hourglass.notifier.subscription.WebhookMessages;
import dev.hourglass.notifier.webhook.WebhookAddresses;
import dev.hourglass.notifier.webhook.WebhookClient;
import dev.hourglass.notifier.webhook.WebhookCourier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the objects that tell operations teams of alerts. */
@ApplicationScoped
public class AlertWiring {

  @Produces
  @Singleton
  MailPlan mailPlan(NotifierConfig config) {
    return new MailPlan(config.alert().storm(), config.alert().gather());
  }

  @Produces
  @Singleton
  WebhookAddresses webhookAddresses(NotifierConfig config) {
    return new WebhookAddresses(config.webhook().allowHttp(), config.webhook().allowPrivate());
  }

  @Produces
  @Singleton
  WebhookClient webhookClient(Vertx vertx, NotifierConfig config) {
    return new WebhookClient(vertx, config.webhook().connectTimeout(), config.webhook().timeout());
  }

  void close(@Disposes WebhookClient client) {
    client.close();
  }

  @Produces
  @Singleton
  WebhookCourier webhookCourier(
      WebhookMessages messages, WebhookAddresses addresses, WebhookClient client, Clock clock) {
    return new WebhookCourier(messages, addresses, client, clock);
  }

  @Produces
  @Singleton
  AlertLetters alertLetters(NotifierConfig config, AcknowledgeTokens tokens, OwnWords words) {
    return new AlertLetters(
        tokens,
        config.alert().baseUrl(),
        config.alert().linkValidFor(),
        config.mail().name(),
        config.mail().domain(),
        words);
  }

  @Produces
  @Singleton
  AlertCourier alertCourier(
      AlertMails mails, AlertLetters letters, SmtpSender sender, Clock clock) {
    return new AlertCourier(mails, letters, sender, clock);
  }
}
