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
import org.synapt.kernel.Constrain;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Penalty;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.network.Constraints;
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
 * The network declared by {@link Regularized}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value      layer            shape    parameters   FLOPs   bytes
 * measures   input            [b, 5]            0       0      20
 * known      dense(4), tanh   [b, 4]           24      44      16
 * hidden     dense(6), relu   [b, 6]           30      54      24
 * level      dense(1)         [b, 1]            7      13       4
 *                                              61     111
 * </pre>
 *
 * <p>61 parameters, 37 of them trained. For each example a prediction takes 111 FLOPs and 60 bytes
 * that its rows share; training takes 120 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class RegularizedNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 61;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 111;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 60;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 120;

  private static final Signature SIGNATURE = Signature.of("Regularized").flops(FLOPS)
      .input("measures", 5)
      .row("known", "Dense", /* parameters= */ 24, new int[] {4}, "measures").text("dense(4), tanh")
      .row("hidden", "Dense", /* parameters= */ 30, new int[] {6}, "known").text("dense(6), relu")
      .row("level", "Dense", /* parameters= */ 7, new int[] {1}, "hidden").text("dense(1)")
      .output("level", "mean_squared_error", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private final Parameter hiddenWeight = constrained(weight("hidden.weight",
      Initializers.glorotUniform(), 4, 6), Constraints.maxNorm(2f, 0));
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 6, 1);
  private final Parameter hiddenBias = parameter("hidden.bias", Initializers.zeros(), 6);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 1);
  private final Parameter knownWeight = untrained("known.weight", Initializers.glorotUniform(),
      5, 4);
  private final Parameter knownBias = untrained("known.bias", Initializers.zeros(), 4);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public RegularizedNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Constrain.class, MatMul.class, Penalty.class,
        Pointwise.class, Reduce.class, Share.class));
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
  public RegularizedNetwork on(Backend backend) {
    return copyInto(new RegularizedNetwork(backend, seed()));
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
    private final Buffer measures = slot(6, 5);
    private final Buffer known = slot(11, 4);
    private final Buffer hidden = slot(0, 6);
    private final Buffer level = slot(11, 1);

    Prediction(int capacity) {
      super(RegularizedNetwork.this, capacity, /* perExample= */ 15, /* perBatch= */ 0);
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
      known(batch);
      hidden(batch);
      level(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return measures;
        case 1:
          known(batch);
          return known;
        case 2:
          hidden(batch);
          return hidden;
        case 3:
          level(batch);
          return level;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code known = tanh(measures · weight + bias)}. */
    private void known(int batch) {
      matMul.mult(batch, 5, 4, measures, knownWeight.value(), known, Fused.TANH_X_PLUS_B,
          knownBias.value());
    }

    /** {@code hidden = relu(known · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch, 4, 6, known, hiddenWeight.value(), hidden, Fused.RELU_X_PLUS_B,
          hiddenBias.value());
    }

    /** {@code level = hidden · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 6, 1, hidden, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Penalty penalty = kernel(Penalty.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer measures = slot(18, 5);
    private final Buffer levelTarget = slot(27, 1);
    private final Buffer levelShare = slot(28, 1);
    private final Buffer known = slot(23, 4);
    private final Buffer hiddenWeightPenalty = fixed(0, 1);
    private final Buffer hidden = slot(0, 6);
    private final Buffer hiddenPenalty = fixed(1, 1);
    private final Buffer level = slot(12, 1);
    private final Buffer levelLossTerms = slot(29, 1);
    private final Buffer levelLoss = levelLossTerms;
    private final Buffer levelLossTermsGradient = levelShare;
    private final Buffer levelGradient = level;
    private final Buffer hiddenGradient = slot(6, 6);
    private final Buffer hiddenGradient2 = slot(12, 6);
    private final Buffer hiddenSumGradient = hiddenGradient;
    private final Buffer knownGradient = slot(12, 4);
    private final Buffer knownSumGradient = knownGradient;
    private final Buffer measuresGradient = slot(0, 5);

    Training(int capacity) {
      super(RegularizedNetwork.this, capacity, /* perExample= */ 30, /* perBatch= */ 2);
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
    protected List<Buffer> penalties() {
      return list(hiddenWeightPenalty, hiddenPenalty);
    }

    @Override
    public void forward(int batch) {
      known(batch);
      hidden(batch);
      level(batch);
      levelLoss(batch);
    }

    @Override
    public void backward(int batch) {
      levelLossBackward(batch);
      levelBackward(batch);
      hiddenBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      hiddenTowardsInputs(batch);
      knownTowardsInputs(batch);
    }

    /** {@code known = tanh(measures · weight + bias)}. */
    private void known(int batch) {
      matMul.mult(batch, 5, 4, measures, knownWeight.value(), known, Fused.TANH_X_PLUS_B,
          knownBias.value());
    }

    /**
     * <pre>{@code
     * weight.penalty = 0.001 * Σweight²
     * hidden = relu(known · weight + bias)
     * penalty = 0.01 * Σ|hidden| / batch
     * }</pre>
     */
    private void hidden(int batch) {
      penalty.sum(24, 0f, 0.001f, hiddenWeight.value(), hiddenWeightPenalty);
      matMul.mult(batch, 4, 6, known, hiddenWeight.value(), hidden, Fused.RELU_X_PLUS_B,
          hiddenBias.value());
      penalty.sum(batch * 6, 0.01f / batch, 0f, hidden, hiddenPenalty);
    }

    /** {@code level = hidden · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 6, 1, hidden, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
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
      matMul.multTransB(batch, 1, 6, levelGradient, levelWeight.value(), hiddenGradient);
      matMul.multTransA(6, batch, 1, hidden, levelGradient, levelWeight.gradient());
    }

    private void hiddenBackward(int batch) {
      penalty.gradient(batch * 6, 0.01f / batch, 0f, hidden, hiddenGradient2);
      pointwise.apply(batch, 6, Fused.A_PLUS_B_TIMES_STEP_Y, hiddenSumGradient, hiddenGradient,
          hiddenGradient2, hidden);
      reduce.sum(1, batch, 6, hiddenSumGradient, hiddenBias.gradient());
      penalty.gradient(24, 0f, 0.001f, hiddenWeight.value(), hiddenWeight.gradient());
      matMul.multAddTransA(4, batch, 6, known, hiddenSumGradient, hiddenWeight.gradient());
    }

    private void hiddenTowardsInputs(int batch) {
      matMul.multTransB(batch, 6, 4, hiddenSumGradient, hiddenWeight.value(), knownGradient);
    }

    private void knownTowardsInputs(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_1_MINUS_SQUARE_Y, knownSumGradient, knownGradient,
          known);
      matMul.multTransB(batch, 4, 5, knownSumGradient, knownWeight.value(), measuresGradient);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code tanh(x + b)}. */
    static final Formula TANH_X_PLUS_B = new Formula("tanh(x + b)", 1, "x", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.tanh(x[j] + b[j]);
        }
      }
    };

    /** {@code relu(x + b)}. */
    static final Formula RELU_X_PLUS_B = new Formula("relu(x + b)", 1, "x", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.relu(x[j] + b[j]);
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

    /** {@code (a + b) * step(y)}. */
    static final Formula A_PLUS_B_TIMES_STEP_Y =
        new Formula("(a + b) * step(y)", 3, "a", "b", "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] a = operands[0];
        float[] b = operands[1];
        float[] y = operands[2];
        for (int j = 0; j < n; j++) {
          result[j] = (a[j] + b[j]) * Functions.step(y[j]);
        }
      }
    };

    /** {@code dy * (1 - square(y))}. */
    static final Formula DY_TIMES_1_MINUS_SQUARE_Y =
        new Formula("dy * (1 - square(y))", 2, "dy", "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] y = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * (1f - y[j] * y[j]);
        }
      }
    };
  }
}
