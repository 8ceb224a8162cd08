package dev.hourglass.ticketintake.ticket;

import java.util.random.RandomGenerator;

/**
 * The short name of a ticket that people read out on the phone, for example {@code HG-7K2M9QX}.
 * Random, so that it tells nothing of how many tickets there are; the database keeps it unique.
 */
public final class Reference {

  /** Crockford's base 32 without 0 and 1, and without vowels, so that no word comes out. */
  static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

  static final String PREFIX = "HG-";

  /** 28^7 is 13 thousand million: among a million tickets one new one in 13,000 draws again. */
  static final int LENGTH = 7;

  private Reference() {}

  /** A reference drawn at random. */
  public static String draw(RandomGenerator random) {
    StringBuilder reference = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i++) {
      reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return reference.toString();
  }
}
