package dev.hourglass.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process takes of the machine. */
public final class ProcessUsage {

  private static final Pattern FIELD = Pattern.compile("(\\w+):\\s*(\\d+) kB");
  private static final long BYTES_A_KILOBYTE = 1_024;

  private ProcessUsage() {}

  /**
   * The processor time that it has used, in user and system mode.
   *
   * @throws IllegalStateException if the operating system does not tell
   */
  public static Duration processorTime(ProcessHandle process) {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(
            () -> new IllegalStateException("no processor time of process " + process.pid()));
  }

  /** Resident memory in bytes; empty where there is no {@code /proc}. */
  public static OptionalLong residentBytes(ProcessHandle process) {
    return field(process, "VmRSS");
  }

  /** The most resident memory that it ever had, in bytes; empty where there is no {@code /proc}. */
  public static OptionalLong mostResidentBytes(ProcessHandle process) {
    return field(process, "VmHWM");
  }

  private static OptionalLong field(ProcessHandle process, String name) {
    try {
      return field(
          Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")), name);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** A size in bytes from the lines of {@code /proc/<pid>/status} or {@code /proc/meminfo}. */
  static OptionalLong field(List<String> lines, String name) {
    return lines.stream()
        .map(FIELD::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group(1).equals(name))
        .mapToLong(line -> Long.parseLong(line.group(2)) * BYTES_A_KILOBYTE)
        .findFirst();
  }
}
