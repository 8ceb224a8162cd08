package dev.hourglass.sandbox.junit;

import dev.hourglass.sandbox.CalmLogs;
import dev.hourglass.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Points a {@code @QuarkusTest} to the sandbox, which is started once per test JVM and shared by
 * all its test classes.
 *
 * <pre>
 * &#64;QuarkusTestResource(
 *     value = SandboxResource.class,
 *     initArgs = &#64;ResourceArg(name = "database", value = "notifier"))
 * </pre>
 */
public final class SandboxResource implements QuarkusTestResourceLifecycleManager {

  private String database;

  /** The sandbox of this test JVM, started by the first call. */
  public static Sandbox sandbox() {
    return SharedSandbox.get();
  }

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.get("database");
  }

  @Override
  public Map<String, String> start() {
    Sandbox sandbox = sandbox();
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", sandbox.bootstrapServers());
    settings.put("quarkus.mailer.host", "localhost");
    settings.put("quarkus.mailer.port", Integer.toString(sandbox.smtpPort()));
    settings.put("quarkus.mailer.mock", "false");
    if (database != null) {
      settings.put("quarkus.datasource.jdbc.url", sandbox.jdbcUrl(database));
      settings.put("quarkus.datasource.username", database);
      settings.put("quarkus.datasource.password", database);
    }
    // The broker lives in the same JVM and would fill the log of the service under test.
    for (String part : CalmLogs.PARTS) {
      settings.put("quarkus.log.category.\"" + part + "\".level", "WARN");
    }
    return settings;
  }

  /** Does nothing: the sandbox is shared, and stops with the JVM. */
  @Override
  public void stop() {}
}
