package dev.hourglass.slamonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

  @Test
  void eachInstanceHasADirectoryOfItsOwn(@TempDir Path shared) {
    assertThat(StateDirectory.claim(shared)).isDirectory().isEqualTo(shared.resolve("1"));
    assertThat(StateDirectory.claim(shared)).isDirectory().isEqualTo(shared.resolve("2"));
  }

  @Test
  void aVolumeThatIsNotThereYetIsMade(@TempDir Path shared) {
    assertThat(StateDirectory.claim(shared.resolve("volume"))).isDirectory();
  }
}
