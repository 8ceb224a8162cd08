package dev.hourglass.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private final Parameters parameters = new Parameters();

  @Test
  void what_can_be_read_is_read() {
    assertThat(parameters.number("page", "7", 0, 7, 0)).isEqualTo(7);
    assertThat(parameters.number("page", null, 0, 7, 3)).isEqualTo(3);
    assertThat(parameters.value("unit", "DAYS", TimeUnit.class)).isEqualTo(TimeUnit.DAYS);
    assertThat(parameters.instant("before", "2026-11-22T13:00:00+01:00"))
        .isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(parameters.uuid("id", "01930000-0000-7000-8000-000000000001"))
        .isEqualTo(UUID.fromString("01930000-0000-7000-8000-000000000001"));
    parameters.refuseIfWrong();
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    parameters.number("size", "0", 1, 200, 50);
    parameters.value("unit", "days", TimeUnit.class);

    assertThat(errors()).extracting(ParameterError::parameter).containsExactly("size", "unit");
    assertThat(errors().get(1).allowed()).contains("DAYS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "1.0", "-1", "201", "99999999999999999999"})
  void a_number_is_whole_and_in_its_range(String text) {
    parameters.number("size", text, 0, 200, 50);

    assertThat(errors())
        .extracting(ParameterError::message)
        .containsExactly("must be a whole number from 0 to 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22T12:00:00", "tomorrow", "+12026-11-22T12:00:00Z"})
  void an_instant_has_an_offset_and_four_digits_of_a_year(String text) {
    parameters.instant("before", text);

    assertThat(errors()).hasSize(1);
  }

  @Test
  void a_uuid_is_not_guessed_from_its_beginnings() {
    parameters.uuid("id", "1-1-1-1-1");

    assertThat(errors()).hasSize(1);
  }

  @Test
  void a_long_name_is_not_said_in_full() {
    parameters.wrong("x".repeat(5000), "there is no such parameter");

    assertThat(errors().get(0).parameter()).hasSize(100);
  }

  @SuppressWarnings("unchecked")
  private List<ParameterError> errors() {
    HttpProblem[] problem = new HttpProblem[1];
    assertThatExceptionOfType(HttpProblem.class)
        .isThrownBy(parameters::refuseIfWrong)
        .satisfies(thrown -> problem[0] = thrown);
    return (List<ParameterError>) problem[0].getParameters().get("errors");
  }
}
