package org.synapt.csv;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.network.Initializers;
import org.synapt.network.Network;
import org.synapt.network.PredictionPass;
import org.synapt.network.Seed;
import org.synapt.network.Signature;
import org.synapt.network.TrainingPass;

/** Written by hand for tests: its loss is always one half, and it learns nothing. */
final class StillNetwork extends Network {
  private static final Signature SIGNATURE =
      Signature.of("Still")
          .input("x", 1)
          .row("y", "Dense", 1, new int[] {1}, "x")
          .output("y", "mean_squared_error", 1, new int[] {1}, new int[] {1}, "")
          .build();

  StillNetwork() {
    super(Backends.named("java"), Seed.of(7), SIGNATURE, Collections.emptyList());
    parameter("y.bias", Initializers.zeros(), 1);
  }

  @Override
  public Network on(Backend backend) {
    throw new AssertionError("not used by any test");
  }

  @Override
  protected PredictionPass newPrediction(int capacity) {
    throw new AssertionError("not used by any test");
  }

  @Override
  protected TrainingPass newTraining(int capacity) {
    return new Still(capacity);
  }

  private final class Still extends TrainingPass {
    private final float[] halves;
    private final Buffer x = slot(0, 1);
    private final Buffer y = slot(1, 1);
    private final Buffer target = slot(2, 1);
    private final Buffer loss = slot(3, 1);
    private final Buffer share = slot(4, 1);

    Still(int capacity) {
      super(StillNetwork.this, capacity, 5, 0);
      halves = new float[capacity];
      Arrays.fill(halves, 0.5f);
    }

    @Override
    public List<Buffer> inputs() {
      return list(x);
    }

    @Override
    public List<Buffer> outputs() {
      return list(y);
    }

    @Override
    public List<Buffer> targets() {
      return list(target);
    }

    @Override
    protected List<Buffer> losses() {
      return list(loss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(share);
    }

    @Override
    public void forward(int batch) {
      loss.put(0, halves, 0, batch);
    }

    @Override
    public void backward(int batch) {}

    @Override
    protected void inputGradients(int batch) {}
  }
}
