package dev.hourglass.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUsageTest {

  @Test
  void sizes_are_read_in_kilobytes_and_told_in_bytes() {
    List<String> status =
        List.of("Name:\tjava", "VmHWM:\t  204800 kB", "VmRSS:\t  102400 kB", "Threads:\t12");

    assertThat(ProcessUsage.field(status, "VmRSS")).hasValue(104_857_600);
    assertThat(ProcessUsage.field(status, "VmHWM")).hasValue(209_715_200);
    assertThat(ProcessUsage.field(status, "Threads")).isEmpty();
    assertThat(ProcessUsage.field(status, "VmSwap")).isEmpty();
  }

  @Test
  void a_process_that_runs_has_used_time_and_memory() {
    ProcessHandle self = ProcessHandle.current();

    assertThat(ProcessUsage.processorTime(self)).isPositive();
    ProcessUsage.residentBytes(self).ifPresent(bytes -> assertThat(bytes).isPositive());
  }

  @Test
  void the_machine_is_told_in_a_line() {
    assertThat(Machine.inWords()).contains(" cores, ", " memory, ", "JDK ").doesNotContain("\n");
  }
}
