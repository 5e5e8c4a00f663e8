package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.LinearNetwork;

final class PredictionsTest {
  @Test
  void predictsEveryExampleWhateverTheBatch() {
    LinearNetwork network = LineData.network();
    Examples points = LineData.points(23);

    List<Column> whole = LineData.quiet(network).batchSize(23).predict(points);
    List<Column> parts = LineData.quiet(network).batchSize(5).predict(points);

    assertThat(whole.get(0).name()).isEqualTo("y");
    assertThat(whole.get(0).count()).isEqualTo(23);
    assertThat(parts.get(0).toArray()).isEqualTo(whole.get(0).toArray());
  }

  @Test
  void needsNoTargets() {
    LinearNetwork network = LineData.network();
    Examples points = LineData.points(4);
    Examples bare = Examples.of(points.inputs(), Collections.emptyList());

    assertThat(LineData.quiet(network).predict(bare).get(0).toArray())
        .isEqualTo(LineData.quiet(network).predict(points).get(0).toArray());
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    Trainer trainer = LineData.quiet(LineData.network());
    Column x = Column.of("x", 2, new float[] {1, Float.NaN});
    Examples bad = Examples.of(Collections.singletonList(x), Collections.emptyList());

    assertThrows(IllegalArgumentException.class, () -> trainer.predict(bad));
  }
}
