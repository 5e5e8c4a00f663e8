package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;

final class Nd4jPointwiseTest {
  private static final Formula SUM =
      new Formula("x + y", 2, "x", "y") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] + x[1][j];
          }
        }
      };

  private static final Formula SIGMOID =
      new Formula("sigmoid(x + b)", 1, "x", "b") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = Functions.sigmoid(x[0][j] + x[1][j]);
          }
        }
      };

  /** Its text speaks of what is no operand. */
  private static final Formula SCALED =
      new Formula("gain * x", 1, "x") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = 3 * x[0][j];
          }
        }
      };

  private static Engine engine(boolean here, int threads) {
    Workers workers = new Workers(threads);
    return new Engine(here, workers, new JavaBackend(workers));
  }

  private static Nd4jBuffer filled(Engine engine, int floats, float first) {
    Nd4jBuffer buffer = engine.allocate(floats);
    float[] numbers = new float[floats];
    for (int i = 0; i < floats; i++) {
      numbers[i] = first + i % 17 / 8f;
    }
    buffer.put(0, numbers, 0, floats);
    return buffer;
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsAndWritesWhatBuffersStandForAtPresent(boolean here) {
    Engine engine = engine(here, 1);
    Nd4jPointwise pointwise = new Nd4jPointwise(engine);
    Nd4jBuffer x = filled(engine, 6, 1);
    Nd4jBuffer b = filled(engine, 2, -1);
    Nd4jBuffer y = engine.allocate(6);
    Nd4jBuffer otherX = filled(engine, 6, 5);
    Nd4jBuffer otherY = engine.allocate(6);
    pointwise.apply(3, 2, SIGMOID, y, x, b);
    float[] first = floats(y);

    x.borrow(otherX);
    y.borrow(otherY);
    pointwise.apply(3, 2, SIGMOID, y, x, b);
    x.giveBack();
    y.giveBack();

    assertThat(floats(y)).isEqualTo(first);
    assertThat(floats(otherY)[0]).isWithin(1e-6f).of(Functions.sigmoid(4));
    pointwise.apply(3, 2, SIGMOID, y, x, b);
    assertThat(floats(y)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void computesInJavaWhatItCannotRead(boolean here) {
    Engine engine = engine(here, 1);
    Nd4jBuffer x = filled(engine, 5_000, 1);
    float[] before = floats(x);
    new Nd4jPointwise(engine).apply(50, 100, SCALED, x, x);
    float[] after = floats(x);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isEqualTo(3 * before[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesEverythingWhereThereAreNoRows(boolean here) {
    Engine engine = engine(here, 1);
    Nd4jBuffer x = filled(engine, 5, 1);
    float[] before = floats(x);
    new Nd4jPointwise(engine).apply(0, 5, SUM, x, x, x);
    assertThat(floats(x)).isEqualTo(before);
  }

  @Test
  void givesTheSameBitsForAnyNumberOfThreads() {
    for (Formula f : new Formula[] {SUM, SIGMOID}) {
      float[][] results = new float[3][];
      for (int threads = 1; threads <= 3; threads++) {
        Engine engine = engine(true, threads);
        Nd4jBuffer x = filled(engine, 401 * 207, 1);
        Nd4jBuffer other = filled(engine, 401 * 207, -1);
        new Nd4jPointwise(engine).apply(401, 207, f, x, x, other);
        results[threads - 1] = floats(x);
        engine.workers().close();
      }
      assertWithMessage("%s with 2 threads", f).that(results[1]).isEqualTo(results[0]);
      assertWithMessage("%s with 3 threads", f).that(results[2]).isEqualTo(results[0]);
    }
  }

  @Test
  void sumsLargeMatricesWhereverTheyLie() {
    float[] here = sum(engine(true, 2));
    assertThat(here).isEqualTo(sum(engine(false, 1)));
    assertThat(here[18]).isEqualTo(1 + 1 / 8f + 2 + 1 / 8f);
  }

  private static float[] sum(Engine engine) {
    Nd4jBuffer x = filled(engine, 1 << 16, 1);
    Nd4jBuffer y = filled(engine, 1 << 16, 2);
    new Nd4jPointwise(engine).apply(1 << 8, 1 << 8, SUM, y, x, y);
    return floats(y);
  }

  @Test
  void servesBatchesOfEverySize() {
    Engine engine = engine(false, 1);
    Nd4jPointwise pointwise = new Nd4jPointwise(engine);
    Nd4jBuffer x = filled(engine, 700 * 3, 1);
    Nd4jBuffer b = filled(engine, 3, -1);
    Nd4jBuffer y = engine.allocate(700 * 3);
    for (int rows = 1; rows <= 700; rows++) {
      pointwise.apply(rows, 3, SIGMOID, y, x, b);
    }
    pointwise.apply(1, 3, SIGMOID, y, x, b);
    assertThat(floats(y)[3 * 699]).isWithin(1e-6f).of(Functions.sigmoid(699 * 3 % 17 / 8f));
  }
}
