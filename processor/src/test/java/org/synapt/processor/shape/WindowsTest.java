package org.synapt.processor.shape;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class WindowsTest {
  private static final Windows WINDOWS =
      Windows.of(Window.valid(28, 5, 2, 1), Window.same(27, 3, 1, 2), Window.causal(9, 4, 1, 1));

  @Test
  void knowTheShapesOfWhatTheyMoveOverAndOfWhatComesOfIt() {
    assertThat(WINDOWS.image(7)).isEqualTo(Shape.of(28, 27, 9, 7));
    assertThat(WINDOWS.result(8)).isEqualTo(Shape.of(12, 27, 9, 8));
    assertThat(WINDOWS.kernel(7, 8)).isEqualTo(Shape.of(5, 3, 4, 7, 8));
    assertThat(WINDOWS.size()).isEqualTo(5 * 3 * 4);
  }

  @Test
  void sayHowTheyMove() {
    assertThat(WINDOWS.toString())
        .isEqualTo("[5 of 28 by 2, 3 of 27 dilated 2 padded 2+2, 4 of 9 padded 3+0]");
  }
}
