package dev.hourglass.slamonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

  @Test
  void eachInstanceHasADirectoryOfItsOwn(@TempDir Path shared) {
    assertThat(StateDirectory.claim(shared)).isDirectory().isEqualTo(shared.resolve("1"));
    assertThat(StateDirectory.claim(shared)).isDirectory().isEqualTo(shared.resolve("2"));
  }

  @Test
  void aDirectoryIsHeldForTheLifeOfTheProcess(@TempDir Path shared) throws Exception {
    StateDirectory.claim(shared);
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    await().until(() -> collected(garbage));

    assertThat(lockedFromOutside(shared.resolve("1.lock"))).isTrue();
  }

  private static boolean collected(WeakReference<Object> garbage) {
    System.gc();
    return garbage.get() == null;
  }

  /** Another process: within one, Java itself refuses a second lock. */
  private static boolean lockedFromOutside(Path file) throws Exception {
    String java = ProcessHandle.current().info().command().orElse("java");
    Process other =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Locker.class.getName(),
                file + "")
            .inheritIO()
            .start();
    return other.waitFor() == Locker.LOCKED;
  }

  /** Ends with {@link #LOCKED} if somebody holds the lock of a file, else with 0. */
  static final class Locker {

    static final int LOCKED = 3;

    private Locker() {}

    public static void main(String[] arguments) throws Exception {
      try (FileChannel channel =
          FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
        System.exit(channel.tryLock() == null ? LOCKED : 0);
      }
    }
  }

  @Test
  void aVolumeThatIsNotThereYetIsMade(@TempDir Path shared) {
    assertThat(StateDirectory.claim(shared.resolve("volume"))).isDirectory();
  }
}
