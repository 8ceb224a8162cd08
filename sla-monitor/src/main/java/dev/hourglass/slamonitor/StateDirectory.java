package dev.hourglass.slamonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A directory for the state of this instance, below one that all instances share, such as a volume
 * of several containers: the first number that nobody else has. It is held until the process ends,
 * however it ends; so an instance that comes back, or its successor, finds a state to go on from.
 */
final class StateDirectory {

  private static final int MOST = 100;

  /** For the life of the process: a channel that nobody knows is closed, and its lock is gone. */
  private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

  private StateDirectory() {}

  static Path claim(Path shared) {
    try {
      Files.createDirectories(shared);
      for (int number = 1; number <= MOST; number++) {
        if (held(shared.resolve(number + ".lock"))) {
          return Files.createDirectories(shared.resolve(Integer.toString(number)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the state in " + shared, e);
    }
    throw new IllegalStateException(MOST + " instances keep their state in " + shared + " already");
  }

  private static boolean held(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        HELD.add(channel);
        return true;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      return false;
    }
    channel.close();
    return false;
  }
}
