package dev.hourglass.sandbox.junit;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.Sandbox;
import dev.hourglass.sandbox.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The sandbox of {@link SandboxHost}, as classes of any class loader see it. */
public final class SharedSandbox implements Sandbox {

  private final Map<String, Object> handles;

  private SharedSandbox(Map<String, Object> handles) {
    this.handles = handles;
  }

  /** Starts the sandbox unless it runs already in this JVM. */
  @SuppressWarnings("unchecked")
  public static Sandbox get() {
    try {
      Object handles =
          ClassLoader.getSystemClassLoader()
              .loadClass(SandboxHost.class.getName())
              .getMethod("handles")
              .invoke(null);
      return new SharedSandbox((Map<String, Object>) handles);
    } catch (ReflectiveOperationException e) {
      throw new SandboxException("the sandbox of this test JVM does not start", e);
    }
  }

  @Override
  public String bootstrapServers() {
    return handle("bootstrapServers");
  }

  @Override
  public int postgresPort() {
    return this.<Integer>handle("postgresPort");
  }

  @Override
  public String jdbcUrl(String database) {
    return this.<Function<String, String>>handle("jdbcUrl").apply(database);
  }

  @Override
  public int smtpPort() {
    return this.<Integer>handle("smtpPort");
  }

  @Override
  public URI inboxUrl() {
    return handle("inboxUrl");
  }

  @Override
  public List<ReceivedMail> inbox(String recipient) {
    return mails(this.<Function<String, byte[]>>handle("inboxOf").apply(recipient));
  }

  @Override
  public List<ReceivedMail> inbox() {
    return mails(this.<Supplier<byte[]>>handle("inbox").get());
  }

  @Override
  public void clearInbox() {
    run("clearInbox");
  }

  @Override
  public void refuseMailTo(String recipient) {
    this.<Consumer<String>>handle("refuseMailTo").accept(recipient);
  }

  @Override
  public void acceptMailTo(String recipient) {
    this.<Consumer<String>>handle("acceptMailTo").accept(recipient);
  }

  @Override
  public void stopKafka() {
    run("stopKafka");
  }

  @Override
  public void startKafka() {
    run("startKafka");
  }

  @Override
  public void stopPostgres() {
    run("stopPostgres");
  }

  @Override
  public void startPostgres() {
    run("startPostgres");
  }

  @Override
  public void stopMail() {
    run("stopMail");
  }

  @Override
  public void startMail() {
    run("startMail");
  }

  /** Does nothing: it is shared, and stops with the JVM. */
  @Override
  public void close() {}

  private void run(String name) {
    this.<Runnable>handle(name).run();
  }

  @SuppressWarnings("unchecked")
  private <T> T handle(String name) {
    return (T) handles.get(name);
  }

  private static List<ReceivedMail> mails(byte[] json) {
    try {
      return EventJson.mapper().readValue(json, new TypeReference<List<ReceivedMail>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
