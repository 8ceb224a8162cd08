package dev.hourglass.ticketintake.thanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThanksWordsTest {

  private static final List<String> ALL = List.of("en", "de", "da", "nl", "fr", "es", "it", "pt");
  private static final ThanksWords WORDS = ThanksFiles.of(ALL, List.of());
  private static final Instant SOLVED = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @DisplayName("R14: these are only thanks")
  @ValueSource(
      strings = {
        "Thanks",
        "thanks!",
        "THANK YOU SO MUCH!!!",
        "Thanks a lot for your quick help.",
        "Great, thank you! 👍🏽",
        "Thx :-)",
        "Hi team,\n\nit works now. Many thanks for your support and have a nice weekend!\n\n"
            + "Best regards\nAda Lovelace",
        "Thank you\n-- \nAda Lovelace\nACME Corp., +44 20 7946 0000",
        "Thanks!\n\nOn Mon, 23 Nov 2026 at 10:00, Support <help@x.example> wrote:\n"
            + "> It should be up again.\n> Is it still down?\n",
        "> try again\n\nthat worked – thanks 🙏❤️",
        "Vielen Dank für Ihre schnelle Hilfe! Schönes Wochenende\n\nMit freundlichen Grüßen\nAda",
        "Dankeschön, danke schön!",
        "Super, danke, läuft wieder. LG",
        "Tusind tak for hjælpen, det virker nu. Mvh Ada",
        "Heel erg bedankt voor de snelle reactie! Groetjes, Ada",
        "Merci beaucoup pour votre aide. Bonne journée",
        "Je vous remercie ! Ca marche maintenant.",
        "¡Muchas gracias por su ayuda! Ya funciona.",
        "Grazie mille per l’aiuto, buona giornata",
        "Muito obrigado pela ajuda! Tudo resolvido.",
      })
  void these_are_only_thanks(String message) {
    assertThat(WORDS.isOnlyThanks(message, "Ada Lovelace")).as(message).isTrue();
  }

  @ParameterizedTest
  @DisplayName("R14: these say more than thanks, or something else")
  @ValueSource(
      strings = {
        "Thanks, but it is still down",
        "thanks but it is still down",
        "Thanks. It is down again.",
        "Again! Thanks.",
        "Thanks for nothing",
        "No thanks",
        "Yes, thanks",
        "Yes please, thank you",
        "Thanks in advance",
        "Thank you?",
        "Thanks, when will it be deployed?",
        "Thanks :-(",
        "Thanks 🙄",
        "Thanks 👎",
        "Thanks 404",
        "It works now",
        "Great, have a nice day",
        "Best regards\nAda Lovelace",
        "👍",
        "",
        " \n\t",
        "> thanks",
        "Thanks!\n--\nstill down",
        "Thanks! Error 500 here:\n> GET /meetings",
        "On Monday it was down again, they wrote:\n> thanks",
        "Thanks\n\n-----Original Message-----\nFrom: Support\nStill down!",
        "Danke, aber es geht nicht",
        "Danke, geht es auch schneller?",
        "Vielen Dank im Voraus",
        "Tak, men det virker stadig ikke",
        "Bedankt, maar het werkt nog niet",
        "Merci, mais ça ne marche pas",
        "Gracias, pero no funciona",
        "Grazie, ma non funziona",
        "Obrigado, mas não funciona",
        "dziękuję",
      })
  void these_say_more(String message) {
    assertThat(WORDS.isOnlyThanks(message, "Ada Lovelace")).as(message).isFalse();
  }

  @Test
  @DisplayName("R14: a name signs a message, and only that of whoever wrote it")
  void a_name_signs_a_message() {
    assertThat(WORDS.isOnlyThanks("Thanks, Ada", "Ada Lovelace")).isTrue();
    assertThat(WORDS.isOnlyThanks("Thanks, Ada", "Grace Hopper")).isFalse();
    assertThat(WORDS.isOnlyThanks("Thanks, Ada", null)).isFalse();
    assertThat(WORDS.isOnlyThanks("Ada", "Ada Lovelace")).isFalse();
  }

  @Test
  @DisplayName("R14: what counts as thanks is data")
  void what_counts_is_data() {
    ThanksWords more = ThanksFiles.of(List.of("en"), List.of("Dziękuję", "+ miłego dnia"));
    assertThat(more.isOnlyThanks("dziekuje, miłego dnia!", null)).isTrue();
    assertThat(more.isOnlyThanks("miłego dnia", null)).isFalse();
    assertThat(more.isOnlyThanks("Vielen Dank", null)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThanksFiles.of(List.of("tlh"), List.of()))
        .withMessageContaining("tlh");
  }

  @Test
  @DisplayName("R14: thanks count up to so long after the solve, and not a moment longer")
  void both_sides_of_the_time() {
    ThanksPolicy policy = new ThanksPolicy(WORDS, Duration.ofMinutes(30));
    Instant last = SOLVED.plus(Duration.ofMinutes(30));

    assertThat(policy.isThanks("Thanks", null, SOLVED, last)).isTrue();
    assertThat(policy.isThanks("Thanks", null, SOLVED, last.plusMillis(1))).isFalse();
    assertThat(policy.isThanks("Thanks", null, null, last.plusMillis(1))).isTrue();
    assertThat(policy.isThanks("It is down", null, SOLVED, SOLVED)).isFalse();
    ThanksPolicy never = new ThanksPolicy(WORDS, Duration.ZERO);
    assertThat(never.isThanks("Thanks", null, SOLVED, SOLVED.plusMillis(1))).isFalse();
  }

  @Test
  void a_long_message_is_read_quickly_and_is_not_thanks() {
    assertThat(WORDS.isOnlyThanks("thanks ".repeat(2_800), null)).isFalse();
    assertThat(WORDS.isOnlyThanks("On 1 ".repeat(4_000) + "\n> thanks", null)).isFalse();
    assertThat(WORDS.isOnlyThanks("thank you ".repeat(99), null)).isTrue();
  }
}
