package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.network.PredictionPass;

/** Networks whose inputs and outputs lie in memory that another library allocated. */
final class MemoryOfOthersTest {
  private static final int FEATURES = 70;
  private static final int UNITS = 30;

  /** More than a network takes at once. */
  private static final int EXAMPLES = 600;

  private static final float[] X = Site.normal(EXAMPLES * FEATURES);

  @Test
  void oneDnnReadsAndWritesWhereTheyLie() {
    try (WatchedBackend backend = new WatchedBackend(new OneDnnBackend(2, Precision.FLOAT32));
        ForeignBuffer x = new ForeignBuffer(X);
        ForeignBuffer y = new ForeignBuffer(new float[EXAMPLES * UNITS])) {
      PerceptronNetwork network = new PerceptronNetwork(backend, FEATURES, UNITS);
      float[] expected = network.predict(X);
      PredictionPass pass = network.prediction(256);
      long ownX = pass.inputs().get(0).address();
      long blank = y.put();
      backend.read().clear();
      backend.written().clear();

      network.predict(EXAMPLES, List.of(x), List.of(y));

      for (int turn = 0; turn < 3; turn++) {
        assertThat(backend.read().get(turn)).isEqualTo(x.address() + 4L * turn * 256 * FEATURES);
        assertThat(backend.written().get(turn)).isEqualTo(y.address() + 4L * turn * 256 * UNITS);
      }
      assertThat(backend.read()).hasSize(3);
      assertThat(y.put()).isEqualTo(blank);
      assertThat(Arrays.mismatch(Site.floats(y), expected)).isEqualTo(-1);
      assertThat(Arrays.mismatch(Site.floats(x), X)).isEqualTo(-1);
      assertThat(pass.inputs().get(0).address()).isEqualTo(ownX);
    }
  }

  @Test
  void readsWhatWasWrittenThereSince() {
    try (Site site = Site.of(2);
        ForeignBuffer x = new ForeignBuffer(X);
        ForeignBuffer y = new ForeignBuffer(new float[EXAMPLES * UNITS])) {
      PerceptronNetwork network = new PerceptronNetwork(site.backend(), FEATURES, UNITS);
      float[] changed = X.clone();
      for (int i = 0; i < 10; i++) {
        changed[i] += 1;
        x.put(i, changed, i, 1);
        network.predict(EXAMPLES, List.of(x), List.of(y));
        assertThat(Arrays.mismatch(Site.floats(y), network.predict(changed))).isEqualTo(-1);
      }
    }
  }

  @Test
  void predictsWhereItsInputsLay() {
    try (Site site = Site.of(2);
        ForeignBuffer x = new ForeignBuffer(X)) {
      PerceptronNetwork network = new PerceptronNetwork(site.backend(), FEATURES, FEATURES);
      float[] expected = network.predict(X);
      network.predict(EXAMPLES, List.of(x), List.of(x));
      assertThat(Arrays.mismatch(Site.floats(x), expected)).isEqualTo(-1);
    }
  }

  @Test
  void lendsFromOneBackendToAnother() {
    try (Site site = Site.of(2);
        Site elsewhere = Site.of(1);
        ForeignBuffer values = new ForeignBuffer(new float[EXAMPLES * UNITS])) {
      PerceptronNetwork network = new PerceptronNetwork(site.backend(), FEATURES, UNITS);
      Buffer x = elsewhere.copy(X);
      Buffer y = elsewhere.zeros(EXAMPLES * UNITS);
      network.predict(EXAMPLES, List.of(x), List.of(y));
      assertThat(Arrays.mismatch(Site.floats(y), network.predict(X))).isEqualTo(-1);
      network.value("y", EXAMPLES, List.of(x), values);
      assertThat(Arrays.mismatch(Site.floats(values), network.predict(X))).isEqualTo(-1);
    }
  }

  @Test
  void refusesLendersWhoseBackendIsClosed() {
    try (Site site = Site.of(2)) {
      PerceptronNetwork network = new PerceptronNetwork(site.backend(), FEATURES, UNITS);
      Site elsewhere = Site.of(1);
      Buffer x = elsewhere.copy(X);
      Buffer y = site.zeros(EXAMPLES * UNITS);
      elsewhere.close();
      assertThrows(
          IllegalStateException.class, () -> network.predict(EXAMPLES, List.of(x), List.of(y)));
      assertThat(network.predict(X)).hasLength(EXAMPLES * UNITS);
    }
  }

  @Test
  void preparesNothingForLoansOfTheSameLength() {
    try (Site site = Site.of(2);
        ForeignBuffer one = new ForeignBuffer(Arrays.copyOf(X, 100 * FEATURES));
        ForeignBuffer other = new ForeignBuffer(Arrays.copyOf(X, 100 * FEATURES));
        ForeignBuffer y = new ForeignBuffer(new float[100 * UNITS])) {
      PerceptronNetwork network = new PerceptronNetwork(site.backend(), FEATURES, UNITS);
      for (int i = 0; i < 10; i++) {
        network.predict(100, List.of(one), List.of(y));
      }
      assertThat(
              Implementations.during(
                  () -> {
                    for (int i = 0; i < 10; i++) {
                      network.predict(100, List.of(i % 2 == 0 ? one : other), List.of(y));
                    }
                  }))
          .isEmpty();
    }
  }
}
