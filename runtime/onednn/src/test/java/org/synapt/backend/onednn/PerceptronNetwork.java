package org.synapt.backend.onednn;

import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Spread;
import org.synapt.network.Initializers;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.PredictionPass;
import org.synapt.network.Seed;
import org.synapt.network.Signature;
import org.synapt.network.TrainingPass;

/** Written by hand for tests: {@code y = x · w + b}, which learns by squared error. */
final class PerceptronNetwork extends Network {
  private final int features;
  private final int units;
  private final Parameter weight;
  private final Parameter bias;

  PerceptronNetwork(Backend backend, int features, int units) {
    super(
        backend,
        Seed.of(7),
        signature(features, units),
        List.of(MatMul.class, Pointwise.class, Reduce.class, Share.class, Spread.class));
    this.features = features;
    this.units = units;
    this.weight = weight("y.weight", Initializers.glorotUniform(), features, units);
    this.bias = parameter("y.bias", Initializers.zeros(), units);
  }

  private static Signature signature(int features, int units) {
    int[] shape = {units};
    return Signature.of("Perceptron")
        .input("x", features)
        .row("y", "Dense", (features + 1) * units, shape, "x")
        .output("y", "mean_squared_error", 1, shape, shape, "")
        .build();
  }

  /** The outputs for some examples, one behind the other. */
  float[] predict(float... x) {
    int batch = x.length / features;
    float[] y = new float[batch * units];
    prediction(batch).predict(batch, new float[][] {x}, new float[][] {y}, 0);
    return y;
  }

  @Override
  public PerceptronNetwork on(Backend backend) {
    return copyInto(new PerceptronNetwork(backend, features, units));
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
    private final Buffer y = slot(features, units);

    Prediction(int capacity) {
      super(PerceptronNetwork.this, capacity, features + units, 0);
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
    }

    @Override
    protected Buffer row(int row, int batch) {
      if (row == 0) {
        return x;
      }
      matMul.mult(batch, features, units, x, weight.value(), y, ADD, bias.value());
      return y;
    }
  }

  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Spread spread = kernel(Spread.class);
    private final Buffer x = slot(0, features);
    private final Buffer y = slot(features, units);
    private final Buffer target = slot(features + units, units);
    private final Buffer error = slot(features + 2 * units, units);
    private final Buffer gradient = slot(features + 3 * units, units);
    private final Buffer loss = slot(features + 4 * units, 1);
    private final Buffer share = slot(features + 4 * units + 1, 1);
    private final Buffer inputGradient = slot(features + 4 * units + 2, features);
    private final Buffer weightGradient = weight.gradient();
    private final Buffer biasGradient = bias.gradient();

    Training(int capacity) {
      super(PerceptronNetwork.this, capacity, 2 * features + 4 * units + 2, 0);
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
      matMul.mult(batch, features, units, x, weight.value(), y, ADD, bias.value());
      pointwise.apply(batch, units, SQUARED_ERROR, error, y, target);
      reduce.sum(batch, units, 1, error, loss);
    }

    @Override
    public void backward(int batch) {
      spread.spread(batch, units, 1, share, gradient);
      pointwise.apply(batch, units, ERROR_GRADIENT, gradient, y, target, gradient);
      matMul.multTransA(features, batch, units, x, gradient, weightGradient);
      reduce.sum(1, batch, units, gradient, biasGradient);
      inputGradients(batch);
    }

    @Override
    protected void inputGradients(int batch) {
      matMul.multTransB(batch, units, features, gradient, weight.value(), inputGradient);
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
        public void apply(int n, float[] error, float[][] x) {
          float[] y = x[0];
          float[] target = x[1];
          for (int j = 0; j < n; j++) {
            error[j] = (y[j] - target[j]) * (y[j] - target[j]);
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
