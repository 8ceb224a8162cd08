package dev.hourglass.sandbox.demo;

import dev.hourglass.contracts.Event;
import dev.hourglass.sandbox.ReceivedMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of this scene. What is heard of a ticket before the answer to its POST has come is kept
 * until then; what concerns other tickets never comes out.
 */
final class Company {

  private static final int KEPT = 1_000;

  /** Hears of the cases of this scene only. */
  interface Listener {

    void heard(Case of, Event<?> event, Instant readAt);

    void received(Case of, ReceivedMail mail, Instant readAt);
  }

  private record Waiting(Object what, Instant readAt) {}

  private final Map<String, Case> byKey = new LinkedHashMap<>();
  private final List<Waiting> early = new ArrayList<>();
  private Listener listener;

  synchronized void listener(Listener wanted) {
    listener = wanted;
  }

  synchronized void add(Case opened) {
    byKey.put(opened.line().key(), opened);
    List<Waiting> again = List.copyOf(early);
    early.clear();
    again.forEach(this::tell);
  }

  synchronized Case get(String key) {
    return Optional.ofNullable(byKey.get(key))
        .orElseThrow(() -> new DemoException("the ticket '" + key + "' was not taken"));
  }

  synchronized int size() {
    return byKey.size();
  }

  synchronized void heard(Event<?> event, Instant readAt) {
    tell(new Waiting(event, readAt));
  }

  synchronized void received(ReceivedMail mail, Instant readAt) {
    tell(new Waiting(mail, readAt));
  }

  private void tell(Waiting waiting) {
    Optional<Case> of = caseOf(waiting.what());
    if (of.isEmpty()) {
      if (early.size() < KEPT) {
        early.add(waiting);
      }
    } else if (waiting.what() instanceof ReceivedMail mail) {
      listener.received(of.get(), mail, waiting.readAt());
    } else {
      listener.heard(of.get(), (Event<?>) waiting.what(), waiting.readAt());
    }
  }

  private Optional<Case> caseOf(Object what) {
    return byKey.values().stream()
        .filter(
            known ->
                what instanceof ReceivedMail mail
                    ? mail.to().equals(known.line().email())
                        && (mail.text() + mail.subject()).contains(known.reference())
                    : ((Event<?>) what).subject().equals(known.id()))
        .findFirst();
  }
}
