package dev.hourglass.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackfillProgressTest {

  private final BackfillProgress begun =
      new BackfillProgress(Map.of("a-0", 5L, "a-1", 9L), Map.of("a-0", 7L, "a-1", 9L));

  @Test
  @DisplayName("it is done when every partition is read up to where it ended at the beginning")
  void bothSides() {
    assertThat(begun.isOpen("a-0")).isTrue();
    assertThat(begun.isOpen("a-1")).isFalse();
    assertThat(begun.read("a-0", 6).isDone()).isFalse();
    assertThat(begun.read("a-0", 7).isDone()).isTrue();
    assertThat(begun.read("a-0", 12).isDone()).as("past markers of transactions").isTrue();
  }

  @Test
  void readingAgainAfterARestartNeverGoesBack() {
    BackfillProgress after = begun.read("a-0", 6);
    assertThat(after.read("a-0", 5)).isEqualTo(after);
  }

  @Test
  void eachPartitionHasBothEnds() {
    assertThatThrownBy(() -> new BackfillProgress(Map.of("a-0", 1L), Map.of()))
        .hasMessageContaining("partition");
  }
}
