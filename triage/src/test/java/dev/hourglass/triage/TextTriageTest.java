package dev.hourglass.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTriageTest {

  private static final TextTriage TRIAGE = TextTriage.shipped(0.6);

  @ParameterizedTest(name = "{0} {1}: {2}")
  @DisplayName("S35 S36 S37 S38: each priority is told in each language")
  @CsvSource(
      delimiter = '|',
      value = {
        "en | P1 | Nobody in the company can join any meeting, all phones are dead.",
        "en | P2 | Half of our 200 agents have choppy audio, calls drop every few minutes.",
        "en | P3 | On my laptop the virtual background flickers, the others are fine.",
        "en | P4 | How do I download a recording? There is no hurry.",
        "de | P1 | Niemand in der ganzen Firma kann sich anmelden, nichts geht mehr.",
        "de | P2 | Bei etwa der Hälfte der Kollegen bricht der Ton alle paar Minuten ab.",
        "de | P3 | Bei mir lässt sich der Klingelton nicht mehr ändern, er springt zurück.",
        "de | P4 | Wie kann ich eine Aufzeichnung herunterladen? Es eilt nicht.",
        "da | P1 | Ingen i hele virksomheden kan logge på, alle telefoner er døde.",
        "da | P2 | Halvdelen af vores 200 medarbejdere har hakkende lyd i alle opkald.",
        "da | P3 | Hos mig virker baggrunden ikke længere, de andre kan godt.",
        "da | P4 | Hvordan henter jeg en optagelse? Det haster ikke.",
        "nl | P1 | Niemand in het hele bedrijf kan inloggen, alles ligt plat.",
        "nl | P2 | Bij de helft van onze 200 medewerkers valt het geluid steeds weg.",
        "nl | P3 | Bij mij werkt de achtergrond niet meer, bij de anderen gewoon wel.",
        "nl | P4 | Hoe kan ik een opname downloaden? Er is geen haast bij.",
        "fr | P1 | Plus personne dans l'entreprise ne peut se connecter, tout est en panne.",
        "fr | P2 | La moitié de nos 200 conseillers ont un son haché, les appels se coupent.",
        "fr | P3 | Chez moi l'arrière-plan ne marche plus, les autres n'ont pas de souci.",
        "fr | P4 | Comment télécharger un enregistrement ? Rien d'urgent.",
        "es | P1 | Nadie en toda la empresa puede iniciar sesión, está todo caído.",
        "es | P2 | A la mitad de los 200 agentes se les entrecorta el audio en las llamadas.",
        "es | P3 | En mi portátil el fondo virtual no funciona, a los demás les va bien.",
        "es | P4 | ¿Cómo puedo descargar una grabación? No es urgente.",
        "it | P1 | Nessuno in tutta l'azienda riesce ad accedere, è tutto fermo.",
        "it | P2 | Metà dei nostri 200 operatori sente l'audio a scatti e le chiamate cadono.",
        "it | P3 | Sul mio portatile lo sfondo non funziona più, agli altri sì.",
        "it | P4 | Come posso scaricare una registrazione? Non c'è fretta.",
        "pt | P1 | Ninguém na empresa inteira consegue entrar, está tudo fora do ar.",
        "pt | P2 | Metade dos nossos 200 operadores tem o áudio cortado e as chamadas caem.",
        "pt | P3 | No meu computador o fundo não funciona, os outros estão bem.",
        "pt | P4 | Como posso descarregar uma gravação? Não é urgente."
      })
  void tells(String language, Priority priority, String body) {
    Decision decision = TRIAGE.decide(null, body, null);
    assertThat(decision.language()).isEqualTo(language);
    assertThat(decision.priority()).as(decision.toString()).isEqualTo(priority);
  }

  @Test
  @DisplayName("K13: a way round makes an outage less than urgent")
  void lowersWhatIsWorkedRound() {
    String outage = "Nobody in the company can join a meeting with the desktop app.";
    assertThat(decide(outage).priority()).isEqualTo(Priority.P1);
    assertThat(
            decide(outage + " Fortunately it works in the browser for now, so we get by.")
                .priority())
        .isEqualTo(Priority.P2);
  }

  @Test
  void isNotTakenInByShouting() {
    assertThat(
            decide("URGENT!!! HOW DO I CHANGE MY NAME??? I NEED TO KNOW RIGHT NOW!!!").priority())
        .isEqualTo(Priority.P4);
  }

  @Test
  void looksOnlyAtWhatTheRequesterWrote() {
    Decision decision =
        decide(
            """
            All fine since then, thank you. Where can I find the incident report?

            -----Original Message-----
            From: Ops
            Nobody can work, everything is down, no workaround!""");
    assertThat(decision.priority()).isEqualTo(Priority.P4);
  }

  @Test
  @DisplayName("reasons carry words of the shipped phrases, nothing else of what a person wrote")
  void keepsWhatPeopleWroteOutOfTheReasons() {
    Decision decision =
        decide("Nobody can call Jane Miller of Acme, all phones are dead, and Mr Xylander waits.");
    assertThat(decision.reasons())
        .extracting(Reason::text)
        .noneMatch(text -> text.matches("(?i).*(jane|miller|acme|xylander).*"))
        .anyMatch(text -> text.contains("dead"));
  }

  @Test
  void raisesInDoubtByOneLevelButNeverToUrgent() {
    for (String body :
        new String[] {"no", "Calls?", "Slow", "Something is off with calls", "Help"}) {
      Decision decision = decide(body);
      boolean raised =
          decision.reasons().stream().anyMatch(each -> each.rule().equals("text-raised-in-doubt"));
      assertThat(raised && decision.priority() == Priority.P1).isFalse();
      assertThat(!raised || decision.review()).isTrue();
    }
  }

  private static Decision decide(String body) {
    return TRIAGE.decide(null, body, null);
  }
}
