package dev.hourglass.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
public final class Ports {

  private static final int ANSWER_MILLIS = 500;
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;
  private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that is free now and that this JVM has not handed out yet. It lies below the range from
   * which systems take the ports of outgoing connections: one of those would else be in the way
   * before the port's own server is.
   */
  public static int anyFree() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
      if (HANDED_OUT.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new SandboxException(
        "no free port between %d and %d in %d draws".formatted(LOWEST, HIGHEST, ATTEMPTS));
  }

  /** Whether nobody listens there, on loopback or on all addresses. */
  public static boolean isFree(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      return false;
    }
    return !answers(address);
  }

  /** Some systems let a program listen beside one that listens on all addresses. */
  private static boolean answers(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, ANSWER_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The port itself if it is free, any free one for 0.
   *
   * @throws SandboxException naming the port, who wants it and the setting that moves it
   */
  public static int claim(int port, String whose, String setting) {
    if (port == 0) {
      return anyFree();
    }
    if (!isFree(port)) {
      throw new SandboxException(
          "port %d, which %s needs, is taken by another program; stop that, or set %s to a free port"
              .formatted(port, whose, setting));
    }
    return port;
  }
}
