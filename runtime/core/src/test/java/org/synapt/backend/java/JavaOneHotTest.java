package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class JavaOneHotTest {

  @Test
  void aNumberThatIsNoClassGivesZeros() {
    float[] classes = {-1f, 3f, 0.5f, Float.NaN, 1e30f, 2f};
    float[] y = new float[18];
    new JavaOneHot().encode(6, 3, new ArrayBuffer(classes, 0, 6), new ArrayBuffer(y, 0, 18));
    float[] expected = new float[18];
    expected[17] = 1f;
    assertThat(y).usingExactEquality().containsExactly(expected).inOrder();
  }
}
