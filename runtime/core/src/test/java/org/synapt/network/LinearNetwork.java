package org.synapt.network;

import java.util.Arrays;
import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Reduce;

/**
 * Written by hand for tests: every output is {@code x · w + b}, one number, and learns by squared
 * error, whatever its loss is called.
 */
public final class LinearNetwork extends Network {
  private final int features;
  private final Parameter[] weights;
  private final Parameter[] biases;

  private LinearNetwork(Backend backend, Seed seed, int features, Signature signature) {
    super(backend, seed, signature, Arrays.asList(MatMul.class, Pointwise.class, Reduce.class));
    this.features = features;
    List<OutputSpec> outputs = signature.outputs();
    weights = new Parameter[outputs.size()];
    biases = new Parameter[outputs.size()];
    for (int i = 0; i < weights.length; i++) {
      String name = outputs.get(i).name();
      weights[i] = weight(name + ".weight", Initializers.glorotUniform(), features, 1);
    }
    for (int i = 0; i < biases.length; i++) {
      biases[i] = parameter(outputs.get(i).name() + ".bias", Initializers.zeros(), 1);
    }
  }

  /** One output named y. */
  public static LinearNetwork of(Backend backend, long seed, int features, String loss) {
    return of("Line", backend, seed, features, loss, "y");
  }

  /** An output of each name. */
  public static LinearNetwork of(
      String name, Backend backend, long seed, int features, String loss, String... outputs) {
    Signature.Builder signature = Signature.of(name).input("x", features);
    for (String output : outputs) {
      signature.row(output, "Dense", features + 1, new int[] {1}, "x");
      signature.output(output, loss, 1, new int[] {1}, new int[] {1}, "");
    }
    return new LinearNetwork(backend, Seed.of(seed), features, signature.build());
  }

  @Override
  public LinearNetwork on(Backend backend) {
    return copyInto(new LinearNetwork(backend, seed(), features, signature()));
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
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer x = slot(0, features);
    private final Buffer[] y = new Buffer[weights.length];

    Prediction(int capacity) {
      super(LinearNetwork.this, capacity, features + weights.length, 0);
      for (int i = 0; i < y.length; i++) {
        y[i] = slot(features + i, 1);
      }
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
      for (int i = 0; i < y.length; i++) {
        row(i + 1, batch);
      }
    }

    @Override
    protected Buffer row(int row, int batch) {
      if (row == 0) {
        return x;
      }
      int i = row - 1;
      matMul.mult(batch, features, 1, x, weights[i].value(), y[i], ADD, biases[i].value());
      return y[i];
    }
  }

  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer x = slot(0, features);
    private final Buffer[] y = slots(0);
    private final Buffer[] target = slots(1);
    private final Buffer[] loss = slots(2);
    private final Buffer[] share = slots(3);
    private final Buffer[] gradient = slots(4);
    private final Buffer[] weightGradient = new Buffer[weights.length];
    private final Buffer[] biasGradient = new Buffer[weights.length];

    Training(int capacity) {
      super(LinearNetwork.this, capacity, features + 5 * weights.length, 0);
      for (int i = 0; i < weights.length; i++) {
        weightGradient[i] = weights[i].gradient();
        biasGradient[i] = biases[i].gradient();
      }
    }

    private Buffer[] slots(int kind) {
      Buffer[] slots = new Buffer[weights.length];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = slot(features + kind * slots.length + i, 1);
      }
      return slots;
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
      for (int i = 0; i < y.length; i++) {
        matMul.mult(batch, features, 1, x, weights[i].value(), y[i], ADD, biases[i].value());
        pointwise.apply(batch, 1, SQUARED_ERROR, loss[i], y[i], target[i]);
      }
    }

    @Override
    public void backward(int batch) {
      for (int i = 0; i < y.length; i++) {
        pointwise.apply(batch, 1, ERROR_GRADIENT, gradient[i], y[i], target[i], share[i]);
        matMul.multTransA(features, batch, 1, x, gradient[i], weightGradient[i]);
        reduce.sum(1, batch, 1, gradient[i], biasGradient[i]);
      }
    }

    @Override
    protected void inputGradients(int batch) {
      throw new AssertionError("not used by any test");
    }
  }

  private static final Formula ADD =
      new Formula("product + bias", 1, "product", "bias") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          float[] product = x[0];
          float[] bias = x[1];
          for (int j = 0; j < n; j++) {
            y[j] = product[j] + bias[j];
          }
        }
      };

  private static final Formula SQUARED_ERROR =
      new Formula("(y - target)^2", 2, "y", "target") {
        @Override
        public void apply(int n, float[] loss, float[][] x) {
          float[] y = x[0];
          float[] target = x[1];
          for (int j = 0; j < n; j++) {
            loss[j] = (y[j] - target[j]) * (y[j] - target[j]);
          }
        }
      };

  private static final Formula ERROR_GRADIENT =
      new Formula("2 * (y - target) * share", 3, "y", "target", "share") {
        @Override
        public void apply(int n, float[] gradient, float[][] x) {
          float[] y = x[0];
          float[] target = x[1];
          float[] share = x[2];
          for (int j = 0; j < n; j++) {
            gradient[j] = 2 * (y[j] - target[j]) * share[j];
          }
        }
      };
}
