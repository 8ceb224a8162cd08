package dev.hourglass.sandbox.launcher;

import dev.hourglass.sandbox.Ports;
import dev.hourglass.sandbox.SandboxException;
import java.io.PrintStream;
import java.util.List;

/** Says which ports are taken, by whom, and how to take others. */
final class TakenPorts {

  private TakenPorts() {}

  /** Whether all are free. */
  static boolean report(List<String> wanted, PrintStream out) {
    boolean allFree = true;
    for (String port : wanted) {
      String[] parts = port.split("\\|", -1);
      int number = number(parts[0], parts[2]);
      if (!Ports.isFree(number)) {
        allFree = false;
        out.printf(
            "Port %d, which %s needs, is taken by %s.%n"
                + "  Stop that, or choose another port: %s=%d ./hourglass up%n",
            number, parts[1], PortOwner.of(number), parts[2], suggestion(number));
      }
    }
    return allFree;
  }

  private static int number(String text, String setting) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= 65_535) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is no port.
    }
    throw new SandboxException(
        setting + " must be a port number from 1 to 65535, not '" + text + "'");
  }

  private static int suggestion(int taken) {
    int candidate = taken < 50_000 ? taken + 10_000 : taken - 10_000;
    return Ports.isFree(candidate) ? candidate : Ports.anyFree();
  }
}
