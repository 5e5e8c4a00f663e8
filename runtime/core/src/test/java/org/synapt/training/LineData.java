package org.synapt.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.LinearNetwork;

/** Points on the line y = 2 x₀ − x₁ + ½, and networks that can learn it. */
final class LineData {
  private LineData() {}

  static Backend backend(int threads) {
    return Backends.open("java", Collections.singletonMap("threads", String.valueOf(threads)));
  }

  static LinearNetwork network() {
    return LinearNetwork.of(backend(1), 7, 2, "mean_squared_error");
  }

  static Examples points(int count) {
    Random random = new Random(7);
    float[] x = new float[count * 2];
    float[] y = new float[count];
    for (int i = 0; i < count; i++) {
      x[2 * i] = random.nextFloat();
      x[2 * i + 1] = random.nextFloat();
      y[i] = 2 * x[2 * i] - x[2 * i + 1] + 0.5f;
    }
    return Examples.of(Column.of("x", 2, x), Column.of("y", 1, y));
  }

  static Examples pointsWithTwoTargets(int count) {
    Examples points = points(count);
    Column y = points.target("y");
    return Examples.of(points.inputs(), Arrays.asList(y.named("price"), y.named("kind")));
  }

  static Trainer quiet(LinearNetwork network) {
    return Trainer.of(network).verbose(0);
  }
}
