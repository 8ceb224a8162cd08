package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static dev.hourglass.notifier.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.delivery.Causes;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.mail.Letter;
import dev.hourglass.notifier.mail.Letters;
import dev.hourglass.notifier.survey.SurveyToken;
import dev.hourglass.notifier.survey.SurveyTokens;
import dev.hourglass.notifier.ticket.KnownTicket;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every letter is also written to {@code target/letters}, for people to look at. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class LettersTest {

  private static final Pattern FROM_OUTSIDE =
      Pattern.compile(
          "(src|background)\\s*=|url\\(|<link|<script|@import", Pattern.CASE_INSENSITIVE);

  @Inject Letters letters;
  @Inject SurveyTokens tokens;

  @ParameterizedTest(name = "S34, S48, S49: a confirmation in {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Urgent | by Friday | within 1 hour of receipt | targets we work towards; they are not"
            + " guarantees",
        "de | Dringend | bis Freitag, 20. November 2026, 15:05 | innerhalb von 1 Stunde nach"
            + " Eingang | Ziele, die wir anstreben, keine Garantien",
        "da | Presserende | senest fredag den 20. november 2026, 15.05 | inden for 1 time efter"
            + " modtagelsen | mål, vi arbejder efter, ikke garantier",
        "nl | Dringend | uiterlijk vrijdag 20 november 2026, 15:05 | binnen 1 uur na ontvangst |"
            + " doelen waar we naar streven, geen garanties",
        "fr | Urgente | au plus tard le vendredi 20 novembre 2026, 15:05 | sous 1 heure à compter de"
            + " la réception | objectifs que nous nous fixons, non des garanties",
        "es | Urgente | a más tardar el viernes, 20 de noviembre de 2026, 15:05 | en un plazo de 1"
            + " hora desde la recepción | objetivos que nos proponemos, no garantías",
        "it | Urgente | entro venerdì 20 novembre 2026, 15:05 | entro 1 ora dalla ricezione |"
            + " obiettivi a cui puntiamo, non garanzie",
        "pt | Urgente | até sexta-feira, 20 de novembro de 2026, 15:05 | no prazo de 1 hora a partir"
            + " da chegada | metas que procuramos cumprir, não garantias"
      })
  void confirmation(String language, String priority, String by, String within, String honest) {
    AnyTicket ticket = anyTicket(language);
    Letter letter = write(ticket, ticket.prioritized(), "confirmation-" + language);
    for (String body : List.of(letter.text(), letter.html())) {
      assertThat(plain(body))
          .contains(ticket.reference(), "Ada Lovelace", priority, by, within, honest);
    }
    assertThat(letter.html()).contains("lang=\"" + language + "\"");
    assertThat(FROM_OUTSIDE.matcher(letter.html()).find()).isFalse();
    assertThat(letter.text()).doesNotContain("{", "<", "NOT_FOUND");
    assertThat(letter.text().lines().map(String::strip).collect(Collectors.joining("|")))
        .as("one blank line between paragraphs, none within a list")
        .doesNotContain("|||")
        .doesNotContainPattern("\\* [^|]*\\|\\|\\*");
  }

  @Test
  @DisplayName("S53, S31: business hours are said as duration; routes are named where one is shut")
  void businessHoursAndRoutes() {
    AnyTicket ticket = anyTicket("de");
    Promise promise =
        new Promise(
            "2021",
            List.of(
                target(Metric.FIRST_REPLY, Duration.ofHours(4), "24x7"),
                target(Metric.RESTORATION, Duration.ofHours(8), "hours-eu")));
    Event<TicketPrioritized> event = ticket.prioritized(promise, null);
    TicketPrioritized data = event.data();
    Event<TicketPrioritized> notEntitled =
        Event.withId(
            event.id(),
            event.source(),
            event.time(),
            1,
            new TicketPrioritized(
                data.ticketId(),
                data.occurredAt(),
                data.cause(),
                data.priority(),
                data.reasons(),
                null,
                false,
                Fixtures.notEntitled(),
                data.basis(),
                promise));
    Letter letter = write(ticket, notEntitled, "confirmation-business-hours-de");
    assertThat(plain(letter.text()))
        .contains("innerhalb von 8 Stunden Geschäftszeit", "Geschäftszeiten für Ihre Region")
        .contains("keinen Support per Webformular", "Help Center, rund um die Uhr");
  }

  @Test
  @DisplayName("K1: where nothing is promised, that is said")
  void noTargets() {
    AnyTicket ticket = anyTicket("en");
    Letter letter =
        write(ticket, ticket.prioritized(new Promise("2021", List.of()), null), "no-targets-en");
    assertThat(letter.text()).contains("Your account's plan includes no target times for you");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 14:05",
    "de, 14:05",
    "da, 14.05",
    "nl, 14:05",
    "fr, 14:05",
    "es, 14:05",
    "it, 14:05",
    "pt, 14:05"
  })
  void survey(String language, String until) {
    AnyTicket ticket = anyTicket(language);
    KnownTicket solved = known(ticket, ticket.prioritized()).hearsFact(ticket.solved(1));
    Letter letter = letters.write(delivery(ticket, DeliveryKind.SURVEY), solved);
    keep("survey-" + language, letter);
    for (int level = 1; level <= 5; level++) {
      assertThat(letter.html()).contains("?level=" + level + "\"");
      assertThat(letter.text()).contains("?level=" + level);
    }
    assertThat(FROM_OUTSIDE.matcher(letter.html()).find()).isFalse();
    assertThat(letter.text()).contains(until).doesNotContain("{", "NOT_FOUND");
  }

  @ParameterizedTest
  @DisplayName("R25: a reminder says that it is one, and has the same links")
  @CsvSource({
    "en, A reminder: how did we do?, No more surveys",
    "de, Zur Erinnerung: Wie zufrieden sind Sie?, Keine weiteren Umfragen",
    "da, En påmindelse: Hvordan klarede vi det?, Ingen flere undersøgelser",
    "nl, Een herinnering: hoe hebben we het gedaan?, Geen enquêtes meer",
    "fr, Petit rappel : que pensez-vous de notre aide ?, Ne plus recevoir d’enquêtes",
    "es, Un recordatorio: ¿qué le ha parecido nuestra ayuda?, No recibir más encuestas",
    "it, Un promemoria: com’è andata?, Non ricevere più sondaggi",
    "pt, Um lembrete: como nos saímos?, Não receber mais pesquisas"
  })
  void surveyReminder(String language, String title, String unsubscribe) {
    AnyTicket ticket = anyTicket(language);
    KnownTicket solved = known(ticket, ticket.prioritized()).hearsFact(ticket.solved(1));
    Letter survey = letters.write(delivery(ticket, DeliveryKind.SURVEY), solved);
    Letter reminder = letters.write(delivery(ticket, DeliveryKind.SURVEY_REMINDER), solved);
    keep("survey-reminder-" + language, reminder);
    assertThat(reminder.subject().replace('\u00a0', ' ')).contains(title);
    assertThat(survey.subject()).isNotEqualTo(reminder.subject());
    assertThat(survey.text()).contains(unsubscribe);
    assertThat(reminder.text()).contains(unsubscribe).doesNotContain("{", "NOT_FOUND");
    assertThat(reminder.html()).contains(unsubscribe, "?level=1\"");
    assertThat(reminder.headers())
        .isEqualTo(survey.headers())
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    assertThat(reminder.headers().get("List-Unsubscribe"))
        .startsWith("<http://localhost:8084/survey/")
        .endsWith("/unsubscribe>");
    assertThat(FROM_OUTSIDE.matcher(reminder.html()).find()).isFalse();
  }

  @Test
  @DisplayName("R25: the link of a survey is of one ticket and cycle, and expires after 28 days")
  void theLinkOfASurvey() {
    AnyTicket ticket = anyTicket("en");
    KnownTicket solved = known(ticket, ticket.prioritized()).hearsFact(ticket.solved(1));
    Letter letter = letters.write(delivery(ticket, DeliveryKind.SURVEY), solved);
    String link = letter.headers().get("List-Unsubscribe");
    String token = link.replaceFirst(".*/survey/", "").replaceFirst("/unsubscribe>", "");
    assertThat(tokens.verify(token))
        .contains(new SurveyToken(ticket.id(), 1, RECEIVED.plus(Duration.ofDays(28))));
  }

  @Test
  void theSameDeliveryIsTheSameLetter() {
    AnyTicket ticket = anyTicket("en");
    KnownTicket solved = known(ticket, ticket.prioritized()).hearsFact(ticket.solved(1));
    Delivery delivery = delivery(ticket, DeliveryKind.SURVEY);
    assertThat(letters.write(delivery, solved)).isEqualTo(letters.write(delivery, solved));
  }

  @Test
  void anImproperTicketIsAskedForTheRest() {
    AnyTicket ticket = anyTicket("en");
    KnownTicket improper =
        KnownTicket.unknown(ticket.id()).hears(ticket.created(ticket.content(false, "Help")));
    Letter letter = letters.write(delivery(ticket, DeliveryKind.COMPLETION_REQUEST), improper);
    keep("completion-request-en", letter);
    assertThat(letter.subject()).contains("We need something more from you");
    assertThat(letter.text()).contains("your account number", "a description of your question");
  }

  @Test
  void anEndlessSubjectIsCut() {
    AnyTicket ticket = anyTicket("en");
    KnownTicket known =
        KnownTicket.unknown(ticket.id())
            .hears(ticket.created(ticket.content(true, "😀".repeat(500))));
    Letter letter = letters.write(delivery(ticket, DeliveryKind.CONFIRMATION), known);
    assertThat(letter.subject().codePointCount(0, letter.subject().length())).isEqualTo(160);
    assertThat(letter.subject()).endsWith("😀…");
  }

  /** As one line, whatever is wrapped where. */
  private static String plain(String body) {
    return body.replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }

  private Letter write(AnyTicket ticket, Event<TicketPrioritized> prioritized, String name) {
    Letter letter =
        letters.write(delivery(ticket, DeliveryKind.CONFIRMATION), known(ticket, prioritized));
    keep(name, letter);
    return letter;
  }

  private static KnownTicket known(AnyTicket ticket, Event<TicketPrioritized> prioritized) {
    return KnownTicket.unknown(ticket.id())
        .hears(ticket.created())
        .hearsFact(ticket.received())
        .hearsFact(prioritized);
  }

  private static Delivery delivery(AnyTicket ticket, DeliveryKind kind) {
    return new Delivery(
        UUID.randomUUID(),
        Causes.of(ticket.id(), kind, 1),
        ticket.id(),
        kind,
        1,
        ticket.email(),
        0,
        RECEIVED);
  }

  private static void keep(String name, Letter letter) {
    try {
      Path letters = Files.createDirectories(Path.of("target", "letters"));
      Files.writeString(letters.resolve(name + ".html"), letter.html());
      Files.writeString(letters.resolve(name + ".txt"), letter.subject() + "\n\n" + letter.text());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
