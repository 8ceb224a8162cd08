package dev.hourglass.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
public final class Ports {

  private Ports() {}

  /** A port that is free now; somebody quick may still take it. */
  public static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new SandboxException("this machine has no free port", e);
    }
  }

  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
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
