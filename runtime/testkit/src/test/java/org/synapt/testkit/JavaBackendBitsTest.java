package org.synapt.testkit;

import static org.synapt.testkit.Numbers.normal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.RandomNormal;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.Update;

/** The pure-Java backend gives the same bits with one thread, two and three. */
final class JavaBackendBitsTest {
  /** Large enough that every kernel that shares out its work does so. */
  private static final int ROWS = 401;

  private static final int COLUMNS = 507;
  private static final int FLOATS = ROWS * COLUMNS;

  private static final Formula SIGMOID =
      new Formula("sigmoid(x)", 1, 0) {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          float[] x0 = x[0];
          for (int j = 0; j < n; j++) {
            y[j] = Functions.sigmoid(x0[j]);
          }
        }
      };

  /** What is computed with a backend: y from x. */
  private interface Computation {
    void run(Backend backend, Buffer x, Buffer y);
  }

  @Test
  void productsDoNotDependOnTheThreads() {
    check(
        (backend, x, y) -> {
          MatMul matMul = backend.kernel(MatMul.class).orElseThrow();
          matMul.mult(ROWS, 300, COLUMNS, x, x, y);
          matMul.multAddTransA(ROWS, 300, COLUMNS, x, x, y);
          matMul.multAddTransB(ROWS, 300, COLUMNS, x, x, y);
        });
  }

  @Test
  void formulasDoNotDependOnTheThreads() {
    check(
        (backend, x, y) ->
            backend.kernel(Pointwise.class).orElseThrow().apply(ROWS, COLUMNS, SIGMOID, y, x));
  }

  @Test
  void softmaxDoesNotDependOnTheThreads() {
    check(
        (backend, x, y) ->
            backend.kernel(Softmax.class).orElseThrow().softmax(ROWS, COLUMNS, x, y));
  }

  @Test
  void sumsDoNotDependOnTheThreads() {
    check(
        (backend, x, y) -> {
          Reduce reduce = backend.kernel(Reduce.class).orElseThrow();
          reduce.sumAdd(1, ROWS, COLUMNS, x, y);
          reduce.sumAdd(ROWS, COLUMNS, 1, x, y);
        });
  }

  @Test
  void batchNormalizationsDoNotDependOnTheThreads() {
    check(
        (backend, x, y) -> {
          BatchNormalization kernel = backend.kernel(BatchNormalization.class).orElseThrow();
          Buffer vectors = backend.allocate(6 * COLUMNS);
          vectors.put(0, normal(COLUMNS), 0, COLUMNS);
          Buffer gamma = vectors.slice(0, COLUMNS);
          Buffer moving = vectors.slice(COLUMNS, COLUMNS);
          Buffer saved = vectors.slice(2 * COLUMNS, 2 * COLUMNS);
          Buffer dgamma = vectors.slice(4 * COLUMNS, COLUMNS);
          Buffer dbeta = vectors.slice(5 * COLUMNS, COLUMNS);
          kernel.forward(
              ROWS, COLUMNS, true, 0.5f, 1e-3f, x, gamma, gamma, moving, moving, saved, y);
          kernel.gradient(ROWS, COLUMNS, true, x, gamma, saved, y, dgamma, dbeta, y);
          addTo(y, moving, dgamma, dbeta);
        });
  }

  @Test
  void layerNormalizationsDoNotDependOnTheThreads() {
    check(
        (backend, x, y) -> {
          LayerNormalization kernel = backend.kernel(LayerNormalization.class).orElseThrow();
          Buffer vectors = backend.allocate(3 * COLUMNS + 2 * ROWS);
          vectors.put(0, normal(COLUMNS), 0, COLUMNS);
          Buffer gamma = vectors.slice(0, COLUMNS);
          Buffer dgamma = vectors.slice(COLUMNS, COLUMNS);
          Buffer dbeta = vectors.slice(2 * COLUMNS, COLUMNS);
          Buffer saved = vectors.slice(3 * COLUMNS, 2 * ROWS);
          kernel.forward(ROWS, COLUMNS, 1e-3f, x, gamma, gamma, saved, y);
          kernel.gradient(ROWS, COLUMNS, x, gamma, saved, y, dgamma, dbeta, y);
          addTo(y, dgamma, dbeta);
        });
  }

  /** Writes vectors over the first rows. */
  private static void addTo(Buffer y, Buffer... vectors) {
    float[] floats = new float[COLUMNS];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i].get(0, floats, 0, COLUMNS);
      y.put(i * COLUMNS, floats, 0, COLUMNS);
    }
  }

  @Test
  void drawsDoNotDependOnTheThreads() {
    check(
        (backend, x, y) -> {
          backend.kernel(RandomNormal.class).orElseThrow().fill(FLOATS, 1, 2, 3, x);
          backend.kernel(RandomMask.class).orElseThrow().fillAlpha(FLOATS, 0.4f, 5, y, x);
          backend.kernel(RandomNormal.class).orElseThrow().fill(FLOATS / 2, 1, 2, 3, y);
        });
  }

  @Test
  void updatesDoNotDependOnTheThreads() {
    check(
        (backend, x, y) ->
            backend
                .kernel(Update.class)
                .orElseThrow()
                .apply(0, FLOATS, JavaBackendBitsTest::descend, y, x, new Buffer[0]));
  }

  private static void descend(
      int from, int to, float[] parameters, float[] gradients, float[][] state) {
    for (int i = from; i < to; i++) {
      parameters[i] = parameters[i] - 0.1f * gradients[i];
    }
  }

  private static void check(Computation computation) {
    float[] alone = run(1, computation);
    Reference.same("two threads", alone, run(2, computation));
    Reference.same("three threads", alone, run(3, computation));
  }

  private static float[] run(int threads, Computation computation) {
    try (Backend backend = Backends.open("java", Map.of("threads", "" + threads))) {
      Buffer x = backend.allocate(FLOATS);
      Buffer y = backend.allocate(FLOATS);
      x.put(0, normal(FLOATS), 0, FLOATS);
      computation.run(backend, x, y);
      float[] floats = new float[FLOATS];
      y.get(0, floats, 0, FLOATS);
      return floats;
    }
  }
}
