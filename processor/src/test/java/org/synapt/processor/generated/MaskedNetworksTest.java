package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.optimizer.SGD;
import org.synapt.processor.gradient.GradientCheck;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;

/** Networks some steps of which do not count. */
@Tag("L14")
final class MaskedNetworksTest {
  /** The same layers over sequences of so many steps. */
  private static String tagger(String name, int steps) {
    return """
        /** A class for each step. */
        @Network
        interface %s {
          @Input(shape = {%s, 2})                        Tensor x();
          @Masking(maskValue = -1)                       Tensor steps();
          @LSTM(units = 3, returnSequences = true)       Tensor states();
          @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
          @Dense(units = 3, activation = SOFTMAX)        Tensor kind();
        }
        """
        .formatted(name, steps);
  }

  private static final Compiled COMPILED =
      Compiled.of(Samples.file(tagger("Padded", 6)), Samples.file(tagger("Whole", 4)));

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  @Test
  void hasGradientsThatAgreeWithCentralDifferences() {
    GradientCheck.checkNetwork(COMPILED.training("samples.Padded"), 13);
  }

  /** Sequences of 4 steps, in rows of as many as there are; what is behind them is padding. */
  private static Examples sequences(int steps, int count, float paddedKind) {
    Random random = new Random(3);
    float[] x = new float[count * steps * 2];
    float[] kinds = new float[count * steps];
    Arrays.fill(x, -1);
    Arrays.fill(kinds, paddedKind);
    for (int example = 0; example < count; example++) {
      for (int step = 0; step < 4; step++) {
        int at = example * steps + step;
        x[2 * at] = random.nextFloat();
        x[2 * at + 1] = random.nextFloat();
        kinds[at] = x[2 * at] > x[2 * at + 1] ? 1 : 0;
      }
    }
    return Examples.of(
        List.of(Column.of("x", steps * 2, x)), List.of(Column.of("kind", steps, kinds)));
  }

  private static void train(Network network, Examples examples) {
    Trainer.of(network)
        .optimizer(SGD.withLearningRate(0.5f))
        .batchSize(8)
        .epochs(5)
        .verbose(0)
        .fit(examples);
  }

  @Test
  void learnsTheSameFromPaddedSequencesAsFromWhatIsInThem() {
    Network padded = network("Padded");
    Network whole = network("Whole");

    train(padded, sequences(6, 20, 2));
    train(whole, sequences(4, 20, 2));

    for (Parameter parameter : whole.parameters()) {
      Comparison.compare(
          parameter.name(), padded.parameter(parameter.name()).get(), doubles(parameter.get()));
    }
  }

  private static double[] doubles(float... floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  @Test
  void measuresNothingButTheStepsThatCount() {
    Network padded = network("Padded");
    Network whole = network("Whole");
    train(padded, sequences(6, 20, 2));
    for (Parameter parameter : whole.parameters()) {
      parameter.set(padded.parameter(parameter.name()).get());
    }

    Evaluation ofWhole = Evaluation.of(whole, sequences(4, 20, 2));
    for (float kind : new float[] {0, 2}) {
      Evaluation ofPadded = Evaluation.of(padded, sequences(6, 20, kind));
      assertWithMessage("accuracy with padding of class %s", kind)
          .that(ofPadded.value("acc"))
          .isEqualTo(ofWhole.value("acc"));
      assertThat(ofPadded.loss()).isWithin(1e-6).of(ofWhole.loss());
    }
    assertThat(ofWhole.value("acc")).isGreaterThan(0.5);
  }

  @Test
  void learnsNothingFromExamplesThatAreAllPadding() {
    Network network = network("Padded");
    float[] x = new float[3 * 12];
    Arrays.fill(x, -1);
    float[] before = values(network);

    Examples nothing =
        Examples.of(
            List.of(Column.of("x", 12, x)), List.of(Column.of("kind", 6, new float[3 * 6])));
    assertThat(Evaluation.of(network, nothing).loss()).isEqualTo(0);
    train(network, nothing);

    assertThat(values(network)).isEqualTo(before);
  }

  private static float[] values(Network network) {
    float[] values = new float[network.values().length()];
    network.values().get(0, values, 0, values.length);
    return values;
  }
}
