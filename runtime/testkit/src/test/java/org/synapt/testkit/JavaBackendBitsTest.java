package org.synapt.testkit;

import static org.synapt.testkit.Numbers.normal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.Interpolation;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.RandomNormal;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrent;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.Spread;
import org.synapt.kernel.Update;
import org.synapt.kernel.Windows;
import org.synapt.kernel.ZeroPadding;

/** The pure-Java backend gives the same bits with one thread, two and three. */
final class JavaBackendBitsTest {
  /** Large enough that every kernel that shares out its work does so. */
  private static final int ROWS = 401;

  private static final int COLUMNS = 507;
  private static final int FLOATS = ROWS * COLUMNS;

  private static final Formula SIGMOID =
      new Formula("sigmoid(x)", 1, "x") {
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
          reduce.sumAdd(1, FLOATS / 32, 32, x, y);
          reduce.sum(7, 800, 32, x, y.slice(2 * COLUMNS, 7 * 32));
          reduce.max(7, 800, 32, x, y.slice(4 * COLUMNS, 7 * 32));
        });
  }

  @Test
  void convolutionsDoNotDependOnTheThreads() {
    Windows windows = Windows.over(29, 31).sized(3, 3).strides(1, 2).padding(1, 1, 0, 1);
    int results = windows.count() * 24;
    for (int batch : new int[] {1, 5}) {
      for (int groups : new int[] {1, 8}) {
        check(
            (backend, x, y) -> {
              Convolution kernel = backend.kernel(Convolution.class).orElseThrow();
              Buffer weight = x.slice(101, 9 * 8 / groups * 24);
              Buffer forward = y.slice(0, batch * results);
              Buffer dx = y.slice(batch * results, batch * windows.positions() * 8);
              Buffer dweight =
                  y.slice(batch * (results + windows.positions() * 8), weight.length());
              kernel.forward(batch, windows, 8, 24, groups, x, weight, forward);
              kernel.dataGradient(batch, windows, 8, 24, groups, forward, weight, dx);
              kernel.weightGradient(batch, windows, 8, 24, groups, x, forward, dweight);
            });
      }
    }
  }

  @Test
  void poolingDoesNotDependOnTheThreads() {
    for (int batch : new int[] {1, 2}) {
      pooling(batch, Windows.over(41, 43).sized(3, 2).strides(2, 1).padding(1, 0, 1, 1), 19);
      pooling(batch, Windows.over(8, 11, 10).sized(2, 3, 3).padding(1, 0, 1, 1, 0, 0), 33);
      pooling(batch, Windows.over(1_200).sized(5).strides(2), 23);
    }
  }

  private static void pooling(int batch, Windows windows, int channels) {
    int images = batch * windows.positions() * channels;
    int results = batch * windows.count() * channels;
    check(
        (backend, x, y) -> {
          Pooling kernel = backend.kernel(Pooling.class).orElseThrow();
          Buffer saved = backend.allocate(results);
          Buffer first = y.slice(0, results);
          Buffer second = y.slice(results, images);
          kernel.max(batch, windows, channels, x, saved, first);
          kernel.maxGradient(batch, windows, channels, first, saved, second);
        });
    check(
        (backend, x, y) -> {
          Pooling kernel = backend.kernel(Pooling.class).orElseThrow();
          Buffer first = y.slice(0, results);
          Buffer second = y.slice(results, images);
          kernel.average(batch, windows, channels, x, first);
          kernel.averageGradient(batch, windows, channels, first, second);
        });
  }

  @Test
  void interpolationDoesNotDependOnTheThreads() {
    for (int inner : new int[] {1, 37, 1_100}) {
      int extent = FLOATS / 4 / inner;
      check(
          (backend, x, y) -> {
            Interpolation kernel = backend.kernel(Interpolation.class).orElseThrow();
            int floats = extent * inner;
            kernel.linear(1, extent, 3, inner, x, y);
            kernel.linearGradient(1, extent, 3, inner, x, y.slice(3 * floats, floats));
          });
    }
  }

  @Test
  void movementsDoNotDependOnTheThreads() {
    check(
        (backend, x, y) -> {
          int[] extents = {40, 41, 20};
          int[] padding = {1, 0, 2, 3, 0, 0};
          ZeroPadding kernel = backend.kernel(ZeroPadding.class).orElseThrow();
          kernel.pad(5, extents, padding, x, y);
          kernel.crop(5, extents, padding, y, x);
          Spread spread = backend.kernel(Spread.class).orElseThrow();
          spread.spread(3, 300, 200, x, y);
        });
    check((backend, x, y) -> backend.kernel(Spread.class).orElseThrow().spread(40_001, 5, 1, x, y));
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

  /** Shares of 38 examples with a thread more or less; 2 and 3 do not divide them evenly alike. */
  @Test
  void recurrentLayersDoNotDependOnTheThreads() {
    recurrent(Recurrence.Cell.SIMPLE_RNN);
    recurrent(Recurrence.Cell.LSTM);
    recurrent(Recurrence.Cell.GRU);
    recurrent(Recurrence.Cell.GRU, Recurrence.Option.RESET_AFTER);
  }

  private static void recurrent(Recurrence.Cell cell, Recurrence.Option... options) {
    Recurrence layer = Recurrence.of(cell, 9, 21, 32, GateCase.USUAL.functions(), options);
    int batch = 38;
    int columns = layer.columns();
    check(
        (backend, x, y) -> {
          Recurrent kernel = backend.kernel(Recurrent.class).orElseThrow();
          Buffer none = backend.allocate(0);
          Buffer saved = backend.allocate(batch * layer.saved());
          Buffer u = x.slice(21 * columns, 32 * columns);
          Buffer state = y.slice(0, batch * 32);
          Buffer dx = y.slice(batch * 32, batch * 9 * 21);
          Buffer dw = y.slice(batch * (32 + 9 * 21), 21 * columns);
          Buffer du = y.slice(batch * (32 + 9 * 21) + 21 * columns, 32 * columns);
          Buffer db = y.slice(batch * (32 + 9 * 21) + 53 * columns, 2 * columns);
          kernel.forward(layer, batch, x, x, u, none, none, none, none, none, saved, state);
          kernel.gradient(
              layer, batch, x, x, u, none, none, none, saved, x, dx, dw, du, db, none, none);
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
