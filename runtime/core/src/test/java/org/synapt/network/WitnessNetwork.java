package org.synapt.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;

/**
 * Written by hand for tests: notes in which arrays its values lie while it runs.
 *
 * <pre>
 * a [2], b []   →   total = a₀ + a₁ + b,  echo = a,  twice = 2 · total,  again = twice
 * </pre>
 *
 * <p>{@code echo} lies where {@code a} does and {@code again} where {@code twice} does; {@code
 * total} is written before {@code a} and {@code b} are read.
 */
final class WitnessNetwork extends Network {
  /** Where a, b, total and twice lay in the runs so far. */
  final List<float[]> arrays = new ArrayList<>();

  private static Signature rows() {
    Signature.Builder signature = Signature.of("Witness").input("a", 2).input("b");
    signature.row("total", "Add", 2, new int[0], "a", "b");
    signature.row("echo", "Reshape", 0, new int[] {2}, "a");
    signature.row("twice", "Formula", 0, new int[0], "total");
    signature.row("again", "Reshape", 0, new int[] {1}, "twice");
    signature.output("total", "mean_squared_error", 1, new int[0], new int[0], "");
    signature.output("echo", "mean_squared_error", 1, new int[] {2}, new int[] {2}, "");
    signature.output("twice", "mean_squared_error", 1, new int[0], new int[0], "");
    signature.output("again", "mean_squared_error", 1, new int[] {1}, new int[] {1}, "");
    return signature.build();
  }

  private final Parameter weight;

  WitnessNetwork() {
    this(Backends.named("java"));
  }

  private WitnessNetwork(Backend backend) {
    super(backend, Seed.of(7), rows(), Collections.emptyList());
    weight = weight("total.weight", Initializers.ones(), 2);
  }

  @Override
  public Network on(Backend backend) {
    return copyInto(new WitnessNetwork(backend));
  }

  @Override
  protected PredictionPass newPrediction(int capacity) {
    return new Prediction(capacity);
  }

  @Override
  protected TrainingPass newTraining(int capacity) {
    throw new AssertionError("not used by any test");
  }

  private final class Prediction extends PredictionPass {
    private final Buffer a = slot(0, 2);
    private final Buffer b = slot(2, 1);
    private final Buffer total = slot(3, 1);
    private final Buffer twice = slot(4, 1);

    Prediction(int capacity) {
      super(WitnessNetwork.this, capacity, 5, 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(a, b);
    }

    @Override
    public List<Buffer> outputs() {
      return list(total, a, twice, twice);
    }

    @Override
    public void forward(int batch) {
      for (Buffer buffer : list(a, b, total, twice)) {
        arrays.add(ArrayBuffer.array(buffer));
      }
      for (int row = 2; row < 6; row++) {
        row(row, batch);
      }
    }

    @Override
    protected Buffer row(int row, int batch) {
      if (row == 2) {
        total(batch);
      } else if (row == 4) {
        twice(batch);
      }
      return Arrays.asList(a, b, total, a, twice, twice).get(row);
    }

    private void total(int batch) {
      total.put(0, new float[batch], 0, batch);
      float weigh = weight.get()[0];
      for (int i = 0; i < batch; i++) {
        add(i, weigh * at(a, 2 * i));
        add(i, weigh * at(a, 2 * i + 1));
        add(i, at(b, i));
      }
    }

    private void add(int i, float share) {
      total.put(i, new float[] {at(total, i) + share}, 0, 1);
    }

    private void twice(int batch) {
      for (int i = 0; i < batch; i++) {
        twice.put(i, new float[] {2 * at(total, i)}, 0, 1);
      }
    }
  }

  private static float at(Buffer buffer, int at) {
    float[] one = new float[1];
    buffer.get(at, one, 0, 1);
    return one[0];
  }
}
