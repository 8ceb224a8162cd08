package dev.hourglass.benchmarks.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which repeated mails a kill -9 explains, and whether the notifier counted them.
 *
 * @param ofKills the repeats that each kill explains, in the order of the kills
 * @param unexplained how many no kill explains: they come from a redelivery, a restart, a rebalance
 *     or a slow worker
 * @param uncounted how many more mails came again than the notifier counted, over all deliveries
 */
public record Blame(List<Integer> ofKills, int unexplained, int uncounted) {

  public Blame {
    ofKills = List.copyOf(ofKills);
  }

  /**
   * Each repeat goes to the earliest kill that explains it.
   *
   * @param commit how long it may take from the acceptance of a mail to the commit that says so
   * @param counted how often the notifier says that it sent again, by recipient
   */
  public static Blame of(
      List<Repeat> repeats, List<Kill> kills, Duration commit, Map<String, Integer> counted) {
    int[] ofKills = new int[kills.size()];
    int unexplained = 0;
    for (Repeat repeat : repeats) {
      int kill = earliest(kills, repeat, commit);
      if (kill < 0) {
        unexplained++;
      } else {
        ofKills[kill]++;
      }
    }
    return new Blame(
        Arrays.stream(ofKills).boxed().toList(), unexplained, uncounted(repeats, counted));
  }

  /** The most repeats that one kill explains. */
  public int most() {
    return ofKills.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** How many repeats the kills explain. */
  public int explained() {
    return ofKills.stream().mapToInt(Integer::intValue).sum();
  }

  private static int earliest(List<Kill> kills, Repeat repeat, Duration commit) {
    for (int i = 0; i < kills.size(); i++) {
      if (kills.get(i).explains(repeat, commit)) {
        return i;
      }
    }
    return -1;
  }

  private static int uncounted(List<Repeat> repeats, Map<String, Integer> counted) {
    Map<String, Long> came =
        repeats.stream().collect(Collectors.groupingBy(Repeat::recipient, Collectors.counting()));
    return came.entrySet().stream()
        .mapToInt(
            each -> (int) Math.max(0, each.getValue() - counted.getOrDefault(each.getKey(), 0)))
        .sum();
  }
}
