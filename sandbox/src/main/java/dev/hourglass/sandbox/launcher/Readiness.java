package dev.hourglass.sandbox.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Waits until programs that were started answer that they are ready. */
final class Readiness {

  private static final int OK = 200;
  private static final int LOG_LINES = 25;
  private static final int ANSWER_LIMIT = 2_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Duration within;
  private final PrintStream out;

  /** One program, and what it said when asked last. */
  private static final class Part {
    private final String name;
    private final URI url;
    private final long pid;
    private final Path log;
    private String lastAnswer = "no answer";

    private Part(String description) {
      String[] fields = description.split("\\|", -1);
      name = fields[0];
      url = URI.create(fields[1]);
      pid = Long.parseLong(fields[2]);
      log = Path.of(fields[3]);
    }
  }

  Readiness(Duration within, PrintStream out) {
    this.within = within;
    this.out = out;
  }

  /** Whether all of them got ready in time; says each one as it does, and why one does not. */
  boolean await(List<String> descriptions) throws InterruptedException {
    long began = System.nanoTime();
    List<Part> waiting = new ArrayList<>();
    descriptions.forEach(description -> waiting.add(new Part(description)));
    while (true) {
      for (Iterator<Part> parts = waiting.iterator(); parts.hasNext(); ) {
        Part part = parts.next();
        if (isReady(part) && isItself(part)) {
          out.printf("  %-14s ready after %.1f s%n", part.name, seconds(began));
          parts.remove();
        } else if (!isAlive(part)) {
          report(part, "has ended");
          return false;
        }
      }
      if (waiting.isEmpty()) {
        return true;
      }
      if (seconds(began) > within.toSeconds()) {
        waiting.forEach(
            part -> report(part, "is not ready after %d s".formatted(within.toSeconds())));
        return false;
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  private static boolean isAlive(Part part) {
    return ProcessHandle.of(part.pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Another program may have taken the port between our look and the start. */
  private static boolean isItself(Part part) {
    long owner = PortOwner.process(part.url.getPort()).map(ProcessHandle::pid).orElse(part.pid);
    if (owner != part.pid) {
      part.lastAnswer = "that is process " + owner + ", which we did not start";
    }
    return owner == part.pid;
  }

  private static boolean isReady(Part part) {
    try {
      HttpURLConnection connection = (HttpURLConnection) part.url.toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      int status = connection.getResponseCode();
      if (status == OK) {
        return true;
      }
      part.lastAnswer = status + " " + body(connection);
    } catch (IOException e) {
      part.lastAnswer = e.getMessage();
    }
    return false;
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getErrorStream()) {
      return body == null ? "" : new String(body.readNBytes(ANSWER_LIMIT), StandardCharsets.UTF_8);
    }
  }

  private void report(Part part, String what) {
    out.printf("%n%s %s.%n  %s answered: %s%n", part.name, what, part.url, part.lastAnswer);
    out.printf("  The last lines of its log, %s:%n", part.log);
    try {
      List<String> lines = Files.readAllLines(part.log, StandardCharsets.ISO_8859_1);
      lines
          .subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
          .forEach(line -> out.println("  | " + line));
    } catch (IOException e) {
      out.println("  | (cannot be read: " + e.getMessage() + ")");
    }
  }

  private static double seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
  }
}
