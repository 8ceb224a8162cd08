package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.Pace;
import dev.hourglass.notifier.delivery.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rate per provider, in this instance: each instance has its own, so rates add up. */
public final class BucketPace implements Pace {

  /** The key of the rate for all providers that have none of their own. */
  public static final String DEFAULT = "default";

  /** So that addresses of ever new domains do not fill the memory. */
  private static final int MOST_PROVIDERS = 10_000;

  private final Map<String, Rate> rates;
  private final Map<String, Bucket> buckets =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
              return size() > MOST_PROVIDERS;
            }
          });

  /**
   * @param rates by domain in lower case, and for all others by {@link #DEFAULT}; none is no limit
   */
  public BucketPace(Map<String, Rate> rates) {
    this.rates = Map.copyOf(rates);
  }

  @Override
  public Optional<Wait> take(String provider) {
    Rate rate = rate(provider);
    if (rate == null) {
      return Optional.empty();
    }
    ConsumptionProbe probe =
        buckets.computeIfAbsent(provider, any -> bucket(rate)).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(new Wait(Duration.ofNanos(probe.getNanosToWaitForRefill()), rate.step()));
  }

  private @Nullable Rate rate(String provider) {
    return rates.getOrDefault(provider.toLowerCase(Locale.ROOT), rates.get(DEFAULT));
  }

  /** No more than a second's worth at once, however long nothing was sent. */
  private static Bucket bucket(Rate rate) {
    long atOnce = Math.max(1, Duration.ofSeconds(1).dividedBy(rate.step()));
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(rate.messages(), rate.per()))
        .build();
  }
}
