package org.synapt.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.network.Initializers;
import org.synapt.network.Network;
import org.synapt.network.PredictionPass;
import org.synapt.network.Seed;
import org.synapt.network.Signature;
import org.synapt.network.TrainingPass;

/**
 * {@code sum = image + age} and {@code twice = 2 · age}, in Java, which notes where its rows read
 * and write.
 */
final class SpyNetwork extends Network {
  private static final Signature SIGNATURE =
      Signature.of("Spy")
          // So many that no backend finds it too small.
          .flops(1_000_000)
          .input("image", 2, 3, 4)
          .input("age", 1)
          .row("sum", "Dense", 9, new int[] {2, 3, 4}, "image", "age")
          .row("twice", "Scale", 0, new int[] {1}, "age")
          .output("sum", "mean_squared_error", 1, new int[] {2, 3, 4}, new int[] {2, 3, 4}, "")
          .output("twice", "mean_squared_error", 1, new int[] {1}, new int[] {}, "")
          .build();

  private static final int PIXELS = 24;

  /** Where each pass read and wrote: image, age, sum, twice. */
  final List<List<Long>> addresses = new ArrayList<>();

  SpyNetwork(Backend backend) {
    super(backend, Seed.of(5), SIGNATURE, List.of());
    weight("sum.weight", Initializers.glorotUniform(), 2, 3);
    parameter("sum.bias", Initializers.ones(), 3);
  }

  @Override
  public SpyNetwork on(Backend backend) {
    return copyInto(new SpyNetwork(backend));
  }

  @Override
  protected PredictionPass newPrediction(int capacity) {
    return new Prediction(capacity);
  }

  @Override
  protected TrainingPass newTraining(int capacity) {
    throw new IllegalStateException("only predicts");
  }

  private final class Prediction extends PredictionPass {
    private final Buffer image = slot(0, PIXELS);
    private final Buffer age = slot(PIXELS, 1);
    private final Buffer sum = slot(PIXELS + 1, PIXELS);
    private final Buffer twice = slot(2 * PIXELS + 1, 1);

    Prediction(int capacity) {
      super(SpyNetwork.this, capacity, 2 * PIXELS + 2, 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(image, age);
    }

    @Override
    public List<Buffer> outputs() {
      return list(sum, twice);
    }

    @Override
    public void forward(int batch) {
      addresses.add(List.of(image.address(), age.address(), sum.address(), twice.address()));
      row(2, batch);
      row(3, batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 2 -> sum(batch);
        case 3 -> twice(batch);
        default -> {}
      }
      return List.of(image, age, sum, twice).get(row);
    }

    private void sum(int batch) {
      float[] pixels = floats(image, PIXELS * batch);
      float[] ages = floats(age, batch);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] += ages[i / PIXELS];
      }
      sum.put(0, pixels, 0, pixels.length);
    }

    private void twice(int batch) {
      float[] ages = floats(age, batch);
      for (int i = 0; i < batch; i++) {
        ages[i] *= 2;
      }
      twice.put(0, ages, 0, batch);
    }

    private static float[] floats(Buffer buffer, int count) {
      float[] floats = new float[count];
      buffer.get(0, floats, 0, count);
      return floats;
    }
  }
}
