package dev.hourglass.notifier.webhook;

import dev.hourglass.contracts.Rules;
import dev.hourglass.notifier.subscription.AlertTarget;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which addresses webhooks may go to. Who subscribes names a URL, and we call it from inside our
 * network: unless a setting allows it, nothing there can be reached that way.
 *
 * @param allowHttp whether the URL may be without TLS
 * @param allowPrivate whether it may lead to this machine or into a private network
 */
public record WebhookAddresses(boolean allowHttp, boolean allowPrivate) {

  /**
   * Checks what a subscription names; its host may be unknown for the moment.
   *
   * @throws IllegalArgumentException if we would never call it
   */
  public void check(AlertTarget.Webhook webhook) {
    Rules.rule(allowHttp || webhook.hasTls(), "'url' begins with https://");
    try {
      allowed(webhook.url());
    } catch (UnknownHostException e) {
      // It may be set up later; whatever it resolves to then is checked before each call.
      return;
    }
  }

  /**
   * The address to call, so that the name cannot mean another one a moment later.
   *
   * @throws UnknownHostException if the name has no address
   * @throws IllegalArgumentException if one of its addresses is not allowed
   */
  InetAddress allowed(URI url) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(bare(url.getHost()));
    Rules.rule(
        allowPrivate || Arrays.stream(all).allMatch(WebhookAddresses::isPublic),
        "'url' leads to a private address");
    return Arrays.stream(all).filter(Inet4Address.class::isInstance).findFirst().orElse(all[0]);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? isPublic4(bytes, 0)
        : isPublic6(bytes) && embedded(bytes).map(at -> isPublic4(bytes, at)).orElse(true);
  }

  /** RFC 6890: "this network", shared, protocol assignments, benchmarking, reserved. */
  private static boolean isPublic4(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    int third = bytes[at + 2] & 0xff;
    boolean isPrivate =
        first == 10 || (first == 172 && (second & 0xf0) == 16) || (first == 192 && second == 168);
    boolean isLocal = first == 0 || first == 127 || (first == 169 && second == 254);
    boolean isShared = first == 100 && (second & 0xc0) == 64;
    boolean isAssigned = first == 192 && second == 0 && third == 0;
    boolean isBenchmark = first == 198 && (second & 0xfe) == 18;
    return !(isPrivate || isLocal || isShared || isAssigned || isBenchmark || first >= 224);
  }

  /** Not unique local (fc00::/7), and none of the block that no host has (0000::/8 but NAT64). */
  private static boolean isPublic6(byte[] bytes) {
    return (bytes[0] & 0xfe) != 0xfc && (bytes[0] != 0 || isNat64(bytes));
  }

  /** Where an IPv4 address stands inside: behind NAT64 and in 6to4. */
  private static Optional<Integer> embedded(byte[] bytes) {
    if (isNat64(bytes)) {
      return Optional.of(12);
    }
    return bytes[0] == 0x20 && bytes[1] == 0x02 ? Optional.of(2) : Optional.empty();
  }

  private static boolean isNat64(byte[] bytes) {
    return bytes[0] == 0
        && bytes[1] == 0x64
        && (bytes[2] & 0xff) == 0xff
        && (bytes[3] & 0xff) == 0x9b;
  }
}
