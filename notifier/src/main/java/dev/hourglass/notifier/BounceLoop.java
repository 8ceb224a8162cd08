package dev.hourglass.notifier;

import dev.hourglass.notifier.bounce.Bounces;
import dev.hourglass.notifier.mail.BounceMailbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks into the mailbox to which mails come back, where one is configured. */
@ApplicationScoped
public class BounceLoop {

  private static final Logger LOG = Logger.getLogger(BounceLoop.class);

  private final NotifierConfig config;
  private final Bounces bounces;
  private ScheduledExecutorService executor;
  private boolean failing;

  BounceLoop(NotifierConfig config, Bounces bounces) {
    this.config = config;
    this.bounces = bounces;
  }

  void start(@Observes StartupEvent event) {
    BounceConfig.Mailbox settings = config.bounce().mailbox();
    if (settings.host().isEmpty()) {
      return;
    }
    BounceMailbox mailbox =
        new BounceMailbox(
            bounces,
            new BounceMailbox.Account(
                settings.host().get(),
                settings.port(),
                settings.user(),
                settings.password().orElse(""),
                settings.tls(),
                settings.folder()),
            config.delivery().timeout());
    executor = Executors.newSingleThreadScheduledExecutor();
    long pause = settings.poll().toMillis();
    executor.scheduleWithFixedDelay(() -> look(mailbox), 0, pause, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    if (executor != null) {
      executor.shutdownNow();
    }
  }

  private void look(BounceMailbox mailbox) {
    try {
      mailbox.look();
      if (failing) {
        LOG.info("The mailbox of returned mails is read again");
      }
      failing = false;
    } catch (MessagingException | RuntimeException e) {
      if (!failing) {
        LOG.warnf(
            "The mailbox of returned mails cannot be read; it is tried again every %s: %s",
            config.bounce().mailbox().poll(), e.getClass().getSimpleName());
      }
      failing = true;
    }
  }
}
