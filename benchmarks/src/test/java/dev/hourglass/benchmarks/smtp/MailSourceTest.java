package dev.hourglass.benchmarks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailSourceTest {

  @Test
  void the_message_id_is_found_however_it_is_written_and_folded() {
    assertThat(messageId("Subject: a\r\nMessage-ID: <1@x>\r\n\r\ntext\r\n")).isEqualTo("<1@x>");
    assertThat(messageId("message-id:\r\n <1@x>\r\nSubject: a\r\n\r\ntext\r\n")).isEqualTo("<1@x>");
  }

  @Test
  void what_the_body_or_another_header_says_is_no_message_id() {
    assertThat(messageId("Subject: a\r\n\r\nMessage-ID: <1@x>\r\n")).isEmpty();
    assertThat(messageId("In-Reply-To: <2@x>\r\nX-Message-ID: <3@x>\r\n\r\ntext\r\n")).isEmpty();
  }

  @Test
  void lines_that_begin_with_a_dot_get_another_and_the_end_is_a_line_of_its_own() {
    assertThat(transparent(".a\r\nb.\r\n..\r\n")).isEqualTo("..a\r\nb.\r\n...\r\n.\r\n");
    assertThat(transparent("a")).isEqualTo("a\r\n.\r\n");
  }

  private static String messageId(String mail) {
    return MailSource.messageId(mail.getBytes(StandardCharsets.US_ASCII));
  }

  private static String transparent(String mail) {
    byte[] sent = MailSource.transparent(mail.getBytes(StandardCharsets.US_ASCII));
    return new String(sent, StandardCharsets.US_ASCII);
  }
}
