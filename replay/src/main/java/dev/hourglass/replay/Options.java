package dev.hourglass.replay;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.replay.incident.Customer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param edition the file of the edition
 * @param against the file of an edition to compare with; else it is compared with what was promised
 * @param incidents a foreign log, to be replayed instead of Kafka
 * @param zone of the dates in the foreign log
 * @param customer whom its incidents are taken to come from
 */
record Options(
    Path edition,
    @Nullable Path against,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean json,
    @Nullable Path incidents,
    ZoneId zone,
    Customer customer) {

  static final String USAGE =
      """
      Usage: ./hourglass replay --edition FILE [options]

      Folds the history in Kafka twice, with the promises as they were made and with those that
      another edition would have made, and tells which breaches it would have gained and lost.
      It writes nothing, to no topic and no database.

        --edition FILE          the edition, YAML as it is published
        --against FILE          another edition, to compare with its promises instead of those
                                that were made
        --from INSTANT          only tickets received at INSTANT or later, 2026-11-01T00:00:00Z
        --to INSTANT            only tickets received before INSTANT, and as of then;
                                else as of the last fact in the log
        --json                  JSON instead of a table

      Instead of Kafka, an incident log of another system:

        --incidents FILE        csv or csv.gz, one row per update
        --zone ZONE             of its dates, such as Europe/Lisbon            (UTC)
        --plan PLAN             ACCESS, PREMIER, PREMIER_PLUS                  (PREMIER)
        --account-type TYPE     BASIC, PRO, BUSINESS, EDUCATION, ENTERPRISE, API   (BUSINESS)
        --role ROLE             OWNER, ADMIN, LICENSED_MEMBER, MEMBER          (ADMIN)
        --region COUNTRY        ISO 3166 code, for targets on business hours   (none)

      KAFKA_BOOTSTRAP_SERVERS names another Kafka than that of ./hourglass up; every client
      setting a.b.c can be given as KAFKA_A_B_C. HOURGLASS_JAVA_OPTS=-Xmx4g gives it more memory.
      """;

  private static final Set<String> FLAGS = Set.of("--json", "--help");
  private static final List<String> OF_INCIDENTS =
      List.of("--zone", "--plan", "--account-type", "--role", "--region");
  private static final Set<String> VALUED =
      Set.of(
          "--edition",
          "--against",
          "--from",
          "--to",
          "--incidents",
          "--zone",
          "--plan",
          "--account-type",
          "--role",
          "--region");

  /**
   * Reads a command line; empty if it only asks for help.
   *
   * @throws Refused with everything that is wrong with it
   */
  static Optional<Options> of(String... line) {
    Arguments arguments = new Arguments(List.of(line), VALUED, FLAGS);
    if (arguments.has("--help")) {
      return Optional.empty();
    }
    Options options =
        new Options(
            file(arguments, "--edition").orElse(Path.of("")),
            file(arguments, "--against").orElse(null),
            instant(arguments, "--from"),
            instant(arguments, "--to"),
            arguments.has("--json"),
            file(arguments, "--incidents").orElse(null),
            arguments
                .read("--zone", ZoneId::of, "a time zone such as Europe/Lisbon")
                .orElse(ZoneOffset.UTC),
            customer(arguments));
    options.check(arguments);
    if (!arguments.problems().isEmpty()) {
      throw new Refused(arguments.problems());
    }
    return Optional.of(options);
  }

  private void check(Arguments arguments) {
    if (!arguments.has("--edition")) {
      arguments.problem("--edition FILE is required");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      arguments.problem("--from must lie before --to");
    }
    OF_INCIDENTS.stream()
        .filter(name -> arguments.has(name) && !arguments.has("--incidents"))
        .forEach(name -> arguments.problem(name + " goes with --incidents only"));
  }

  private static Customer customer(Arguments arguments) {
    return new Customer(
        word(arguments, "--account-type", AccountType.class).orElse(AccountType.BUSINESS),
        word(arguments, "--plan", Plan.class).orElse(Plan.PREMIER),
        word(arguments, "--role", Role.class).orElse(Role.ADMIN),
        arguments.read("--region", Options::country, "two capitals such as DE").orElse(null));
  }

  private static Optional<Path> file(Arguments arguments, String name) {
    Optional<Path> file = arguments.read(name, Path::of, "a file");
    file.filter(path -> Files.isDirectory(path) || !Files.isReadable(path))
        .ifPresent(
            path ->
                arguments.problem(
                    name
                        + ": "
                        + path
                        + (Files.exists(path) ? " cannot be read as a file" : " is not there")));
    return file;
  }

  private static @Nullable Instant instant(Arguments arguments, String name) {
    return arguments
        .read(
            name,
            text -> OffsetDateTime.parse(text).toInstant(),
            "an instant with its offset such as 2026-11-01T00:00:00Z")
        .orElse(null);
  }

  private static <E extends Enum<E>> Optional<E> word(
      Arguments arguments, String name, Class<E> type) {
    return arguments.read(
        name,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
        "one of "
            + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
  }

  private static String country(String text) {
    if (!text.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("not a country");
    }
    return text;
  }
}
