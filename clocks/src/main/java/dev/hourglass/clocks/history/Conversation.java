package dev.hourglass.clocks.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who spoke on a ticket in public, and what ended the conversation or took it up again, in the
 * order of the history. An internal note is no word of it (R19).
 */
final class Conversation {

  /** More turns than people take; a ticket on which two machines talk must not grow for ever. */
  static final int MOST_TURNS = 200;

  private enum Kind {
    ASKED,
    ANSWERED,
    DONE,
    REOPENED,
    WITHDRAWN
  }

  private record Word(Instant at, Kind kind) {}

  private final List<Word> words = new ArrayList<>();

  /** The requester wrote more than thanks. */
  void asked(Instant at) {
    words.add(new Word(at, Kind.ASKED));
  }

  /** An agent wrote to the customer. */
  void answered(Instant at) {
    words.add(new Word(at, Kind.ANSWERED));
  }

  /** It was solved or closed. */
  void done(Instant at) {
    words.add(new Word(at, Kind.DONE));
  }

  void reopened(Instant at) {
    words.add(new Word(at, Kind.REOPENED));
  }

  /** It was cancelled or merged into another; nothing that comes after counts. */
  void withdrawn(Instant at) {
    words.add(new Word(at, Kind.WITHDRAWN));
  }

  /** The first public agent word from {@code start} on. */
  Optional<Instant> answeredAt(Instant start) {
    return words.stream()
        .filter(word -> word.kind() == Kind.ANSWERED && !word.at().isBefore(start))
        .map(Word::at)
        .findFirst();
  }

  /**
   * The questions that followed the first answer, each from the oldest message that waited. What
   * the ticket itself asks is the first question, and not among them. A message on a solved ticket
   * becomes a question when the ticket is reopened, and then only (R14).
   */
  List<Turn> questions(Instant start) {
    Turns questions = new Turns(MOST_TURNS);
    boolean firstAnswered = false;
    boolean done = false;
    boolean askedWhenDone = false;
    for (Word word : from(start)) {
      switch (word.kind()) {
        case ASKED -> {
          if (firstAnswered && !done) {
            questions.begin(word.at());
          }
          askedWhenDone = done;
        }
        case ANSWERED -> {
          firstAnswered = true;
          askedWhenDone = false;
          questions.answer(word.at());
        }
        case DONE, WITHDRAWN -> {
          firstAnswered = true;
          done = true;
          questions.drop(word.at());
        }
        case REOPENED -> {
          done = false;
          if (askedWhenDone) {
            questions.begin(word.at());
          }
          askedWhenDone = false;
        }
      }
    }
    return questions.last();
  }

  /**
   * The periods in which the customer was to hear of us: the first from {@code start}, then from
   * each public agent word and from each reopening.
   */
  List<Turn> periods(Instant start) {
    Turns periods = new Turns(MOST_TURNS);
    boolean done = false;
    periods.begin(start);
    for (Word word : from(start)) {
      switch (word.kind()) {
        case ASKED -> {}
        case ANSWERED -> {
          periods.answer(word.at());
          if (!done) {
            periods.begin(word.at());
          }
        }
        case DONE, WITHDRAWN -> {
          done = true;
          periods.drop(word.at());
        }
        case REOPENED -> {
          done = false;
          periods.begin(word.at());
        }
      }
    }
    return periods.last();
  }

  /**
   * The words that count from {@code start} on, up to a withdrawal; what was ended or reopened
   * before is so then.
   */
  private List<Word> from(Instant start) {
    List<Word> counting = new ArrayList<>(words.size());
    for (Word word : words) {
      if (!word.at().isBefore(start)) {
        counting.add(word);
      } else if (word.kind() != Kind.ASKED && word.kind() != Kind.ANSWERED) {
        counting.add(new Word(start, word.kind()));
      }
      if (word.kind() == Kind.WITHDRAWN) {
        break;
      }
    }
    return counting;
  }
}
