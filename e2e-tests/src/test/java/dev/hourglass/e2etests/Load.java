package dev.hourglass.e2etests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Customers who keep posting tickets. Each has a key of its own and posts again until the ticket is
 * taken, whatever happens to the service meanwhile.
 */
final class Load implements AutoCloseable {

  private static final long EVERY_MILLIS = 500;
  private static final Duration ALL_TAKEN_WITHIN = Duration.ofMinutes(3);

  private final Desk desk;
  private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> posting;
  private final Queue<Wish> waiting = new ArrayDeque<>();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private volatile boolean open = true;

  /** A ticket that was taken. */
  record Posted(String id, String requester) {}

  private record Wish(ObjectNode ticket, String requester, String key) {}

  Load(Desk desk) {
    this.desk = desk;
    posting = clerk.scheduleAtFixedRate(this::post, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Returns when that many more tickets have been taken. */
  void awaitMore(int tickets) {
    int wanted = posted.size() + tickets;
    await(tickets + " more tickets are taken")
        .atMost(ALL_TAKEN_WITHIN)
        .until(() -> failed() || posted.size() >= wanted);
  }

  /** No further customers; returns all tickets when the last one has been taken. */
  List<Posted> end() {
    open = false;
    await("the last ticket is taken")
        .atMost(ALL_TAKEN_WITHIN)
        .until(() -> failed() || clerk.submit(waiting::isEmpty).get());
    if (failed()) {
      throw new IllegalStateException("posting ended early", failure());
    }
    return new ArrayList<>(posted);
  }

  private void post() {
    if (open) {
      String requester = Journeys.anyAddress();
      ObjectNode ticket = desk.ticket("E2E-SECONDS", requester, "SERVICE_DOWN", "NONE");
      waiting.add(new Wish(ticket, requester, UUID.randomUUID().toString()));
    }
    int turns = waiting.size();
    for (int i = 0; i < turns && tryFirst(); i++) {
      // As many as are taken at once.
    }
  }

  /** Whether the first in the queue was served; else everybody comes again later. */
  private boolean tryFirst() {
    Wish wish = waiting.remove();
    try {
      Http.Answer answer = desk.post(wish.ticket(), wish.key());
      if (answer.status() < 500) {
        String id = answer.expect(200, 201).json().get("id").textValue();
        posted.add(new Posted(id, wish.requester()));
        return true;
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      // Nobody there: the same ticket under the same key is posted again.
      waiting.add(wish);
      return false;
    }
    waiting.add(wish);
    return false;
  }

  private boolean failed() {
    return posting.isDone();
  }

  private Throwable failure() {
    try {
      posting.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }

  @Override
  public void close() {
    clerk.shutdownNow();
  }
}
