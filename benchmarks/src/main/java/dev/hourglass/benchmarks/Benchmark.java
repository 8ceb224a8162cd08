package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.replay.Arguments;
import java.io.PrintStream;
import java.util.Set;

/** One of the commands. */
interface Benchmark {

  /** Its options with a value. */
  Set<String> options();

  /** A line for each option, with its default. */
  String help();

  /** Reads its options; what is wrong with them becomes a problem of the arguments. */
  Run prepare(Arguments arguments);

  /** A benchmark with its options. */
  interface Run {

    /**
     * Runs, and ends whatever it starts.
     *
     * @param progress for lines to whoever waits
     */
    Report run(Setup setup, PrintStream progress);
  }
}
