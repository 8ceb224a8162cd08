package dev.hourglass.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of CONTRIBUTING.md that a program can check, each with an offender that it must catch.
 */
class ArchitectureTest {

  private static final Path ROOT = Path.of(System.getProperty("hourglass.root", ".."));
  private static final List<String> SERVICES =
      List.of("ticket-intake", "prioritizer", "sla-monitor", "notifier");

  /** Modules with things and edges. */
  private static final List<String> MODULES =
      Stream.concat(SERVICES.stream(), Stream.of("replay")).toList();

  private static final List<String> PURE = List.of("contracts", "policy", "clocks", "triage");

  /** Packages named after a technology, or that put things together. */
  private static final Set<String> EDGES =
      Set.of(
          "rest",
          "kafka",
          "postgres",
          "mail",
          "webhook",
          "json",
          "yaml",
          "csv",
          "html",
          "config",
          "health",
          "metrics",
          "logging");

  private static JavaClasses code;

  @BeforeAll
  static void readTheCode() {
    code =
        new ClassFileImporter()
            .importPaths(
                Stream.concat(
                        MODULES.stream(),
                        Stream.concat(PURE.stream(), Stream.of("inbox", "outbox", "rest")))
                    .map(module -> ROOT.resolve(Path.of(module, "target", "classes")))
                    .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticketintake.ticket",
        "ticketintake.rest",
        "ticketintake.postgres",
        "prioritizer.rest",
        "prioritizer.postgres",
        "slamonitor.ledger",
        "slamonitor.html",
        "slamonitor.rest",
        "slamonitor.postgres",
        "notifier.rest",
        "notifier.mail",
        "notifier.postgres",
        "replay.comparison",
        "replay.history",
        "replay.incident",
        "replay.kafka",
        "policy.edition",
        "policy.promise",
        "triage.concept",
        "triage.scoring",
        "triage.wording",
        "clocks.clock",
        "clocks.ledger",
        "contracts.timing",
        "inbox",
        "outbox"
      })
  void thePackagesThatTheRulesNameAreThere(String name) {
    assertThat(code.stream().map(JavaClass::getPackageName)).contains("dev.hourglass." + name);
  }

  @Test
  void aPackageNamedAfterAThingKnowsNoFramework() {
    things(MODULES.stream().map(ArchitectureTest::packageOf).toList()).check(code);
  }

  @Test
  void aThingThatUsesAFrameworkWouldBeCaught() {
    assertThatThrownBy(
            () ->
                things(List.of("dev.hourglass.conformance"))
                    .check(new ClassFileImporter().importPackages("dev.hourglass.conformance")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ObjectMapper");
  }

  @Test
  void thePureModulesKnowNoFramework() {
    classes()
        .that()
        .resideInAnyPackage(
            "dev.hourglass.policy..",
            "dev.hourglass.clocks..",
            "dev.hourglass.contracts..",
            "dev.hourglass.triage..")
        .and()
        .resideOutsideOfPackages("..json..", "..kafka..", "..yaml..", "..triage.command..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "com.github.f4b6a3.uuid..",
                "dev.hourglass.contracts..",
                "dev.hourglass.policy..",
                "dev.hourglass.clocks..",
                "dev.hourglass.triage..",
                "com.github.pemistahl.lingua.."))
        .check(code);
  }

  @Test
  void onlyTheWiringReadsTheWallClock() {
    wallClock().check(code);
  }

  @Test
  void readingTheWallClockElsewhereWouldBeCaught() {
    assertThatThrownBy(
            () -> wallClock().check(new ClassFileImporter().importClasses(Offender.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Instant.now()");
  }

  @Test
  void noPackageIsCalledCommonOrUtil() {
    noClasses()
        .should()
        .resideInAnyPackage("..common..", "..commons..", "..util..", "..utils..", "..helper..")
        .check(code);
  }

  private static ArchRule things(List<String> roots) {
    return classes()
        .that(areThingsOf(roots))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "com.github.f4b6a3.uuid..",
                    "dev.hourglass.contracts..",
                    "dev.hourglass.policy..",
                    "dev.hourglass.clocks..",
                    "dev.hourglass.triage")
                .or(areThingsOf(roots)));
  }

  private static ArchRule wallClock() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Wiring")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now");
  }

  /** The classes of a service in packages below its root that are not edges. */
  private static DescribedPredicate<JavaClass> areThingsOf(List<String> roots) {
    return DescribedPredicate.describe(
        "are things of " + roots, type -> roots.stream().anyMatch(root -> isThing(type, root)));
  }

  private static boolean isThing(JavaClass type, String root) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return root.endsWith("conformance");
    }
    return name.startsWith(root + ".")
        && Stream.of(name.substring(root.length() + 1).split("\\.")).noneMatch(EDGES::contains);
  }

  private static String packageOf(String module) {
    return "dev.hourglass." + module.replace("-", "");
  }

  /** Breaks two rules, so that a rule that matches nothing does not stay green. */
  static final class Offender {

    private final com.fasterxml.jackson.databind.ObjectMapper mapper =
        new com.fasterxml.jackson.databind.ObjectMapper();

    Instant breaksTheRule() {
      return mapper == null ? null : Instant.now();
    }
  }
}
