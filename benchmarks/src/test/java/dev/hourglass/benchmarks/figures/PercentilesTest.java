package dev.hourglass.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  private static final Percentiles HUNDRED = of(DoubleStream.iterate(1, n -> n + 1).limit(100));

  @Test
  void a_percentile_is_a_value_that_was_measured() {
    assertThat(HUNDRED.at(50)).isEqualTo(50);
    assertThat(HUNDRED.at(99)).isEqualTo(99);
    assertThat(HUNDRED.at(99.1)).isEqualTo(100);
    assertThat(HUNDRED.max()).isEqualTo(100);
  }

  @Test
  void of_few_values_the_99th_is_the_largest() {
    Percentiles three = of(DoubleStream.of(30, 10, 20));

    assertThat(three.at(50)).isEqualTo(20);
    assertThat(three.at(99)).isEqualTo(30);
    assertThat(three.at(0.1)).isEqualTo(10);
  }

  @Test
  void the_order_of_measuring_does_not_matter() {
    List<Double> values = new ArrayList<>(List.of(5.0, 1.0, 4.0, 2.0, 3.0));
    Collections.shuffle(values, new Random(1));

    assertThat(Percentiles.of(values).at(90)).isEqualTo(5);
  }

  @Test
  void of_nothing_nothing_is_known() {
    assertThat(of(DoubleStream.empty()).at(50)).isNaN();
    assertThat(of(DoubleStream.empty()).max()).isNaN();
  }

  @Test
  void there_is_no_percentile_of_nothing_or_of_more_than_all() {
    assertThatThrownBy(() -> HUNDRED.at(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HUNDRED.at(101)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Percentiles of(DoubleStream values) {
    return Percentiles.of(values.boxed().toList());
  }
}
