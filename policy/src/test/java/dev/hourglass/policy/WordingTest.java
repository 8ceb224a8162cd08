package dev.hourglass.policy;

import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.Note;
import dev.hourglass.policy.edition.RouteDescription;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the editions tell people beside their rules. */
class WordingTest {

  private static RouteDescription route(Edition edition, Route route) {
    return edition.wording().routes().stream()
        .filter(each -> each.route() == route)
        .findFirst()
        .orElseThrow();
  }

  private static Note note(Edition edition, String name) {
    return edition.wording().note(name).orElseThrow();
  }

  @Test
  @DisplayName(
      "S1: the Help Center is the first of the routes, around the clock, with its German address")
  void beginsWithTheHelpCenter() {
    RouteDescription first = NEW.wording().routes().get(0);
    assertThat(first.route()).isEqualTo(Route.SELF_SERVICE);
    assertThat(first.links()).containsEntry("de", "https://support.zoom.us/hc/de");
    assertThat(first.hours()).isEqualTo("24x7");
    assertThat(OLD.wording().routes().get(0).route()).isEqualTo(Route.SELF_SERVICE);
  }

  @Test
  @DisplayName(
      "S2 S3 S6 S52 S54: every route is there around the clock, Community, Bolt and live chat by name")
  void isThereAroundTheClock() {
    assertThat(NEW.wording().routes())
        .extracting(RouteDescription::route)
        .containsExactly(Route.values());
    assertThat(NEW.wording().routes()).allMatch(each -> each.hours().equals("24x7"));
    assertThat(route(NEW, Route.COMMUNITY).names()).containsEntry("de", "Community");
    assertThat(route(NEW, Route.CHATBOT).names().values()).allMatch(name -> name.contains("Bolt"));
    assertThat(route(NEW, Route.CHAT).names()).containsEntry("de", "Live-Chat");
    assertThat(note(NEW, "community").texts().get("de")).contains("Anmeldeinformationen");
  }

  @Test
  @DisplayName(
      "S5 S61: a ticket is submitted at the English address, in whatever language people read")
  void submitsAtTheEnglishAddress() {
    for (Edition edition : new Edition[] {OLD, NEW}) {
      assertThat(route(edition, Route.ONLINE_TICKET).links())
          .hasSize(1)
          .containsEntry("en", "https://support.zoom.us/hc/en-us/requests/new");
      assertThat(edition.wording().languages()).contains("de", "da", "nl");
    }
  }

  @Test
  @DisplayName("S8 S11: nobody opens a ticket by social media or e-mail: no channel, no route")
  void opensNothingByMailOrSocialMedia() {
    assertThat(Arrays.stream(Channel.values()).map(Channel::name))
        .containsExactlyInAnyOrder("WEB", "CHAT", "PHONE", "API");
    assertThat(Arrays.stream(Route.values()).map(Route::name))
        .noneMatch(name -> name.contains("MAIL") || name.contains("SOCIAL"));
    assertThat(note(NEW, "social-media").source()).contains("001:19");
    assertThat(note(OLD, "email-is-for-replies").texts().get("de"))
        .contains("per E-Mail oder live");
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @DisplayName(
      "S4 S9 S10 S12 S13 S32 S46 S49 S55 S57 S58 S59 S62 S63 S64: what the documents tell people is quoted with its source")
  @CsvSource(
      delimiter = '|',
      value = {
        "2021 | describe-in-detail     | 001:21, 004:52  | describe the question or problem in detail",
        "2021 | billing                | 001:18, 004:40  | billing support",
        "2020 | contact-support        | 003:21          | bottom of the Help Center's main page",
        "2021 | self-service-for-all   | 000:28          | abuse and billing errors by self-service, and contact sales",
        "2020 | topics                 | 003:11, 003:15  | getting started, meetings and webinars, messages",
        "2021 | account-manager        | 001:4, 004:14   | account manager about your current support plan",
        "2020 | support-ticket         | 002:9           | a perceived problem or of a question",
        "2020 | response-time          | 002:37          | targeted response time",
        "2021 | long-distance          | 001:42, 004:78  | long-distance calls",
        "2021 | billing-by-phone       | 000:44          | account number and the billing postcode",
        "2021 | technical-by-phone     | 001:23, 004:57  | personal meeting ID and your host key",
        "2020 | satisfaction           | 002:52          | a short e-mail to rate and comment",
        "2020 | other-services         | 002:56          | training, consulting, branding, execution, custom solutions, development",
        "2021 | aim                    | 001:2, 004:8    | consistently and in time",
        "2020 | suggestions            | 002:3           | welcome at any time"
      })
  void quotes(String edition, String name, String source, String english) {
    Note note = note(edition.equals("2020") ? OLD : NEW, name);
    assertThat(note.source()).isEqualTo(source);
    assertThat(note.texts().get("en")).containsIgnoringCase(english);
  }

  @Test
  @DisplayName(
      "S44 K2: the how-to says owners and administrators, 002 all paid accounts; both are kept, 002 decides")
  void keepsTheHowToBesideThePolicy() {
    assertThat(note(OLD, "owners-and-administrators").texts().get("da"))
        .startsWith("Til ejere og administratorer");
    assertThat(OLD.promises().get(0).condition().roles()).isEmpty();
    assertThat(OLD.promises().get(0).condition().accountTypes()).isEqualTo(Policies.PAID);
  }

  @Test
  @DisplayName(
      "S60: no document states a scale, a reminder or an expiry of the survey, and neither does an edition")
  void statesNothingAboutTheSurvey() {
    String said = String.join(" ", note(OLD, "satisfaction").texts().values());
    assertThat(said).doesNotContainPattern("[0-9]");
    assertThat(NEW.wording().note("satisfaction")).isEmpty();
  }
}
