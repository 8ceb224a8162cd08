package dev.hourglass.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.notifier.subscription.AlertTarget;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTest {

  private final WebhookAddresses strict = new WebhookAddresses(false, false);

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false",
    "126.255.255.255, true",
    "128.0.0.1, true",
    "0.0.0.0, false",
    "1.1.1.1, true",
    "9.255.255.255, true",
    "10.0.0.0, false",
    "11.0.0.0, true",
    "100.63.255.255, true",
    "100.64.0.0, false",
    "100.127.255.255, false",
    "100.128.0.0, true",
    "169.253.255.255, true",
    "169.254.169.254, false",
    "172.15.255.255, true",
    "172.16.0.0, false",
    "172.31.255.255, false",
    "172.32.0.0, true",
    "192.0.0.8, false",
    "192.0.1.1, true",
    "192.167.255.255, true",
    "192.168.0.1, false",
    "198.17.255.255, true",
    "198.18.0.0, false",
    "198.19.255.255, false",
    "198.20.0.0, true",
    "223.255.255.255, true",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "::1, false",
    "::, false",
    "::ffff:10.0.0.1, false",
    "::ffff:1.1.1.1, true",
    "::10.0.0.1, false",
    "fe80::1, false",
    "fc00::1, false",
    "fdff::1, false",
    "fec0::1, false",
    "ff02::1, false",
    "64:ff9b::a00:1, false",
    "64:ff9b::101:101, true",
    "2002:a00:1::, false",
    "2002:101:101::, true",
    "2606:4700:4700::1111, true"
  })
  void bothSidesOfEveryBlock(String address, boolean open) throws UnknownHostException {
    assertThat(WebhookAddresses.isPublic(InetAddress.getByName(address))).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://localhost/hook",
        "https://[::1]/",
        "https://2130706433/",
        "https://10.1.2.3:8443/"
      })
  void whatLeadsInsideIsRefusedUnlessItIsAllowed(String url) {
    assertThatThrownBy(() -> strict.check(webhook(url))).hasMessageContaining("private address");
    assertThatCode(() -> new WebhookAddresses(false, true).check(webhook(url)))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutTlsOnlyIfItIsAllowed() {
    assertThatThrownBy(() -> strict.check(webhook("http://1.1.1.1/")))
        .hasMessageContaining("https://");
    assertThatCode(() -> new WebhookAddresses(true, false).check(webhook("http://1.1.1.1/")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/",
        "file:///etc/passwd",
        "https:///path",
        "https://user:secret@a.example/",
        "https://a.example/#part",
        "mailto:a@b.example"
      })
  void whatIsNoUrlForAWebhookIsRefused(String url) {
    assertThatThrownBy(() -> webhook(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2026-11-22T12:00:00Z",
    "120, 2026-11-22T12:02:00Z",
    "86400, 2026-11-23T12:00:00Z",
    "86401, 2026-11-23T12:00:00Z",
    "999999999, 2026-11-23T12:00:00Z",
    "'Sun, 22 Nov 2026 12:01:00 GMT', 2026-11-22T12:01:00Z",
    "'Sun, 22 Nov 2020 12:01:00 GMT', 2026-11-22T12:00:00Z",
    "-1, ''",
    "soon, ''",
    "9999999999, ''"
  })
  void aWishToWaitIsHeardForADayAtMost(String header, String until) {
    assertThat(
            RetryAfter.of(header, Instant.parse("2026-11-22T12:00:00Z"))
                .map(Instant::toString)
                .orElse(""))
        .isEqualTo(until);
  }

  private static AlertTarget.Webhook webhook(String url) {
    return new AlertTarget.Webhook(URI.create(url));
  }
}
