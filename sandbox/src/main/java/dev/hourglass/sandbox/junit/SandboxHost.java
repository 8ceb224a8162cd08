package dev.hourglass.sandbox.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.sandbox.CalmLogs;
import dev.hourglass.sandbox.ContainerSandbox;
import dev.hourglass.sandbox.DataDirectory;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.Sandbox;
import dev.hourglass.sandbox.SandboxConfig;
import dev.hourglass.sandbox.SandboxException;
import dev.hourglass.sandbox.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The one sandbox of a test JVM. Quarkus loads test classes several times, in class loaders that
 * come and go; this class is only ever used as the system class loader knows it, and speaks to
 * {@link SharedSandbox} in types of the JDK.
 */
public final class SandboxHost {

  private static final Path TARGET = Path.of("target");
  private static final String PREFIX = "sandbox-";
  private static Map<String, Object> handles;

  private SandboxHost() {}

  /** Starts the sandbox at the first call. */
  public static synchronized Map<String, Object> handles() {
    if (handles == null) {
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      // Kafka finds its plugins by the thread's loader, which may be one that will be closed.
      Thread.currentThread().setContextClassLoader(SandboxHost.class.getClassLoader());
      try {
        handles = handlesOf(start());
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }
    }
    return handles;
  }

  private static Sandbox start() {
    CalmLogs.begin();
    sweep();
    Path data = TARGET.resolve(PREFIX + UUID.randomUUID().toString().substring(0, 8));
    SandboxConfig config = SandboxConfig.freePorts(data);
    Sandbox sandbox = onContainers() ? ContainerSandbox.start(config) : Sandbox.start(config);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  sandbox.close();
                  delete(data);
                },
                "sandbox-stop"));
    return sandbox;
  }

  /** One switch for all tests: {@code ./mvnw verify -Pcontainers}. */
  private static boolean onContainers() {
    return "containers".equals(System.getProperty("hourglass.parts"));
  }

  /** Removes what test JVMs left that were killed. */
  private static void sweep() {
    if (!Files.isDirectory(TARGET)) {
      return;
    }
    try (Stream<Path> found = Files.list(TARGET)) {
      found
          .filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(path -> Files.exists(path.resolve("lock")))
          .forEach(SandboxHost::sweep);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep(Path data) {
    try (DataDirectory mine = DataDirectory.lock(data)) {
      PostgresServer.stopLeftOver(data.resolve("postgres"));
    } catch (SandboxException e) {
      Logger.getLogger(SandboxHost.class.getName())
          .log(Level.FINE, "left alone, for it is in use", e);
      return;
    }
    delete(data);
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      Logger.getLogger(SandboxHost.class.getName())
          .log(Level.WARNING, "the next run deletes the data of this sandbox", e);
    }
  }

  private static Map<String, Object> handlesOf(Sandbox sandbox) {
    Map<String, Object> map = new HashMap<>();
    map.put("bootstrapServers", sandbox.bootstrapServers());
    map.put("postgresPort", sandbox.postgresPort());
    map.put("smtpPort", sandbox.smtpPort());
    map.put("inboxUrl", sandbox.inboxUrl());
    map.put("jdbcUrl", (Function<String, String>) sandbox::jdbcUrl);
    map.put("inboxOf", (Function<String, byte[]>) to -> json(sandbox.inbox(to)));
    map.put("inbox", (Supplier<byte[]>) () -> json(sandbox.inbox()));
    map.put("clearInbox", (Runnable) sandbox::clearInbox);
    map.put("refuseMailTo", (Consumer<String>) sandbox::refuseMailTo);
    map.put("acceptMailTo", (Consumer<String>) sandbox::acceptMailTo);
    map.put("stopKafka", (Runnable) sandbox::stopKafka);
    map.put("startKafka", (Runnable) sandbox::startKafka);
    map.put("stopPostgres", (Runnable) sandbox::stopPostgres);
    map.put("startPostgres", (Runnable) sandbox::startPostgres);
    map.put("stopMail", (Runnable) sandbox::stopMail);
    map.put("startMail", (Runnable) sandbox::startMail);
    return map;
  }

  private static byte[] json(List<ReceivedMail> mails) {
    try {
      return EventJson.mapper().writeValueAsBytes(mails);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mail cannot be written as JSON", e);
    }
  }
}
