package dev.hourglass.slamonitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.edition.WorkingInterval;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.promise.WarningPoint;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same ledger for readers and servers of any zone; its calendar counts in Berlin. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "sla_monitor"))
class LedgerInAnotherZoneTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String EDITION = "zones-2026";
  private static final String BERLIN = "berlin";
  private static final List<String> ELSEWHERE =
      List.of("Pacific/Auckland", "Pacific/Honolulu", "Asia/Kolkata", "UTC");
  private static final Pattern TIME = Pattern.compile("<time datetime=\"([^\"]*)\">([^<]*)</time>");
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss[.SSS][.SS][.S] xxx", Locale.ENGLISH);
  private static final Pattern CLOCK_TIME = Pattern.compile("[0-9]{2}:[0-9]{2}:[0-9]{2}");
  private static final Pattern JSON_TIME = Pattern.compile("\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[^\"]*\"");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  @TestHTTPResource("/")
  URI base;

  @TempDir Path profile;

  private final TimeZone zone = TimeZone.getDefault();
  private final UUID ticketId = UUID.randomUUID();
  private final Facts facts = new Facts(ticketId);
  private final TopicLog log = TopicLog.shared();
  private final Instant received =
      Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void aTicketOnACalendarOfBerlin() {
    log.say(Topics.EDITIONS, edition());
    // The promise first, else the monitor may say between the two that there is none.
    log.say(Topics.TIMINGS, facts.promised(received, EDITION, target()));
    log.say(Topics.TIMINGS, facts.received(received));
    log.say(Topics.TIMINGS, facts.paused(received.plusSeconds(600)));
    log.say(Topics.TIMINGS, facts.resumed(received.plusSeconds(1_800).plusMillis(250)));
    await()
        .atMost(PATIENCE)
        .until(() -> page().contains("berlin (Europe/Berlin)") && page().contains("TicketResumed"));
  }

  @AfterEach
  void restoreTheZone() {
    TimeZone.setDefault(zone);
  }

  @Test
  @DisplayName("R8: every time on the page has its offset, and its instant in UTC for machines")
  void everyTimeHasItsOffset() {
    List<MatchResult> times = TIME.matcher(page()).results().toList();

    assertThat(times).hasSizeGreaterThan(20);
    for (MatchResult time : times) {
      assertThat(time.group(1)).endsWith("Z");
      assertThat(OffsetDateTime.parse(time.group(2), SHOWN).toInstant())
          .isEqualTo(Instant.parse(time.group(1)));
    }
    assertThat(times).extracting(time -> time.group(2)).anyMatch(text -> !text.endsWith("+00:00"));
    String rest = TIME.matcher(page()).replaceAll("").replaceAll("\\?at=[^\"]*", "");
    assertThat(CLOCK_TIME.matcher(rest.replaceAll("placeholder=\"[^\"]*\"", "")).results())
        .isEmpty();
  }

  @Test
  @DisplayName("R8: a server of another zone shows the same page and says the same instants")
  void theZoneOfTheServerDoesNotMatter() {
    String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    String here = page("?at=" + at);
    String json = ledger(at);
    assertThat(JSON_TIME.matcher(json).results().map(MatchResult::group))
        .hasSizeGreaterThan(10)
        .allMatch(instant -> instant.endsWith("Z\""));
    for (String elsewhere : ELSEWHERE) {
      TimeZone.setDefault(TimeZone.getTimeZone(elsewhere));
      assertThat(page("?at=" + at)).as(elsewhere).isEqualTo(here);
      assertThat(ledger(at)).as(elsewhere).isEqualTo(json);
    }
  }

  /** Only where Chromium is there; what it must show is tested above without it. */
  @Test
  @DisplayName("R8: a browser of another zone shows the times that the server says")
  void theZoneOfTheBrowserDoesNotMatter() throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium on this machine");
    String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    List<String> said = times(page("?at=" + at));
    for (String elsewhere : List.of("Pacific/Auckland", "America/Los_Angeles")) {
      String zoneOfTheBrowser =
          "data:text/html,<script>document.write(Intl.DateTimeFormat().resolvedOptions().timeZone)"
              + "</script>";
      assertThat(shown(elsewhere, zoneOfTheBrowser)).contains(elsewhere);
      String address = base.resolve("/clocks/" + ticketId + "?at=" + at).toString();
      assertThat(times(shown(elsewhere, address))).isEqualTo(said);
    }
  }

  private static List<String> times(String html) {
    return TIME.matcher(html).results().map(MatchResult::group).toList();
  }

  /** What a browser of that zone has made of a page. */
  private String shown(String browserZone, String address)
      throws IOException, InterruptedException {
    Path dom = profile.resolve("dom.html");
    ProcessBuilder chromium =
        new ProcessBuilder(
            CHROMIUM.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + profile.resolve("profile"),
            "--dump-dom",
            address);
    chromium.environment().put("TZ", browserZone);
    Process running =
        chromium
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      running.destroyForcibly();
      throw new AssertionError("the browser did not finish");
    }
    return Files.readString(dom, StandardCharsets.UTF_8);
  }

  private String page() {
    return page("");
  }

  private String page(String query) {
    String page = given().accept("text/html").get("/clocks/" + ticketId + query).asString();
    return page.replaceAll("nonce=\"[^\"]*\"", "");
  }

  private String ledger(String at) {
    return given().get("/clocks/" + ticketId + "/ledger?at=" + at).asString();
  }

  private static Target target() {
    return new Target(
        Metric.RESTORATION,
        Duration.ofHours(40),
        BERLIN,
        Set.of(PauseReason.WAITING_CUSTOMER),
        List.of(WarningPoint.atShare(1, 50)),
        true);
  }

  private Event<EditionPublished> edition() {
    CalendarDefinition hours =
        new CalendarDefinition(
            BERLIN,
            false,
            ZoneId.of("Europe/Berlin"),
            Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingInterval(day, "08:00", "20:00"))
                .toList(),
            List.of());
    return Event.of(
        "prioritizer",
        received,
        1,
        new EditionPublished(EDITION, received, "Zones", List.of(hours), "edition: z", "digest"));
  }
}
