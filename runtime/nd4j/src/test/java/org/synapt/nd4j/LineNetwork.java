package org.synapt.nd4j;

import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.network.Network;
import org.synapt.network.PredictionPass;
import org.synapt.network.Seed;
import org.synapt.network.Signature;
import org.synapt.network.TrainingPass;

/** A network by its signature, of one input and one output; it does not run. */
final class LineNetwork extends Network {
  private static final Signature SIGNATURE =
      Signature.of("Line")
          .input("x", 2)
          .row("y", "Dense", 0, new int[] {1}, "x")
          .output("y", "mean_squared_error", 1, new int[] {1}, new int[] {1}, "")
          .build();

  LineNetwork(Backend backend) {
    super(backend, Seed.of(1), SIGNATURE, List.of());
  }

  @Override
  public LineNetwork on(Backend backend) {
    return copyInto(new LineNetwork(backend));
  }

  @Override
  protected PredictionPass newPrediction(int capacity) {
    throw new IllegalStateException("does not run");
  }

  @Override
  protected TrainingPass newTraining(int capacity) {
    throw new IllegalStateException("does not run");
  }
}
