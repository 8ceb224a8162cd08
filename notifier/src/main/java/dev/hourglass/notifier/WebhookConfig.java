package dev.hourglass.notifier;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are called: {@code notifier.webhook}. */
public interface WebhookConfig {

  /** How many are called at a time. One receiver that stalls keeps a worker for the timeout. */
  @WithDefault("4")
  int workers();

  /** How long a connection may take. */
  @WithDefault("3s")
  Duration connectTimeout();

  /** How long an answer may take to begin; must be shorter than the lease of a delivery. */
  @WithDefault("10s")
  Duration timeout();

  /** Whether URLs without TLS are taken; what is sent can then be read on the way. */
  @WithDefault("false")
  boolean allowHttp();

  /**
   * Whether URLs may lead to this machine and into private networks. Whoever may subscribe can then
   * make this service post to whatever it reaches there.
   */
  @WithDefault("false")
  boolean allowPrivate();
}
