package samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.RandomNormal;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.network.Initializers;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.PredictionPass;
import org.synapt.network.Seed;
import org.synapt.network.Signature;
import org.synapt.network.TrainingPass;
import org.synapt.persistence.ParameterFile;
import org.synapt.training.Evaluation;

/**
 * The network declared by {@link Normalized}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value      layer                shape    parameters   FLOPs   bytes
 * measures   input                [b, 5]            0       0      20
 * sums       dense(4)             [b, 4]           20      40      16
 * normal     batchNormalization   [b, 4]           16      20      16
 * hidden     relu                 [b, 4]            0       4      16
 * noisy      gaussianNoise(0.1)   [b, 4]            0       0       0
 * even       layerNormalization   [b, 4]            4      28      16
 * level      dense(1)             [b, 1]            5       9       4
 *                                                  45     101
 * </pre>
 *
 * <p>45 parameters, 37 of them trained. For each example a prediction takes 101 FLOPs and 40 bytes
 * that its rows share; training takes 124 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class NormalizedNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 45;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 101;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 40;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 124;

  private static final Signature SIGNATURE = Signature.of("Normalized").flops(FLOPS)
      .input("measures", 5)
      .row("sums", "Dense", /* parameters= */ 20, new int[] {4}, "measures").text("dense(4)")
      .row("normal", "BatchNormalization", /* parameters= */ 16, new int[] {4},
          "sums").text("batchNormalization")
      .row("hidden", "Activation", /* parameters= */ 0, new int[] {4}, "normal").text("relu")
      .row("noisy", "GaussianNoise", /* parameters= */ 0, new int[] {4},
          "hidden").text("gaussianNoise(0.1)")
      .row("even", "LayerNormalization", /* parameters= */ 4, new int[] {4},
          "noisy").text("layerNormalization")
      .row("level", "Dense", /* parameters= */ 5, new int[] {1}, "even").text("dense(1)")
      .output("level", "mean_squared_error", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private final Parameter sumsWeight = weight("sums.weight", Initializers.glorotUniform(), 5, 4);
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 4, 1);
  private final Parameter normalGamma = parameter("normal.gamma", Initializers.ones(), 4);
  private final Parameter normalBeta = parameter("normal.beta", Initializers.zeros(), 4);
  private final Parameter evenGamma = parameter("even.gamma", Initializers.ones(), 4);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 1);
  private final Parameter normalMovingMean = untrained("normal.movingMean", Initializers.zeros(),
      4);
  private final Parameter normalMovingVariance = untrained("normal.movingVariance",
      Initializers.ones(), 4);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public NormalizedNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(BatchNormalization.class,
        LayerNormalization.class, MatMul.class, Pointwise.class, RandomNormal.class, Reduce.class,
        Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param measures [b, 5]
   * @param levelTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] measures, float[] levelTarget) {
    return Examples.of(Arrays.asList(Column.of("measures", 5, measures)),
        Arrays.asList(Column.of("level", 1, levelTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param measures [b, 5]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] measures) {
    int examples = examples("measures", measures, 5);
    float[] level = new float[examples];
    predict(examples, measures, 0, level, 0);
    return level;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param measures [b, 5], read
   * @param measuresAt where the first example begins
   * @param level [b, 1], written
   * @param levelAt where the first example begins
   */
  public void predict(int examples, float[] measures, int measuresAt, float[] level, int levelAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 5, measures, measuresAt + done * 5);
      pass.forward(batch);
      get("level", pass.level, batch, 1, level, levelAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param measures [b, 5]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] measures) {
    int examples = examples("measures", measures, 5);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 5, measures, done * 5);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code measures}.
   *
   * @param measures [b, 5]
   * @param levelTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] measuresGradient(float[] measures, float[] levelTarget) {
    int examples = examples("measures", measures, 5);
    requireExamples("level.target", levelTarget, examples, 1);
    Evaluation.check(this, examples(measures, levelTarget));
    Training pass = (Training) training(examples);
    put("measures", pass.measures, examples, 5, measures, 0);
    put("level.target", pass.levelTarget, examples, 1, levelTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[measures.length];
    get("measures", pass.measuresGradient, examples, 5, gradient, 0);
    return gradient;
  }

  /**
   * Measures loss and metrics.
   *
   * @param examples what to measure on
   * @return the figures, by name
   */
  public Evaluation evaluate(Examples examples) {
    return Evaluation.of(this, examples);
  }

  @Override
  public NormalizedNetwork on(Backend backend) {
    return copyInto(new NormalizedNetwork(backend, seed()));
  }

  /**
   * Writes the parameters to a file, which is whole or not there.
   *
   * @param file where
   * @throws IOException if that fails
   */
  public void save(Path file) throws IOException {
    ParameterFile.save(this, file);
  }

  /**
   * Reads the parameters from a file; if it is no good, none changes.
   *
   * @param file where
   * @throws IOException if that fails
   */
  public void load(Path file) throws IOException {
    ParameterFile.load(this, file);
  }

  @Override
  protected PredictionPass newPrediction(int capacity) {
    return new Prediction(capacity);
  }

  @Override
  protected TrainingPass newTraining(int capacity) {
    return new Training(capacity);
  }

  /** Rows forward; memory is used again as soon as a value is read no more. */
  private final class Prediction extends PredictionPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final LayerNormalization layerNormalization = kernel(LayerNormalization.class);
    private final Buffer measures = slot(0, 5);
    private final Buffer sums = slot(5, 4);
    private final Buffer normalFactor = fixed(0, 4);
    private final Buffer normal = sums;
    private final Buffer hidden = sums;
    private final Buffer even = sums;
    private final Buffer level = slot(9, 1);
    private final Buffer[] normalOperands = {sums, normalMovingMean.value(), normalFactor,
        normalBeta.value()};

    Prediction(int capacity) {
      super(NormalizedNetwork.this, capacity, /* perExample= */ 10, /* perBatch= */ 4);
    }

    @Override
    public List<Buffer> inputs() {
      return list(measures);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level);
    }

    @Override
    public void forward(int batch) {
      sums(batch);
      normal(batch);
      hidden(batch);
      even(batch);
      level(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return measures;
        case 1:
          sums(batch);
          return sums;
        case 2:
          normal(batch);
          return normal;
        case 3:
          hidden(batch);
          return hidden;
        case 4:
          return hidden;
        case 5:
          even(batch);
          return even;
        case 6:
          level(batch);
          return level;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code sums = measures · weight}. */
    private void sums(int batch) {
      matMul.mult(batch, 5, 4, measures, sumsWeight.value(), sums);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.001)
     * normal = (sums - movingMean) * factor + beta
     * }</pre>
     */
    private void normal(int batch) {
      pointwise.apply(1, 4, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_001, normalFactor,
          normalGamma.value(), normalMovingVariance.value());
      pointwise.apply(batch, 4, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, normal, normalOperands);
    }

    /** {@code hidden = relu(normal)}. */
    private void hidden(int batch) {
      pointwise.apply(batch, 4, Fused.RELU_X, hidden, normal);
    }

    /** {@code even = gamma * (hidden - mean) / sqrt(variance + 0.001)}. */
    private void even(int batch) {
      layerNormalization.forward(batch, 4, 0.001f, hidden, evenGamma.value(), none(), none(), even);
    }

    /** {@code level = even · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 4, 1, even, levelWeight.value(), level, Fused.X_PLUS_B, levelBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final BatchNormalization batchNormalization = kernel(BatchNormalization.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final RandomNormal randomNormal = kernel(RandomNormal.class);
    private final LayerNormalization layerNormalization = kernel(LayerNormalization.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer measures = slot(0, 5);
    private final Buffer levelTarget = slot(27, 1);
    private final Buffer levelShare = slot(28, 1);
    private final Buffer sums = slot(5, 4);
    private final Buffer normalSaved = fixed(0, 8);
    private final Buffer normal = slot(9, 4);
    private final Buffer hidden = normal;
    private final Buffer noisyNoise = slot(13, 4);
    private final Buffer noisy = noisyNoise;
    private final Buffer evenSaved = slot(25, 2);
    private final Buffer even = slot(17, 4);
    private final Buffer level = slot(29, 1);
    private final Buffer levelLossTerms = slot(30, 1);
    private final Buffer levelLoss = levelLossTerms;
    private final Buffer levelLossTermsGradient = levelShare;
    private final Buffer levelGradient = level;
    private final Buffer evenGradient = slot(21, 4);
    private final Buffer noisyGradient = evenGradient;
    private final Buffer normalGradient = evenGradient;
    private final Buffer sumsGradient = evenGradient;
    private final Buffer measuresGradient = slot(5, 5);

    Training(int capacity) {
      super(NormalizedNetwork.this, capacity, /* perExample= */ 31, /* perBatch= */ 8);
    }

    @Override
    public List<Buffer> inputs() {
      return list(measures);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level);
    }

    @Override
    public List<Buffer> targets() {
      return list(levelTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(levelLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(levelShare);
    }

    @Override
    public void forward(int batch) {
      sums(batch);
      normal(batch);
      hidden(batch);
      noisy(batch);
      even(batch);
      level(batch);
      levelLoss(batch);
    }

    @Override
    public void backward(int batch) {
      levelLossBackward(batch);
      levelBackward(batch);
      evenBackward(batch);
      hiddenBackward(batch);
      normalBackward(batch);
      sumsBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      sumsTowardsInputs(batch);
    }

    /** {@code sums = measures · weight}. */
    private void sums(int batch) {
      matMul.mult(batch, 5, 4, measures, sumsWeight.value(), sums);
    }

    /** {@code normal = gamma * (sums - mean) / sqrt(variance + 0.001) + beta}. */
    private void normal(int batch) {
      batchNormalization.forward(batch, 4, training(), 0.99f, 0.001f, sums, normalGamma.value(),
          normalBeta.value(), normalMovingMean.value(), normalMovingVariance.value(), normalSaved,
          normal);
    }

    /** {@code hidden = relu(normal)}. */
    private void hidden(int batch) {
      pointwise.apply(batch, 4, Fused.RELU_X, hidden, normal);
    }

    /** {@code noise = randomNormal<0.0, 0.1, 4, [4]>(); noisy = hidden + noise}. */
    private void noisy(int batch) {
      randomNormal.fill(batch * 4, 0f, rate(0.1f), key(4), noisyNoise);
      pointwise.apply(batch, 4, Fused.X_PLUS_NOISE, noisy, hidden, noisyNoise);
    }

    /** {@code even = gamma * (noisy - mean) / sqrt(variance + 0.001)}. */
    private void even(int batch) {
      layerNormalization.forward(batch, 4, 0.001f, noisy, evenGamma.value(), none(), evenSaved,
          even);
    }

    /** {@code level = even · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 4, 1, even, levelWeight.value(), level, Fused.X_PLUS_B, levelBias.value());
    }

    /** {@code loss = square(level - target)}. */
    private void levelLoss(int batch) {
      pointwise.apply(batch, 1, Fused.SQUARE_P_MINUS_T, levelLossTerms, level, levelTarget);
    }

    private void levelLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_2_TIMES_P_MINUS_T, levelGradient,
          levelLossTermsGradient, level, levelTarget);
    }

    private void levelBackward(int batch) {
      reduce.sum(1, batch, 1, levelGradient, levelBias.gradient());
      matMul.multTransB(batch, 1, 4, levelGradient, levelWeight.value(), evenGradient);
      matMul.multTransA(4, batch, 1, even, levelGradient, levelWeight.gradient());
    }

    private void evenBackward(int batch) {
      layerNormalization.gradient(batch, 4, noisy, evenGamma.value(), evenSaved, evenGradient,
          evenGamma.gradient(), none(), noisyGradient);
    }

    private void hiddenBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_STEP_Y, normalGradient, noisyGradient, hidden);
    }

    private void normalBackward(int batch) {
      batchNormalization.gradient(batch, 4, training(), sums, normalGamma.value(), normalSaved,
          normalGradient, normalGamma.gradient(), normalBeta.gradient(), sumsGradient);
    }

    private void sumsBackward(int batch) {
      matMul.multTransA(5, batch, 4, measures, sumsGradient, sumsWeight.gradient());
    }

    private void sumsTowardsInputs(int batch) {
      matMul.multTransB(batch, 4, 5, sumsGradient, sumsWeight.value(), measuresGradient);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code gamma / sqrt(variance + 0.001)}. */
    static final Formula GAMMA_OVER_SQRT_VARIANCE_PLUS_0_001 =
        new Formula("gamma / sqrt(variance + 0.001)", 2, "gamma", "variance") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] gamma = operands[0];
        float[] variance = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = gamma[j] / (float) Math.sqrt(variance[j] + 0.001f);
        }
      }
    };

    /** {@code (x - mean) * factor + beta}. */
    static final Formula X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA =
        new Formula("(x - mean) * factor + beta", 1, "x", "mean", "factor", "beta") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] mean = operands[1];
        float[] factor = operands[2];
        float[] beta = operands[3];
        for (int j = 0; j < n; j++) {
          result[j] = (x[j] - mean[j]) * factor[j] + beta[j];
        }
      }
    };

    /** {@code relu(x)}. */
    static final Formula RELU_X = new Formula("relu(x)", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.relu(x[j]);
        }
      }
    };

    /** {@code x + b}. */
    static final Formula X_PLUS_B = new Formula("x + b", 1, "x", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] + b[j];
        }
      }
    };

    /** {@code x + noise}. */
    static final Formula X_PLUS_NOISE = new Formula("x + noise", 2, "x", "noise") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] noise = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] + noise[j];
        }
      }
    };

    /** {@code square(p - t)}. */
    static final Formula SQUARE_P_MINUS_T = new Formula("square(p - t)", 2, "p", "t") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] p = operands[0];
        float[] t = operands[1];
        for (int j = 0; j < n; j++) {
          float difference = p[j] - t[j];
          result[j] = difference * difference;
        }
      }
    };

    /** {@code 2 * dy * (p - t)}. */
    static final Formula DY_TIMES_2_TIMES_P_MINUS_T =
        new Formula("2 * dy * (p - t)", 3, "dy", "p", "t") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] p = operands[1];
        float[] t = operands[2];
        for (int j = 0; j < n; j++) {
          result[j] = 2f * dy[j] * (p[j] - t[j]);
        }
      }
    };

    /** {@code dy * step(y)}. */
    static final Formula DY_TIMES_STEP_Y = new Formula("dy * step(y)", 2, "dy", "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] y = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * Functions.step(y[j]);
        }
      }
    };
  }
}
