package dev.hourglass.sandbox.kafka;

import dev.hourglass.sandbox.Ports;
import dev.hourglass.sandbox.SandboxException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka node, broker and controller at once, that remembers its log. */
public final class KafkaNode implements Kafka {

  private static final int NODE_ID = 1;

  private final Path directory;
  private final int port;
  private KafkaRaftServer server;

  public KafkaNode(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  @Override
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  @Override
  public synchronized void start() {
    if (server != null) {
      return;
    }
    Properties properties = properties(Ports.anyFree());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Kafka finds its plugins by the thread's loader; a caller's may know other classes (a test's).
    thread.setContextClassLoader(KafkaNode.class.getClassLoader());
    try {
      formatOnce(properties);
      KafkaRaftServer started =
          new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      server = started;
      started.startup();
    } catch (Exception e) {
      close();
      throw new SandboxException("Kafka does not start on port " + port, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /** A new node gets its identity and its quorum of one; later starts find both in the log. */
  private void formatOnce(Properties properties) throws Exception {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(directory);
    String controller =
        properties.getProperty("controller.quorum.bootstrap.servers") + ":" + Uuid.randomUuid();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new Formatter()
        .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
        .setNodeId(NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setHasDynamicQuorum(true)
        .setInitialControllers(DynamicVoters.parse(NODE_ID + "@" + controller))
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .run();
  }

  private Properties properties(int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODE_ID));
    p.put("log.dirs", directory.toString());
    p.put("controller.quorum.bootstrap.servers", "localhost:" + controllerPort);
    p.put("controller.listener.names", "CONTROLLER");
    p.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("auto.create.topics.enable", "false");
    oneNode(p);
    smallMachine(p);
    return p;
  }

  private static void oneNode(Properties p) {
    p.put("default.replication.factor", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "4");
    // Who takes over from a killed instance waits until its open transaction is given up, for the
    // transaction's timeout and, by default, up to 10 s more.
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    // After kill -9 the node waits until its own former registration has expired.
    p.put("broker.session.timeout.ms", "3000");
    p.put("broker.heartbeat.interval.ms", "500");
    // Nobody is there to take over partitions, so there is nothing to wait for.
    p.put("controlled.shutdown.enable", "false");
  }

  private static void smallMachine(Properties p) {
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("num.recovery.threads.per.data.dir", "2");
    p.put("log.cleaner.dedupe.buffer.size", "4194304");
    // A hundred partitions with two index files each: 1 MB instead of 10.
    p.put("log.index.size.max.bytes", "1048576");
  }
}
