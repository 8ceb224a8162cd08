package dev.hourglass.notifier.alert;

import dev.hourglass.notifier.delivery.Delivery;
import java.util.Optional;

/** What the mails to operations teams say. */
public interface AlertMails {

  /** Whether the subscription of a delivery is there and is told. */
  boolean isWanted(Delivery delivery);

  /** What the mail of a delivery of one alert says; empty if the alert was forgotten. */
  Optional<AlertMail> mail(Delivery delivery);

  /** What a digest says; empty if its alerts were forgotten. */
  Optional<AlertDigest> digest(Delivery delivery);
}
