package dev.hourglass.sandbox.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What is expected to happen, and what of it was seen. */
final class Checklist {

  private final Map<String, String> expected = new LinkedHashMap<>();
  private final Map<String, String> seen = new LinkedHashMap<>();

  /** All that the scene shows, in its order. */
  static Checklist ofTheScene() {
    Checklist list = new Checklist();
    list.expect("policy", "an edition with targets of seconds, and six accounts that pin it");
    list.expect("posted", "a dozen tickets are taken");
    list.expect("once", "the same POST twice makes one ticket");
    list.expect("mails", "every requester receives a confirmation");
    for (String language : new String[] {"en", "de", "da", "nl"}) {
      list.expect("mail-" + language, "a confirmation in " + language);
    }
    list.expect("stranger", "an unknown account is treated as Basic");
    list.expect("triaged", "without an impact, the text decides the priority");
    list.expect("met", "an answer in time: the first reply is met");
    list.expect("improper", "a ticket that lacks something has no clock until it is completed");
    list.expect("paused", "waiting for the customer stops the clock of the restoration");
    list.expect("moved", "and moves its deadline by as long as it lasted");
    list.expect("raised", "an agent raises a ticket to P1, and the promise follows");
    list.expect("cancelled", "cancelling a ticket cancels its clocks");
    list.expect("risk-FIRST_REPLY", "the forgotten ticket is said at risk");
    list.expect("breach-FIRST_REPLY", "then breached: no first reply");
    list.expect("breach-RESTORATION", "then breached again: not restored");
    list.expect("met-late", "an answer after the deadline: met, but late");
    list.expect("no-other", "no ticket is breached that was looked after");
    list.expect("survey", "a solved ticket brings a survey");
    list.expect("rating", "and the rating comes back as an event");
    return list;
  }

  synchronized void expect(String key, String step) {
    expected.put(key, step);
  }

  /** The first sight counts. */
  synchronized void seen(String key, String how) {
    seen.putIfAbsent(key, how);
  }

  synchronized boolean complete() {
    return expected.keySet().stream().allMatch(seen::containsKey);
  }

  synchronized boolean completeBut(String key) {
    return expected.keySet().stream().allMatch(step -> step.equals(key) || seen.containsKey(step));
  }

  synchronized void print(Screen screen) {
    screen.heading("What was expected, and what was seen");
    expected.forEach(
        (key, step) -> {
          String how = seen.get(key);
          String mark =
              how == null ? screen.painted("31;1", "missing") : screen.painted("32", "seen   ");
          String detail = Objects.requireNonNullElse(how, "");
          screen.line("  " + mark + "  " + step + (detail.isEmpty() ? "" : ": " + detail));
        });
    long count = expected.keySet().stream().filter(seen::containsKey).count();
    screen.line("  " + count + " of " + expected.size() + " steps seen.");
  }
}
