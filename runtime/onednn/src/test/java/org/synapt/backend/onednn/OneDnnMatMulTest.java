package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;

/** Products on oneDNN. */
final class OneDnnMatMulTest {

  @Test
  void multiplies() {
    try (Engine engine = new Engine(2, Precision.FLOAT32)) {
      Buffer memory = new NativeBuffer(new NativeMemory(engine.ledger(), 100), 0, 100);
      memory.put(3, new float[] {1, 2, 3, 4, 5, 6}, 0, 6);
      OneDnnMatMul product = new OneDnnMatMul(engine);
      Buffer c = memory.slice(20, 4);
      product.mult(2, 3, 2, memory.slice(3, 6), memory.slice(3, 6), c);
      float[] result = new float[4];
      c.get(0, result, 0, 4);
      assertThat(result).usingExactEquality().containsExactly(22, 28, 49, 64).inOrder();
      assertThat(OpenMp.canBeTold()).isTrue();
    }
  }
}
