package dev.hourglass.notifier.language;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of a country that has one, islands far away left out. Countries with several, such
 * as the United States or Brazil, are missing: a guess would be a wrong time for most.
 */
final class CountryZones {

  /** As in {@code zone.tab} of the IANA time zone database. */
  private static final String TABLE =
      """
      AE Asia/Dubai
      AT Europe/Vienna
      BE Europe/Brussels
      BG Europe/Sofia
      CH Europe/Zurich
      CO America/Bogota
      CR America/Costa_Rica
      CZ Europe/Prague
      DE Europe/Berlin
      DK Europe/Copenhagen
      EE Europe/Tallinn
      EG Africa/Cairo
      ES Europe/Madrid
      FI Europe/Helsinki
      FR Europe/Paris
      GB Europe/London
      GR Europe/Athens
      GT America/Guatemala
      HK Asia/Hong_Kong
      HR Europe/Zagreb
      HU Europe/Budapest
      IE Europe/Dublin
      IL Asia/Jerusalem
      IN Asia/Kolkata
      IS Atlantic/Reykjavik
      IT Europe/Rome
      JP Asia/Tokyo
      KE Africa/Nairobi
      KR Asia/Seoul
      LI Europe/Vaduz
      LT Europe/Vilnius
      LU Europe/Luxembourg
      LV Europe/Riga
      MA Africa/Casablanca
      MC Europe/Monaco
      MT Europe/Malta
      MY Asia/Kuala_Lumpur
      NG Africa/Lagos
      NL Europe/Amsterdam
      NO Europe/Oslo
      NZ Pacific/Auckland
      PE America/Lima
      PH Asia/Manila
      PL Europe/Warsaw
      PT Europe/Lisbon
      RO Europe/Bucharest
      SE Europe/Stockholm
      SG Asia/Singapore
      SI Europe/Ljubljana
      SK Europe/Bratislava
      SM Europe/San_Marino
      TH Asia/Bangkok
      TR Europe/Istanbul
      TW Asia/Taipei
      UA Europe/Kyiv
      UY America/Montevideo
      VN Asia/Ho_Chi_Minh
      ZA Africa/Johannesburg
      """;

  private static final Map<String, String> ZONES =
      Arrays.stream(TABLE.split("\n"))
          .map(line -> line.split(" "))
          .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words[1]));

  private CountryZones() {}

  /**
   * @param country ISO 3166 code, in any case
   */
  static Optional<ZoneId> of(@Nullable String country) {
    return Optional.ofNullable(country)
        .map(code -> ZONES.get(code.toUpperCase(Locale.ROOT)))
        .map(ZoneId::of);
  }
}
