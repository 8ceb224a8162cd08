package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.bounce.Bounces;
import dev.hourglass.notifier.mail.BounceMailbox;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mails that come back after they were accepted. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class BounceTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String SECRET = "a-secret-of-the-tests";

  @Inject Bounces bounces;

  @Test
  @DisplayName("S48: a confirmation that comes back is taken back, once however often that is said")
  void bounced() {
    AnyTicket ticket = confirmed();
    String notice = notice(ticket, "failed", "5.1.1", messageId(ticket));
    hear(notice, 202, "BOUNCED");
    hear(notice, 202, "KNOWN");
    await().atMost(SOON).until(() -> facts(ticket).size() == 2);
    assertThat(facts(ticket))
        .extracting(said -> said.data().getClass().getSimpleName())
        .containsExactly("ConfirmationDelivered", "DeliveryFailed");
    DeliveryFailed failed = (DeliveryFailed) facts(ticket).get(1).data();
    ConfirmationDelivered delivered = (ConfirmationDelivered) facts(ticket).get(0).data();
    assertThat(failed.reason()).isEqualTo("BOUNCED_5_1_1");
    assertThat(failed.deliveryId()).isEqualTo(delivered.deliveryId());
    assertThat(states(ticket)).containsExactly("BOUNCED");
    assertThat(Inbox.of(ticket.email())).as("R24: a notice makes no mail").hasSize(1);
  }

  @Test
  void aDelayIsNotedAndTakesNothingBack() {
    AnyTicket ticket = confirmed();
    hear(notice(ticket, "delayed", "4.4.1", messageId(ticket)), 202, "NOTED");
    assertThat(states(ticket)).containsExactly("SENT");
    assertThat(facts(ticket)).hasSize(1);
  }

  @Test
  @DisplayName("a notice that does not show its mail is about the last one to that recipient")
  void byRecipient() {
    AnyTicket ticket = confirmed();
    hear(notice(ticket, "failed", "5.2.1", null), 202, "BOUNCED");
    assertThat(states(ticket)).containsExactly("BOUNCED");
  }

  @Test
  void aNoticeThatIsNotAboutUsIsUnknown() {
    AnyTicket ticket = confirmed();
    hear(
        notice(ticket, "failed", "5.1.1", "<" + "0".repeat(32) + "@hourglass.example>"), 404, null);
    hear(notice(ticket, "failed", "5.1.1", "<1@elsewhere.example>"), 404, null);
    assertThat(states(ticket)).containsExactly("SENT");
  }

  @Test
  void onlyWhoKnowsTheSecretIsHeardAndOnlyNoticesAre() {
    AnyTicket ticket = confirmed();
    String notice = notice(ticket, "failed", "5.1.1", messageId(ticket));
    assertThat(posted(notice, "").statusCode()).isEqualTo(401);
    assertThat(posted(notice, "Bearer guess").statusCode()).isEqualTo(401);
    assertThat(posted(notice, "Bearer guess").contentType()).contains("problem+json");
    hear("Subject: I am out of office\r\n\r\nBack on Monday.\r\n", 422, null);
    hear(notice.replace("multipart/report", "multipart/mixed"), 422, null);
    hear("x".repeat(300_000), 413, null);
    assertThat(states(ticket)).containsExactly("SENT");
  }

  @Test
  @DisplayName("notices in a mailbox are heard and marked as seen; other mails are left alone")
  void mailbox() throws Exception {
    AnyTicket ticket = confirmed();
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap").dynamicPort());
    server.start();
    try {
      GreenMailUser user = server.setUser("support@hourglass.example", "support", "secret");
      put(user, "Subject: A question\r\n\r\nHello?\r\n");
      put(user, notice(ticket, "failed", "5.1.1", messageId(ticket)));
      BounceMailbox mailbox =
          new BounceMailbox(
              bounces,
              new BounceMailbox.Account(
                  "127.0.0.1", server.getImap().getPort(), "support", "secret", false, "INBOX"),
              Duration.ofSeconds(20));
      assertThat(mailbox.look()).isEqualTo(2);
      assertThat(mailbox.look()).as("all are seen").isZero();
      assertThat(server.getReceivedMessages()).as("none is lost").hasSize(2);
    } finally {
      server.stop();
    }
    assertThat(states(ticket)).containsExactly("BOUNCED");
    await().atMost(SOON).until(() -> facts(ticket).size() == 2);
  }

  private static void put(GreenMailUser user, String mail) throws Exception {
    byte[] source = mail.getBytes(StandardCharsets.UTF_8);
    user.deliver(new MimeMessage(null, new ByteArrayInputStream(source)));
  }

  private static void hear(String notice, int status, String heard) {
    Response response = posted(notice, "Bearer " + SECRET);
    assertThat(response.statusCode()).isEqualTo(status);
    if (heard != null) {
      assertThat(response.<String>path("heard")).isEqualTo(heard);
    }
  }

  private static Response posted(String notice, String authorization) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("message/rfc822", ContentType.TEXT)))
        .contentType("message/rfc822")
        .header("Authorization", authorization)
        .body(notice)
        .post("/bounces");
  }

  /** As Postfix writes it; without the mail's headers where there is no id. */
  private static String notice(AnyTicket ticket, String action, String status, String messageId) {
    String returned =
        messageId == null
            ? ""
            : """
              --B
              Content-Type: text/rfc822-headers

              From: support@hourglass.example
              Message-ID: %s

              """
                .formatted(messageId);
    return """
        Return-Path: <>
        From: MAILER-DAEMON@customer.example
        To: support@hourglass.example
        Message-ID: <%s-%s@customer.example>
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B"

        --B
        Content-Type: text/plain

        I'm sorry.

        --B
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.customer.example

        Final-Recipient: rfc822; %s
        Original-Recipient: rfc822;%s
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 5.1.1 unknown

        %s--B--
        """
        .formatted(ticket.id(), action, ticket.email(), ticket.email(), action, status, returned)
        .replace("\n", "\r\n");
  }

  private static String messageId(AnyTicket ticket) {
    return Inbox.of(ticket.email()).get(0).headers().get("Message-ID");
  }

  private static AnyTicket confirmed() {
    AnyTicket ticket = anyTicket();
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    await().atMost(SOON).until(() -> facts(ticket).size() == 1);
    return ticket;
  }

  private static List<Event<Fact>> facts(AnyTicket ticket) {
    return Broker.said(Topics.TIMINGS, ticket.id(), "notifier");
  }

  private static List<String> states(AnyTicket ticket) {
    return get("/deliveries?ticketId=" + ticket.id()).path("items.state");
  }
}
