package org.synapt.progress;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class BarLineTest {

  @Test
  void endsAsTheTutorialPrintsIt() {
    assertThat(BarLine.draw(768, 768, 412, "loss: 0.4614 - acc: 0.7878"))
        .isEqualTo("768/768 [==============================] - 0s - loss: 0.4614 - acc: 0.7878");
  }

  @Test
  void tellsHowMuchTimeIsLeftWhileItGrows() {
    assertThat(BarLine.draw(320, 768, 2_000, "loss: 0.4702"))
        .isEqualTo("320/768 [===========>..................] - ETA: 2s - loss: 0.4702");
  }

  @Test
  void beginsEmptyAndAligned() {
    assertThat(BarLine.draw(0, 60_000, 0, ""))
        .isEqualTo("    0/60000 [..............................] - ETA: 0s");
    assertThat(BarLine.draw(100, 60_000, 10, ""))
        .isEqualTo("  100/60000 [..............................] - ETA: 5s");
  }
}
