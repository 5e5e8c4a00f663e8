package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.training.LineData.backend;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.Adam;
import org.synapt.persistence.ParameterFile;
import org.synapt.persistence.Transfer;
import org.synapt.persistence.TransferReport;

/** Much data of one task, little of another that is like it. */
final class TransferLearningTest {
  private static final String LOSS = "mean_squared_error";

  @TempDir Path folder;

  private static LinearNetwork trainedOnMuch() {
    LinearNetwork much = LinearNetwork.of("Much", backend(1), 7, 2, LOSS, "line");
    quiet(much)
        .optimizer(Adam.withLearningRate(0.05))
        .epochs(60)
        .fit(Examples.of(points(100).input("x"), points(100).target("y").named("line")));
    return much;
  }

  @Test
  @Tag("P9")
  void beginsWhereAnotherNetworkEnded() throws IOException {
    Path file = folder.resolve("much.safetensors");
    ParameterFile.save(trainedOnMuch(), file);
    LinearNetwork fresh = LinearNetwork.of(backend(1), 3, 2, LOSS);
    LinearNetwork taught = LinearNetwork.of(backend(1), 3, 2, LOSS);

    TransferReport report = Transfer.from(file).rename("line", "y").into(taught);

    assertThat(report.taken()).containsExactly("y");
    double alone = quiet(fresh).epochs(3).fit(points(10)).last("loss");
    double helped = quiet(taught).epochs(3).fit(points(10)).last("loss");
    assertThat(alone).isGreaterThan(0.1);
    assertThat(helped).isLessThan(0.01);
  }

  @Test
  @Tag("P8")
  void learnsFromWhatALayerOfAnotherNetworkMakes() {
    LinearNetwork much = trainedOnMuch();
    float[] before = TrainerTest.bytes(much);
    Examples few = points(10);
    float[] x = new float[20];
    few.input("x").copy(0, 10, x, 0);
    float[] features = much.prediction(10).value("line", 10, new float[][] {x});
    LinearNetwork head = LinearNetwork.of(backend(1), 3, 1, LOSS);

    History history =
        quiet(head)
            .optimizer(Adam.withLearningRate(0.1))
            .epochs(100)
            .fit(
                Examples.of(
                    Collections.singletonList(Column.of("x", 1, features)),
                    Arrays.asList(few.target("y"))));

    assertThat(history.last("loss")).isLessThan(0.01);
    assertThat(TrainerTest.bytes(much)).isEqualTo(before);
  }
}
