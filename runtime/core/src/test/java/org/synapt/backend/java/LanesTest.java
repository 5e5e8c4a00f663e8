package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LanesTest {

  @Test
  void sumsInTheStatedOrder() {
    Random random = new Random(7);
    for (int n = 0; n < 40; n++) {
      float[] x = new float[n + 5];
      for (int j = 0; j < x.length; j++) {
        x[j] = (float) random.nextGaussian();
      }
      float[] lanes = new float[8];
      for (int j = 0; j < n; j++) {
        lanes[j % 8] += x[3 + j];
      }
      float left = (lanes[0] + lanes[4]) + (lanes[2] + lanes[6]);
      float right = (lanes[1] + lanes[5]) + (lanes[3] + lanes[7]);
      assertWithMessage("%s floats", n).that(Lanes.sum(x, 3, n)).isEqualTo(left + right);
    }
  }

  @Test
  void findsTheLargestWhereverItIs() {
    for (int n = 1; n < 20; n++) {
      for (int j = 0; j < n; j++) {
        float[] x = new float[n + 4];
        Arrays.fill(x, 2, 2 + n, -9f);
        x[2 + j] = -5f;
        assertThat(Lanes.max(x, 2, n)).isEqualTo(-5f);
      }
    }
  }

  @Test
  void keepsNotANumber() {
    for (int j = 0; j < 7; j++) {
      float[] x = new float[7];
      x[j] = Float.NaN;
      assertThat(Lanes.max(x, 0, 7)).isNaN();
      assertThat(Lanes.sum(x, 0, 7)).isNaN();
    }
  }
}
