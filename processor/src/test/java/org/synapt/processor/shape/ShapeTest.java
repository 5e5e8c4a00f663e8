package org.synapt.processor.shape;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShapeTest {
  private static final Shape SHAPE = Shape.of(-2, 16, -1, 3);

  @Test
  void readsAsItIsDeclared() {
    assertThat(SHAPE.toString()).isEqualTo("[any2, 16, any, 3]");
    assertThat(SHAPE.batched()).isEqualTo("[b, any2, 16, any, 3]");
    assertThat(Shape.of(-3).toString()).isEqualTo("[any3]");
  }

  @Test
  void countsAnExtentThatEachBatchDecidesAsOne() {
    assertThat(SHAPE.size()).isEqualTo(48);
    assertThat(SHAPE.product(0, 1)).isEqualTo(1);
    assertThat(Shape.of().size()).isEqualTo(1);
  }

  @Test
  void saysWhatMultipliesThat() {
    assertThat(SHAPE.symbols()).containsExactly(-1, -2).inOrder();
    assertThat(SHAPE.symbols(0, 2)).containsExactly(-2);
    assertThat(SHAPE.symbols(1, 2)).isEmpty();
    assertThat(Shape.of(-1, -1).symbols()).containsExactly(-1, -1);
  }

  @Test
  void countsItsElementsAsAProduct() {
    assertThat(SHAPE.count().toString()).isEqualTo("any * any2 * 48");
    assertThat(Shape.of(-1).count().toString()).isEqualTo("any");
    assertThat(Shape.of().count().toString()).isEqualTo("1");
  }

  @Test
  void dividesACountByAFactorOfIt() {
    assertThat(SHAPE.count().over(Shape.of(-1, 3).count())).isEqualTo(new Count(16, List.of(-2)));
    assertThrows(IllegalArgumentException.class, () -> SHAPE.count().over(Shape.of(-3).count()));
    assertThrows(IllegalArgumentException.class, () -> SHAPE.count().over(Count.of(5)));
  }

  @Test
  void neverCountsLessThanThereIs() {
    assertThat(Shape.of(2_000_000_000, 2_000_000_000, 2_000_000_000, -1).size())
        .isEqualTo(Long.MAX_VALUE);
  }
}
