package org.synapt.progress;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.training.Callback;
import org.synapt.training.ProgressReporter;
import org.synapt.training.Trainer;

@Tag("T11")
@Tag("T12")
final class ProgressBarTest {
  private static final Examples EXAMPLES =
      Examples.of(Column.of("x", 1, new float[25]), Column.of("y", 1, new float[25]));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String[] lines(Callback callback) {
    try (StillNetwork network = new StillNetwork()) {
      Trainer.of(network)
          .batchSize(10)
          .epochs(2)
          .validationSplit(0.2)
          .verbose(0)
          .callbacks(callback)
          .fit(EXAMPLES);
    }
    return bytes.toString(StandardCharsets.UTF_8).split("\n");
  }

  @Test
  void writesFinishedBars() {
    String[] lines = lines(ProgressBar.finished(out));

    assertThat(lines).hasLength(6);
    assertThat(lines[0]).startsWith("Still on java, ");
    assertThat(lines[1]).isEqualTo("Train on 20 samples, validate on 5 samples");
    assertThat(lines[2]).isEqualTo("Epoch 1/2");
    assertThat(lines[3])
        .isEqualTo("20/20 [==============================] - 0s - loss: 0.5000 - val_loss: 0.5000");
    assertThat(lines[4]).isEqualTo("Epoch 2/2");
    assertThat(lines[5]).isEqualTo(lines[3]);
  }

  @Test
  void drawsOverWhatItDrewUntilALineIsFinished() {
    String[] lines = lines(ProgressBar.growing(out));

    assertThat(lines).hasLength(6);
    String[] drawings = lines[3].split("\r", -1);
    assertWithMessage(lines[3]).that(drawings[0]).isEmpty();
    assertThat(drawings[drawings.length - 1])
        .isEqualTo("20/20 [==============================] - 0s - loss: 0.5000 - val_loss: 0.5000");
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(ProgressReporter.class).findFirst().orElseThrow())
        .isInstanceOf(TerminalReporter.class);
  }

  @Test
  void isQuietWhereThereIsNoTerminalUnlessAsked() {
    // Builds and tests run without one.
    assertThat(new TerminalReporter().bar()).isNotInstanceOf(ProgressBar.class);

    System.setProperty(TerminalReporter.PROPERTY, "always");
    try {
      assertThat(new TerminalReporter().bar()).isInstanceOf(ProgressBar.class);
    } finally {
      System.clearProperty(TerminalReporter.PROPERTY);
    }
  }
}
