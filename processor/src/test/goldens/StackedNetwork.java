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
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.GateFunctions;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrent;
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
import org.synapt.persistence.ParameterFile;
import org.synapt.training.Evaluation;

/**
 * The network declared by {@link Stacked}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value      layer      shape       parameters   FLOPs   bytes
 * measures   input      [b, 7, 3]            0       0      84
 * beats      lstm(5)    [b, 7, 5]          180   3,640     140
 * trend      lstm(4)    [b, 4]             160   3,136      16
 * level      dense(1)   [b, 1]               5       9       4
 *                                          345   6,785
 * </pre>
 *
 * <p>345 parameters, all trained. For each example a prediction takes 6,785 FLOPs and 240 bytes
 * that its rows share; training takes 2,152 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class StackedNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 345;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 6_785;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 240;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 2_152;

  private static final Signature SIGNATURE = Signature.of("Stacked").flops(FLOPS)
      .input("measures", 7, 3)
      .row("beats", "LSTM", /* parameters= */ 180, new int[] {7, 5}, "measures").text("lstm(5)")
      .row("trend", "LSTM", /* parameters= */ 160, new int[] {4}, "beats").text("lstm(4)")
      .row("level", "Dense", /* parameters= */ 5, new int[] {1}, "trend").text("dense(1)")
      .output("level", "mean_squared_error", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private static final GateFunctions GATES_TANH_SIGMOID = new GateFunctions(Fused.TANH_X,
      Fused.ONE_MINUS_SQUARE_Y, Fused.SIGMOID_X, Fused.Y_TIMES_1_MINUS_Y);
  private static final Recurrence LSTM_5_OVER_7X3_SEQUENCES = Recurrence.of(
      Recurrence.Cell.LSTM, 7, 3, 5, GATES_TANH_SIGMOID, Recurrence.Option.SEQUENCES);
  private static final Recurrence LSTM_4_OVER_7X5 = Recurrence.of(Recurrence.Cell.LSTM, 7, 5, 4,
      GATES_TANH_SIGMOID);

  private final Parameter beatsKernel = weight("beats.kernel", Initializers.glorotUniform(), 3, 20);
  private final Parameter beatsRecurrentKernel = weight("beats.recurrentKernel",
      Initializers.orthogonal(1f), 5, 20);
  private final Parameter trendKernel = weight("trend.kernel", Initializers.glorotUniform(), 5, 16);
  private final Parameter trendRecurrentKernel = weight("trend.recurrentKernel",
      Initializers.orthogonal(1f), 4, 16);
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 4, 1);
  private final Parameter beatsBias = parameter("beats.bias",
      Initializers.unitForgetBias(Initializers.zeros()), 20);
  private final Parameter trendBias = parameter("trend.bias",
      Initializers.unitForgetBias(Initializers.zeros()), 16);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public StackedNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(MatMul.class, Pointwise.class, RandomMask.class,
        Recurrent.class, Reduce.class, Share.class, Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param measures [b, 7, 3]
   * @param levelTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] measures, float[] levelTarget) {
    return Examples.of(Arrays.asList(Column.of("measures", 21, measures)),
        Arrays.asList(Column.of("level", 1, levelTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param measures [b, 7, 3]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] measures) {
    int examples = examples("measures", measures, 21);
    float[] level = new float[examples];
    predict(examples, measures, 0, level, 0);
    return level;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param measures [b, 7, 3], read
   * @param measuresAt where the first example begins
   * @param level [b, 1], written
   * @param levelAt where the first example begins
   */
  public void predict(int examples, float[] measures, int measuresAt, float[] level, int levelAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 21, measures, measuresAt + done * 21);
      pass.forward(batch);
      get("level", pass.level, batch, 1, level, levelAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param measures [b, 7, 3]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] measures) {
    int examples = examples("measures", measures, 21);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 21, measures, done * 21);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code measures}.
   *
   * @param measures [b, 7, 3]
   * @param levelTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] measuresGradient(float[] measures, float[] levelTarget) {
    int examples = examples("measures", measures, 21);
    requireExamples("level.target", levelTarget, examples, 1);
    Evaluation.check(this, examples(measures, levelTarget));
    Training pass = (Training) training(examples);
    put("measures", pass.measures, examples, 21, measures, 0);
    put("level.target", pass.levelTarget, examples, 1, levelTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[measures.length];
    get("measures", pass.measuresGradient, examples, 21, gradient, 0);
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
  public StackedNetwork on(Backend backend) {
    return copyInto(new StackedNetwork(backend, seed()));
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
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer measures = slot(35, 21);
    private final Buffer beats = slot(0, 35);
    private final Buffer trend = slot(56, 4);
    private final Buffer level = slot(0, 1);

    Prediction(int capacity) {
      super(StackedNetwork.this, capacity, /* perExample= */ 60, /* perBatch= */ 0);
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
      beats(batch);
      trend(batch);
      level(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return measures;
        case 1:
          beats(batch);
          return beats;
        case 2:
          trend(batch);
          return trend;
        case 3:
          level(batch);
          return level;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /**
     * <pre>{@code
     * i, f, g, o = measures · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * beats = h of every step
     * }</pre>
     */
    private void beats(int batch) {
      recurrent.forward(LSTM_5_OVER_7X3_SEQUENCES, batch, measures, beatsKernel.value(),
          beatsRecurrentKernel.value(), beatsBias.value(), none(), none(), none(), none(), none(),
          beats);
    }

    /**
     * <pre>{@code
     * i, f, g, o = beats · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * trend = h after the last step
     * }</pre>
     */
    private void trend(int batch) {
      recurrent.forward(LSTM_4_OVER_7X5, batch, beats, trendKernel.value(),
          trendRecurrentKernel.value(), trendBias.value(), none(), none(), none(), none(), none(),
          trend);
    }

    /** {@code level = trend · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 4, 1, trend, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final RandomMask randomMask = kernel(RandomMask.class);
    private final Spread spread = kernel(Spread.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer measures = slot(448, 21);
    private final Buffer levelTarget = slot(535, 1);
    private final Buffer levelShare = slot(536, 1);
    private final Buffer beatsMask = slot(0, 3);
    private final Buffer beatsSqueezed = beatsMask;
    private final Buffer beatsSpread = slot(469, 21);
    private final Buffer beatsKept = slot(490, 21);
    private final Buffer beatsRecurrentMask = slot(511, 20);
    private final Buffer beatsSaved = slot(0, 210);
    private final Buffer beats = slot(378, 35);
    private final Buffer trendSaved = slot(210, 168);
    private final Buffer trend = slot(413, 4);
    private final Buffer level = slot(417, 1);
    private final Buffer levelLossTerms = slot(537, 1);
    private final Buffer levelLoss = levelLossTerms;
    private final Buffer levelLossTermsGradient = levelShare;
    private final Buffer levelGradient = level;
    private final Buffer trendGradient = slot(531, 4);
    private final Buffer beatsGradient = slot(413, 35);
    private final Buffer beatsKeptGradient = slot(210, 21);
    private final Buffer measuresGradient = beatsKeptGradient;

    Training(int capacity) {
      super(StackedNetwork.this, capacity, /* perExample= */ 538, /* perBatch= */ 0);
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
      beats(batch);
      trend(batch);
      level(batch);
      levelLoss(batch);
    }

    @Override
    public void backward(int batch) {
      levelLossBackward(batch);
      levelBackward(batch);
      trendBackward(batch);
      beatsBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      beatsTowardsInputs(batch);
    }

    /**
     * <pre>{@code
     * mask = randomMask<0.2, 1, [1, 3]>()
     * spread = spread<0, 7>(mask)
     * kept = measures * spread
     * recurrentMask = randomMask<0.1, 1001, [20]>()
     * i, f, g, o = kept · kernel + h * recurrentMask · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * beats = h of every step
     * }</pre>
     */
    private void beats(int batch) {
      randomMask.fill(batch * 3, rate(0.2f), key(1), beatsMask);
      spread.spread(batch, 7, 3, beatsSqueezed, beatsSpread);
      pointwise.apply(batch, 21, Fused.X_TIMES_MASK, beatsKept, measures, beatsSpread);
      randomMask.fill(batch * 20, rate(0.1f), key(1001), beatsRecurrentMask);
      recurrent.forward(LSTM_5_OVER_7X3_SEQUENCES, batch, beatsKept, beatsKernel.value(),
          beatsRecurrentKernel.value(), beatsBias.value(), none(), beatsRecurrentMask, none(),
          none(), beatsSaved, beats);
    }

    /**
     * <pre>{@code
     * i, f, g, o = beats · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * trend = h after the last step
     * }</pre>
     */
    private void trend(int batch) {
      recurrent.forward(LSTM_4_OVER_7X5, batch, beats, trendKernel.value(),
          trendRecurrentKernel.value(), trendBias.value(), none(), none(), none(), none(),
          trendSaved, trend);
    }

    /** {@code level = trend · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 4, 1, trend, levelWeight.value(), level, Fused.X_PLUS_B,
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
      matMul.multTransB(batch, 1, 4, levelGradient, levelWeight.value(), trendGradient);
      matMul.multTransA(4, batch, 1, trend, levelGradient, levelWeight.gradient());
    }

    private void trendBackward(int batch) {
      recurrent.gradient(LSTM_4_OVER_7X5, batch, beats, trendKernel.value(),
          trendRecurrentKernel.value(), trendBias.value(), none(), none(), trendSaved,
          trendGradient, beatsGradient, trendKernel.gradient(), trendRecurrentKernel.gradient(),
          trendBias.gradient(), none(), none());
    }

    private void beatsBackward(int batch) {
      recurrent.gradient(LSTM_5_OVER_7X3_SEQUENCES, batch, beatsKept, beatsKernel.value(),
          beatsRecurrentKernel.value(), beatsBias.value(), none(), beatsRecurrentMask, beatsSaved,
          beatsGradient, none(), beatsKernel.gradient(), beatsRecurrentKernel.gradient(),
          beatsBias.gradient(), none(), none());
    }

    private void beatsTowardsInputs(int batch) {
      recurrent.gradient(LSTM_5_OVER_7X3_SEQUENCES, batch, beatsKept, beatsKernel.value(),
          beatsRecurrentKernel.value(), beatsBias.value(), none(), beatsRecurrentMask, beatsSaved,
          beatsGradient, beatsKeptGradient, none(), none(), none(), none(), none());
      pointwise.apply(batch, 21, Fused.DY_TIMES_MASK, measuresGradient, beatsKeptGradient,
          beatsSpread);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
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

    /** {@code x * mask}. */
    static final Formula X_TIMES_MASK = new Formula("x * mask", 2, "x", "mask") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] mask = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] * mask[j];
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

    /** {@code dy * mask}. */
    static final Formula DY_TIMES_MASK = new Formula("dy * mask", 2, "dy", "mask") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] mask = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * mask[j];
        }
      }
    };

    /** {@code tanh(x)}. */
    static final Formula TANH_X = new Formula("tanh(x)", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.tanh(x[j]);
        }
      }
    };

    /** {@code 1 - square(y)}. */
    static final Formula ONE_MINUS_SQUARE_Y = new Formula("1 - square(y)", 1, "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] y = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 1f - y[j] * y[j];
        }
      }
    };

    /** {@code sigmoid(x)}. */
    static final Formula SIGMOID_X = new Formula("sigmoid(x)", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.sigmoid(x[j]);
        }
      }
    };

    /** {@code y * (1 - y)}. */
    static final Formula Y_TIMES_1_MINUS_Y = new Formula("y * (1 - y)", 1, "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] y = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = y[j] * (1f - y[j]);
        }
      }
    };
  }
}
