package dev.hourglass.sandbox.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import org.testcontainers.containers.GenericContainer;

/**
 * A container that can be stopped and started again with its data and on its port. Testcontainers
 * itself would remove it, and Docker would draw another port.
 */
final class RestartableContainer {

  private final GenericContainer<?> container;
  private boolean running;

  RestartableContainer(GenericContainer<?> container, int inside, int outside) {
    this.container = container;
    container.withCreateContainerCmdModifier(
        command ->
            command
                .getHostConfig()
                .withPortBindings(
                    new PortBinding(
                        Binding.bindIpAndPort("127.0.0.1", outside), ExposedPort.tcp(inside))));
  }

  synchronized void start() {
    if (running) {
      return;
    }
    if (container.getContainerId() == null) {
      container.start();
    } else {
      docker().startContainerCmd(container.getContainerId()).exec();
    }
    running = true;
  }

  /** Asks it to end, and insists after some seconds. */
  synchronized void stop(int seconds) {
    if (running) {
      docker().stopContainerCmd(container.getContainerId()).withTimeout(seconds).exec();
      running = false;
    }
  }

  synchronized void remove() {
    container.stop();
    running = false;
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }
}
