package dev.hourglass.sandbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port, as far as Linux lets us see it; elsewhere nobody in particular. */
final class PortOwner {

  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int SHOWN = 80;

  private PortOwner() {}

  /** For people: the process, or that it is some program. */
  static String of(int port) {
    return process(port).map(PortOwner::described).orElse("another program");
  }

  static Optional<ProcessHandle> process(int port) {
    Set<String> sockets =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(table -> lines(Path.of(table)).stream())
            .map(line -> line.trim().split("\\s+"))
            .filter(fields -> fields.length > INODE && fields[STATE].equals(LISTENING))
            .filter(fields -> fields[LOCAL_ADDRESS].endsWith(":%04X".formatted(port)))
            .map(fields -> "socket:[" + fields[INODE] + "]")
            .collect(Collectors.toSet());
    return ProcessHandle.allProcesses()
        .filter(process -> !sockets.isEmpty() && holdsOneOf(sockets, process.pid()))
        .findFirst();
  }

  private static boolean holdsOneOf(Set<String> sockets, long pid) {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return descriptors.anyMatch(
          descriptor -> target(descriptor).filter(sockets::contains).isPresent());
    } catch (IOException | UncheckedIOException e) {
      // Another user's process, or one that has just ended: not ours to look into.
      return false;
    }
  }

  private static Optional<String> target(Path descriptor) {
    try {
      return Optional.of(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String described(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    String shown = command.length() > SHOWN ? command.substring(0, SHOWN) + "…" : command;
    return "process " + process.pid() + (shown.isEmpty() ? "" : " (" + shown + ")");
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      // Not Linux.
      return List.of();
    }
  }
}
