package dev.hourglass.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The sandbox as a program: runs until it is told to stop by SIGTERM or SIGINT. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    CalmLogs.begin();
    CountDownLatch stopped = new CountDownLatch(1);
    long began = System.nanoTime();
    Sandbox sandbox;
    try {
      sandbox = Sandbox.start(SandboxConfig.from(System.getenv()));
    } catch (SandboxException e) {
      System.err.println("The sandbox does not start: " + reasons(e));
      System.exit(1);
      return;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  sandbox.close();
                  System.out.println("The sandbox has stopped; its data are kept.");
                  stopped.countDown();
                },
                "sandbox-stop"));
    System.out.printf(
        "The sandbox is ready after %.1f s: Kafka %s, PostgreSQL localhost:%d, SMTP localhost:%d,"
            + " inbox %s%n",
        Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0,
        sandbox.bootstrapServers(),
        sandbox.postgresPort(),
        sandbox.smtpPort(),
        sandbox.inboxUrl());
    stopped.await();
  }

  private static String reasons(Throwable failure) {
    StringBuilder reasons = new StringBuilder(String.valueOf(failure.getMessage()));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      reasons.append(System.lineSeparator()).append("  because: ").append(cause);
    }
    return reasons.toString();
  }
}
