package dev.hourglass.notifier.rating;

/** What customers answered. */
public interface Ratings {

  /** A page of those asked for, latest first. */
  RatingPage page(RatingQuery query, int page, int size);

  /** What they come to; {@code ticketId} and {@code level} of the query are passed over. */
  RatingSummary summary(RatingQuery query);
}
