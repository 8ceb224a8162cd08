package dev.hourglass.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of this machine. */
public final class Ports {

  private static final int ANSWER_MILLIS = 500;

  private Ports() {}

  /** A port that is free now; somebody quick may still take it. */
  public static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new SandboxException("this machine has no free port", e);
    }
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
