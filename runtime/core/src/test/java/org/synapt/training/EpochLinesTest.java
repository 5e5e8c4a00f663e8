package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class EpochLinesTest {

  @Test
  void writesALineForEachEpoch() {
    StringBuilder out = new StringBuilder();
    History history =
        quiet(network())
            .epochs(2)
            .validationSplit(0.2)
            .callbacks(EpochLines.to(out))
            .fit(points(10));

    String[] lines = out.toString().split("\n");
    assertThat(lines).hasLength(6);
    assertThat(lines[0]).isEqualTo("Line on java, 1 thread");
    assertThat(lines[1]).isEqualTo("Train on 8 samples, validate on 2 samples");
    assertThat(lines[2]).isEqualTo("Epoch 1/2");
    assertThat(lines[3]).matches("0s - loss: \\d\\.\\d{4} - val_loss: \\d\\.\\d{4}");
    assertThat(lines[4]).isEqualTo("Epoch 2/2");
    assertThat(lines[5]).contains(String.format(Locale.ROOT, "%.4f", history.last("loss")));
  }
}
