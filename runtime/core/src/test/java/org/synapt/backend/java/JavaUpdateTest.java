package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

final class JavaUpdateTest {
  private static final Update.Rule DESCENT =
      (from, to, parameters, gradients, state) -> {
        for (int i = from; i < to; i++) {
          parameters[i] -= 0.5f * gradients[i];
        }
      };

  @Test
  void updatesOnlyTheRange() {
    try (Workers workers = new Workers(1)) {
      float[] parameters = {1f, 1f, 1f, 1f};
      new JavaUpdate(workers)
          .apply(1, 3, DESCENT, buffer(parameters), buffer(2f, 2f, 4f, 2f), new Buffer[0]);
      assertThat(parameters)
          .usingExactEquality()
          .containsExactly(new float[] {1f, 0f, -1f, 1f})
          .inOrder();
    }
  }

  @Test
  void refusesSlices() {
    try (Workers workers = new Workers(1)) {
      Buffer whole = buffer(1f, 1f, 1f, 1f);
      Buffer slice = whole.slice(1, 3);
      JavaUpdate update = new JavaUpdate(workers);
      assertThrows(
          IllegalArgumentException.class,
          () -> update.apply(0, 3, DESCENT, whole, slice, new Buffer[0]));
      assertThrows(
          IllegalArgumentException.class,
          () -> update.apply(0, 3, DESCENT, whole.slice(0, 3), whole, new Buffer[0]));
    }
  }

  private static Buffer buffer(float... floats) {
    return new ArrayBuffer(floats, 0, floats.length);
  }
}
