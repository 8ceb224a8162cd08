package dev.hourglass.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a benchmark runs on. */
public final class Machine {

  private static final double GIGABYTE = 1L << 30;

  private Machine() {}

  /** Cores, memory, load and JDK in a line. */
  public static String inWords() {
    return "%d cores, %s memory, load %.1f, %s, JDK %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            memory(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            System.getProperty("java.vm.version"));
  }

  /** The commit that {@code root} is at, marked if something was changed since. */
  public static String commit(Path root) {
    try {
      String commit = git(root, "rev-parse", "--short=10", "HEAD");
      return git(root, "status", "--porcelain").isEmpty() ? commit : commit + " and changes";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  private static String memory() {
    try {
      return ProcessUsage.field(Files.readAllLines(Path.of("/proc/meminfo")), "MemTotal").stream()
          .mapToObj(bytes -> "%.1f GB".formatted(bytes / GIGABYTE))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String git(Path root, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!git.waitFor(10, TimeUnit.SECONDS) || git.exitValue() != 0) {
      throw new IOException("git does not know");
    }
    return said;
  }
}
