package dev.hourglass.benchmarks.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hourglass.benchmarks.delivery.AcceptedMail;
import dev.hourglass.sandbox.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailRelayTest {

  private static final String FIRST = "Message-ID: <1@x>\r\n\r\nfirst\r\n.dot\r\n";
  private static final String SECOND = "Message-ID: <2@x>\r\n\r\nsecond\r\n";

  @TempDir private Path directory;

  @Test
  void takes_what_the_plain_sender_sends_and_remembers_who_got_which() throws IOException {
    Path spool = directory.resolve("mails");
    try (MailRelay relay = new MailRelay(Ports.anyFree(), spool)) {
      send(relay, 3);

      assertThat(relay.accepted())
          .extracting(AcceptedMail::recipient, AcceptedMail::messageId)
          .containsExactly(
              tuple("plain-0@benchmark.example", "<1@x>"),
              tuple("plain-1@benchmark.example", "<2@x>"),
              tuple("plain-2@benchmark.example", "<1@x>"));
      assertThat(relay.acceptedAfter(2)).hasSize(1);
      assertThat(Files.readString(spool)).isEqualTo(FIRST + SECOND + FIRST);
    }
  }

  @Test
  void told_not_to_keep_them_it_still_counts() throws IOException {
    Path spool = directory.resolve("mails");
    try (MailRelay relay = new MailRelay(Ports.anyFree(), spool)) {
      relay.keep(false);
      send(relay, 2);

      assertThat(relay.count()).isEqualTo(2);
      assertThat(relay.sample()).hasSize(2);
      assertThat(spool).isEmptyFile();
    }
  }

  @Test
  void does_what_it_is_told_at_the_next_mail_and_only_then() {
    try (MailRelay relay = new MailRelay(Ports.anyFree(), directory.resolve("mails"))) {
      AtomicInteger countedAt = new AtomicInteger();
      send(relay, 1);
      relay.atNext(() -> countedAt.addAndGet(relay.count()));
      send(relay, 2);

      assertThat(countedAt).hasValue(2);
    }
  }

  @Test
  void while_it_is_shut_no_sender_is_answered() throws Exception {
    try (MailRelay relay = new MailRelay(Ports.anyFree(), directory.resolve("mails"))) {
      relay.shut();
      CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(relay, 2));
      assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(relay.count()).isZero();

      relay.open();

      sending.get(30, TimeUnit.SECONDS);
      assertThat(relay.count()).isEqualTo(2);
    }
  }

  private static void send(MailRelay relay, int count) {
    try (PlainSender sender = new PlainSender(relay.port())) {
      sender.send(
          List.of(
              FIRST.getBytes(StandardCharsets.US_ASCII),
              SECOND.getBytes(StandardCharsets.US_ASCII)),
          count);
    }
  }
}
