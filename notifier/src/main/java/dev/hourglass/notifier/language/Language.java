package dev.hourglass.notifier.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The languages that we write in (S61). */
public enum Language {
  /** English: what everybody gets whose language we do not write. */
  EN("en", "GB", Set.of("GB", "US", "IE", "AU", "NZ", "CA", "IN", "SG", "HK", "ZA")),
  /** German. */
  DE("de", "DE", Set.of("DE", "AT", "CH", "LU", "LI")),
  /** Danish. */
  DA("da", "DK", Set.of("DK")),
  /** Dutch. */
  NL("nl", "NL", Set.of("NL", "BE")),
  /** French. */
  FR("fr", "FR", Set.of("FR", "BE", "CH", "LU", "CA", "MC")),
  /** Spanish. */
  ES(
      "es",
      "ES",
      Set.of("ES", "MX", "AR", "CO", "CL", "PE", "EC", "UY", "PY", "BO", "CR", "PA", "GT", "US")),
  /** Italian. */
  IT("it", "IT", Set.of("IT", "CH", "SM")),
  /** Portuguese, in words that are right in Brazil and in Portugal. */
  PT("pt", "BR", Set.of("BR", "PT", "AO", "MZ"));

  private static final Map<String, Language> BY_TAG =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Language::tag, each -> each));

  private final String tag;
  private final String homeRegion;
  private final Set<String> regions;

  Language(String tag, String homeRegion, Set<String> regions) {
    this.tag = tag;
    this.homeRegion = homeRegion;
    this.regions = regions;
  }

  /** The language's own tag, without a region. */
  public String tag() {
    return tag;
  }

  /**
   * Whether a count of things takes the singular: one does everywhere, none in French and
   * Portuguese too (CLDR's plural rules for whole numbers below a million).
   */
  public boolean isOne(long count) {
    return count == 1 || count == 0 && (this == FR || this == PT);
  }

  /** The first of the wishes (BCP 47 tags) that we write; English if there is none. */
  public static Language firstOf(@Nullable String... wishes) {
    return Arrays.stream(wishes).map(Language::of).flatMap(Optional::stream).findFirst().orElse(EN);
  }

  /** Of an HTTP {@code Accept-Language} header; English if it names none of ours. */
  public static Language accepted(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return EN;
    }
    try {
      return firstOf(
          Locale.LanguageRange.parse(header).stream()
              .map(Locale.LanguageRange::getRange)
              .toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      // A header that nobody can read asks for nothing.
      return EN;
    }
  }

  /**
   * The locale that dates are written in: the region of the wish or else of the account, if the
   * language is at home there.
   */
  public Locale locale(@Nullable String wish, @Nullable String accountRegion) {
    String wished = wish == null ? "" : Locale.forLanguageTag(wish.replace('_', '-')).getCountry();
    String account = accountRegion == null ? "" : accountRegion.toUpperCase(Locale.ROOT);
    String region =
        regions.contains(wished) ? wished : regions.contains(account) ? account : homeRegion;
    return new Locale.Builder().setLanguage(tag).setRegion(region).build();
  }

  /** The language of a tag, if we write it. */
  static Optional<Language> of(@Nullable String wish) {
    if (wish == null) {
      return Optional.empty();
    }
    String language = Locale.forLanguageTag(wish.strip().replace('_', '-')).getLanguage();
    return Optional.ofNullable(BY_TAG.get(language));
  }
}
