package dev.hourglass.e2etests;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.hourglass.sandbox.CalmLogs;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.DockerComposeContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.lifecycle.Startable;

/**
 * The docker-compose.yml of the project, started by Testcontainers with whichever compose is here:
 * the plugin, or the older program.
 */
final class Compose implements AutoCloseable {

  private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(5);
  private static final List<String> LONG_RUNNING =
      List.of(
          "kafka",
          "postgres",
          "maildev",
          "ticket-intake",
          "prioritizer",
          "sla-monitor",
          "notifier");

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final Startable containers;
  private final Function<Instance, Optional<ContainerState>> find;

  /** One container of a service, counted from 1. */
  record Instance(String service, int number) {

    static Instance only(String service) {
      return new Instance(service, 1);
    }
  }

  /**
   * Builds the images, starts everything and returns when all is healthy.
   *
   * @param settings what .env would say
   * @param scale how many containers of a service, 1 where it is not named
   */
  Compose(Path root, Map<String, String> settings, Map<String, Integer> scale) {
    File file = root.resolve("docker-compose.yml").toFile();
    CalmLogs.begin();
    // Where some are scaled, Testcontainers would start only these.
    String[] all = LONG_RUNNING.toArray(String[]::new);
    if (pluginIsHere()) {
      ComposeContainer plugin =
          new ComposeContainer(file)
              .withServices(all)
              .withBuild(true)
              .withPull(false)
              .withEnv(settings);
      scale.forEach(plugin::withScaledService);
      instances(scale).forEach(each -> plugin.waitingFor(name(each, "-"), healthy()));
      find = each -> plugin.getContainerByServiceName(name(each, "-"));
      containers = plugin;
    } else {
      DockerComposeContainer<?> older =
          new DockerComposeContainer<>(file)
              .withServices(all)
              .withBuild(true)
              .withPull(false)
              .withEnv(settings);
      scale.forEach(older::withScaledService);
      instances(scale).forEach(each -> older.waitingFor(name(each, "_"), healthy()));
      find = each -> older.getContainerByServiceName(name(each, "_"));
      containers = older;
    }
    containers.start();
  }

  /** The port of this machine that leads to a port of a container; may change with its restart. */
  int port(Instance instance, int inside) {
    Binding[] bindings =
        inspect(instance)
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(ExposedPort.tcp(inside));
    if (bindings == null || bindings.length == 0) {
      throw new IllegalStateException(instance + " publishes no port " + inside + " now");
    }
    return Integer.parseInt(bindings[0].getHostPortSpec());
  }

  /** SIGKILL, as {@code docker compose kill -s KILL}; returns when it is dead. */
  void kill(Instance instance) {
    docker.killContainerCmd(id(instance)).withSignal("KILL").exec();
    await(instance + " is dead").atMost(HEALTHY_WITHIN).until(() -> !isRunning(instance));
  }

  /** Does nothing to a container that runs. */
  void start(Instance instance) {
    if (!isRunning(instance)) {
      docker.startContainerCmd(id(instance)).exec();
    }
  }

  void awaitHealthy(Instance instance) {
    await(instance + " is healthy")
        .atMost(HEALTHY_WITHIN)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> "healthy".equals(inspect(instance).getState().getHealth().getStatus()));
  }

  String log(Instance instance) {
    return state(instance).getLogs();
  }

  /** Also the volumes. */
  @Override
  public void close() {
    containers.stop();
  }

  private boolean isRunning(Instance instance) {
    return Boolean.TRUE.equals(inspect(instance).getState().getRunning());
  }

  private InspectContainerResponse inspect(Instance instance) {
    return docker.inspectContainerCmd(id(instance)).exec();
  }

  private String id(Instance instance) {
    return state(instance).getContainerId();
  }

  private ContainerState state(Instance instance) {
    return find.apply(instance)
        .orElseThrow(() -> new IllegalStateException("there is no container of " + instance));
  }

  private static List<Instance> instances(Map<String, Integer> scale) {
    return LONG_RUNNING.stream()
        .flatMap(
            service ->
                IntStream.rangeClosed(1, scale.getOrDefault(service, 1))
                    .mapToObj(number -> new Instance(service, number)))
        .toList();
  }

  private static String name(Instance instance, String separator) {
    return instance.service() + separator + instance.number();
  }

  private static WaitStrategy healthy() {
    return new Healthy().withStartupTimeout(HEALTHY_WITHIN);
  }

  private static boolean pluginIsHere() {
    try {
      return new ProcessBuilder("docker", "compose", "version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("the docker command does not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for compose", e);
    }
  }

  /** Testcontainers' own asks without a pause, which costs a small machine one of its cores. */
  private static final class Healthy extends AbstractWaitStrategy {

    @Override
    protected void waitUntilReady() {
      await("the container is healthy")
          .atMost(startupTimeout)
          .pollInterval(Duration.ofSeconds(1))
          .until(waitStrategyTarget::isHealthy);
    }
  }
}
