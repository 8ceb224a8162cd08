package dev.hourglass.ticketintake.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  @Test
  void a_reference_has_no_characters_that_look_alike_and_spells_no_word() {
    SplittableRandom random = new SplittableRandom(1);

    String drawn =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Reference.draw(random))
            .peek(reference -> assertThat(reference).matches("HG-[2-9B-DF-HJ-NP-TV-Z]{7}"))
            .map(reference -> reference.substring(3))
            .collect(Collectors.joining());

    assertThat(drawn).doesNotContain("0", "O", "1", "I", "L", "U", "A", "E");
    assertThat(drawn.chars().distinct().count()).isEqualTo(Reference.ALPHABET.length());
  }

  @Test
  void references_hardly_ever_repeat() {
    SplittableRandom random = new SplittableRandom(2);

    long distinct =
        IntStream.range(0, 10_000).mapToObj(i -> Reference.draw(random)).distinct().count();

    assertThat(distinct).isEqualTo(10_000);
  }
}
