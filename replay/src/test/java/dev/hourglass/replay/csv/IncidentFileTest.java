package dev.hourglass.replay.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentFileTest {

  private static final Path LOG = Path.of("src", "test", "resources", "incidents.csv");

  @TempDir Path directory;

  @Test
  void rows_that_cannot_be_read_are_counted_and_named_and_all_others_are_read() throws Exception {
    IncidentFile file = IncidentFile.read(LOG, ZoneOffset.UTC);

    assertThat(file.rows()).hasSize(31);
    assertThat(file.unreadable().count()).isEqualTo(9);
    assertThat(file.unreadable().first())
        .containsExactly(
            "line 6: incident_state '-100' is unknown",
            "line 7: sys_updated_at '31/2/2016 12:30' is no date such as 29/2/2016 06:58",
            "line 8: has 2 cells where the header has 36 columns",
            "line 9: priority '5 - Planning' is none of 1 to 4",
            "line 37: made_sla 'maybe' is neither true nor false",
            "line 38: has no number",
            "line 39: is not CSV; is a quote left open?",
            "line 40: sys_mod_count 'many' is no count",
            "line 41: sys_updated_at '2016-02-01 12:30' is no date such as 29/2/2016 06:58");
  }

  @Test
  void only_the_first_ten_are_named() throws Exception {
    String text = Files.readString(LOG) + "INC1\n".repeat(50);

    IncidentFile file =
        IncidentFile.read(write(text.getBytes(StandardCharsets.UTF_8)), ZoneOffset.UTC);

    assertThat(file.unreadable().count()).isEqualTo(59);
    assertThat(file.unreadable().first()).hasSize(10);
  }

  @Test
  void the_dates_are_of_the_zone_that_is_stated() throws Exception {
    IncidentFile file = IncidentFile.read(LOG, ZoneId.of("Asia/Kolkata"));

    assertThat(file.rows().get(0).openedAt()).isEqualTo(Instant.parse("2016-02-01T03:30:00Z"));
  }

  @Test
  void a_packed_file_is_the_same_file() throws Exception {
    IncidentFile plain = IncidentFile.read(LOG, ZoneOffset.UTC);

    IncidentFile packed = IncidentFile.read(write(packed()), ZoneOffset.UTC);

    assertThat(packed.rows()).isEqualTo(plain.rows());
    assertThat(packed.unreadable().first()).isEqualTo(plain.unreadable().first());
  }

  @Test
  void a_packed_file_that_breaks_off_says_so() throws Exception {
    byte[] whole = packed();

    IncidentFile cut =
        IncidentFile.read(write(Arrays.copyOf(whole, whole.length - 9)), ZoneOffset.UTC);

    assertThat(cut.rows()).isNotEmpty();
    assertThat(cut.unreadable().first()).anyMatch(each -> each.endsWith("breaks off"));
  }

  @Test
  void a_header_without_the_columns_is_refused_with_all_of_them() {
    assertThatThrownBy(
            () ->
                IncidentFile.read(
                    write("number,priority\n".getBytes(StandardCharsets.UTF_8)), ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the header has no column incident_state, sys_mod_count, made_sla, opened_at,"
                + " sys_updated_at");
  }

  private static byte[] packed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(Files.readAllBytes(LOG));
    }
    return bytes.toByteArray();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("log"), bytes);
  }
}
