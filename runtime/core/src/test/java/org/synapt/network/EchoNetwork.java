package org.synapt.network;

import java.util.Collections;
import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;

/** Written by hand for tests: predicts its input, and has a row for its target. */
public final class EchoNetwork extends Network {
  private static Signature signature(String target) {
    return Signature.of("Echo")
        .input("x", 1)
        .row("twice", "Formula", 0, new int[] {1}, "x")
        .row("y", "Activation", 0, new int[] {1}, "x")
        .output("y", "mean_squared_error", 1, new int[] {1}, new int[] {1}, target)
        .build();
  }

  /** A network whose target is one of its rows, {@code x} or {@code twice}. */
  public EchoNetwork(String target) {
    super(Backends.named("java"), Seed.of(7), signature(target), Collections.emptyList());
  }

  private static void scale(Buffer to, Buffer from, int count, float factor) {
    float[] values = new float[count];
    from.get(0, values, 0, count);
    for (int i = 0; i < count; i++) {
      values[i] *= factor;
    }
    to.put(0, values, 0, count);
  }

  @Override
  public Network on(Backend backend) {
    throw new AssertionError("not used by any test");
  }

  @Override
  protected PredictionPass newPrediction(int capacity) {
    return new Prediction(capacity);
  }

  @Override
  protected TrainingPass newTraining(int capacity) {
    return new Training(capacity);
  }

  private final class Prediction extends PredictionPass {
    private final Buffer x = slot(0, 1);
    private final Buffer twice = slot(1, 1);
    private final Buffer y = slot(2, 1);

    Prediction(int capacity) {
      super(EchoNetwork.this, capacity, 3, 0);
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
    public void forward(int batch) {
      row(1, batch);
      row(2, batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      if (row == 0) {
        return x;
      }
      Buffer value = row == 1 ? twice : y;
      scale(value, x, batch, row == 1 ? 2 : 1);
      return value;
    }
  }

  private final class Training extends TrainingPass {
    private final Buffer x = slot(0, 1);
    private final Buffer y = slot(1, 1);
    private final Buffer loss = slot(2, 1);
    private final Buffer share = slot(3, 1);

    Training(int capacity) {
      super(EchoNetwork.this, capacity, 4, 0);
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
      return list();
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
      scale(y, x, batch, 1);
    }

    @Override
    public void backward(int batch) {
      throw new AssertionError("not used by any test");
    }

    @Override
    protected void inputGradients(int batch) {
      throw new AssertionError("not used by any test");
    }
  }
}
