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
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
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
 * The network declared by {@link Penalty}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value      layer               shape    parameters   FLOPs   bytes
 * measures   input               [b, 4]            0       0      16
 * hidden     dense(5), swish     [b, 5]           25      55      20
 * alarm      dense(1), sigmoid   [b, 1]            6      11       4
 *                                                 31      66
 * </pre>
 *
 * <p>31 parameters, all trained. For each example a prediction takes 66 FLOPs and 40 bytes that its
 * rows share; training takes 92 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class PenaltyNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 31;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 66;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 40;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 92;

  private static final Signature SIGNATURE = Signature.of("Penalty").flops(FLOPS)
      .input("measures", 4)
      .row("hidden", "Dense", /* parameters= */ 25, new int[] {5},
          "measures").text("dense(5), swish")
      .row("alarm", "Dense", /* parameters= */ 6, new int[] {1}, "hidden").text("dense(1), sigmoid")
      .output("alarm", "formula", /* weight= */ 1f, new int[] {1}, /* target= */ new int[] {1}, "")
      .build();

  private final Parameter hiddenWeight = weight("hidden.weight", Initializers.glorotUniform(),
      4, 5);
  private final Parameter alarmWeight = weight("alarm.weight", Initializers.glorotUniform(), 5, 1);
  private final Parameter hiddenBias = parameter("hidden.bias", Initializers.zeros(), 5);
  private final Parameter alarmBias = parameter("alarm.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public PenaltyNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(MatMul.class, Pointwise.class, Reduce.class,
        Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param measures [b, 4]
   * @param alarmTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] measures, float[] alarmTarget) {
    return Examples.of(Arrays.asList(Column.of("measures", 4, measures)),
        Arrays.asList(Column.of("alarm", 1, alarmTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param measures [b, 4]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] measures) {
    int examples = examples("measures", measures, 4);
    float[] alarm = new float[examples];
    predict(examples, measures, 0, alarm, 0);
    return alarm;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param measures [b, 4], read
   * @param measuresAt where the first example begins
   * @param alarm [b, 1], written
   * @param alarmAt where the first example begins
   */
  public void predict(int examples, float[] measures, int measuresAt, float[] alarm, int alarmAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 4, measures, measuresAt + done * 4);
      pass.forward(batch);
      get("alarm", pass.alarm, batch, 1, alarm, alarmAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param measures [b, 4]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] measures) {
    int examples = examples("measures", measures, 4);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 4, measures, done * 4);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code measures}.
   *
   * @param measures [b, 4]
   * @param alarmTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] measuresGradient(float[] measures, float[] alarmTarget) {
    int examples = examples("measures", measures, 4);
    requireExamples("alarm.target", alarmTarget, examples, 1);
    Evaluation.check(this, examples(measures, alarmTarget));
    Training pass = (Training) training(examples);
    put("measures", pass.measures, examples, 4, measures, 0);
    put("alarm.target", pass.alarmTarget, examples, 1, alarmTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[measures.length];
    get("measures", pass.measuresGradient, examples, 4, gradient, 0);
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
  public PenaltyNetwork on(Backend backend) {
    return copyInto(new PenaltyNetwork(backend, seed()));
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
    private final Buffer measures = slot(5, 4);
    private final Buffer hidden = slot(0, 5);
    private final Buffer alarm = slot(9, 1);

    Prediction(int capacity) {
      super(PenaltyNetwork.this, capacity, /* perExample= */ 10, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(measures);
    }

    @Override
    public List<Buffer> outputs() {
      return list(alarm);
    }

    @Override
    public void forward(int batch) {
      hidden(batch);
      alarm(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return measures;
        case 1:
          hidden(batch);
          return hidden;
        case 2:
          alarm(batch);
          return alarm;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code hidden = (measures · weight + bias) * sigmoid(measures · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch, 4, 5, measures, hiddenWeight.value(), hidden,
          Fused.X_PLUS_B_TIMES_SIGMOID_X_PLUS_B, hiddenBias.value());
    }

    /** {@code alarm = sigmoid(hidden · weight + bias)}. */
    private void alarm(int batch) {
      matMul.mult(batch, 5, 1, hidden, alarmWeight.value(), alarm, Fused.SIGMOID_X_PLUS_B,
          alarmBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer measures = slot(15, 4);
    private final Buffer alarmTarget = slot(19, 1);
    private final Buffer alarmShare = slot(20, 1);
    private final Buffer hiddenSum = slot(0, 5);
    private final Buffer hidden = slot(5, 5);
    private final Buffer alarm = slot(10, 1);
    private final Buffer alarmLossTerms = slot(21, 1);
    private final Buffer alarmLoss = alarmLossTerms;
    private final Buffer alarmLossTermsGradient = alarmShare;
    private final Buffer alarmGradient = slot(22, 1);
    private final Buffer alarmSumGradient = alarmGradient;
    private final Buffer hiddenGradient = slot(10, 5);
    private final Buffer hiddenSumGradient = hiddenGradient;
    private final Buffer measuresGradient = slot(0, 4);

    Training(int capacity) {
      super(PenaltyNetwork.this, capacity, /* perExample= */ 23, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(measures);
    }

    @Override
    public List<Buffer> outputs() {
      return list(alarm);
    }

    @Override
    public List<Buffer> targets() {
      return list(alarmTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(alarmLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(alarmShare);
    }

    @Override
    public void forward(int batch) {
      hidden(batch);
      alarm(batch);
      alarmLoss(batch);
    }

    @Override
    public void backward(int batch) {
      alarmLossBackward(batch);
      alarmBackward(batch);
      hiddenBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      hiddenTowardsInputs(batch);
    }

    /** {@code sum = measures · weight + bias; hidden = sum * sigmoid(sum)}. */
    private void hidden(int batch) {
      matMul.mult(batch, 4, 5, measures, hiddenWeight.value(), hiddenSum, Fused.X_PLUS_B,
          hiddenBias.value());
      pointwise.apply(batch, 5, Fused.X_TIMES_SIGMOID_X, hidden, hiddenSum);
    }

    /** {@code alarm = sigmoid(hidden · weight + bias)}. */
    private void alarm(int batch) {
      matMul.mult(batch, 5, 1, hidden, alarmWeight.value(), alarm, Fused.SIGMOID_X_PLUS_B,
          alarmBias.value());
    }

    /** {@code loss = -(99 * target * log(alarm + 1e-6) + (1 - target) * log(1 - alarm + 1e-6))}. */
    private void alarmLoss(int batch) {
      pointwise.apply(batch, 1, Fused.MINUS_99_TIMES_TARGET_TIMES_LOG, alarmLossTerms, alarmTarget,
          alarm);
    }

    private void alarmLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_1_MINUS_TARGET_OVER_1_000_MINUS, alarmGradient,
          alarmLossTermsGradient, alarmTarget, alarm);
    }

    private void alarmBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_Y_TIMES_1_MINUS_Y, alarmSumGradient, alarmGradient,
          alarm);
      reduce.sum(1, batch, 1, alarmSumGradient, alarmBias.gradient());
      matMul.multTransB(batch, 1, 5, alarmSumGradient, alarmWeight.value(), hiddenGradient);
      matMul.multTransA(5, batch, 1, hidden, alarmSumGradient, alarmWeight.gradient());
    }

    private void hiddenBackward(int batch) {
      pointwise.apply(batch, 5, Fused.DY_TIMES_SIGMOID_X_PLUS_X_TIMES_SIGMOID, hiddenSumGradient,
          hiddenGradient, hiddenSum);
      reduce.sum(1, batch, 5, hiddenSumGradient, hiddenBias.gradient());
      matMul.multTransA(4, batch, 5, measures, hiddenSumGradient, hiddenWeight.gradient());
    }

    private void hiddenTowardsInputs(int batch) {
      matMul.multTransB(batch, 5, 4, hiddenSumGradient, hiddenWeight.value(), measuresGradient);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code (x + b) * sigmoid(x + b)}. */
    static final Formula X_PLUS_B_TIMES_SIGMOID_X_PLUS_B =
        new Formula("(x + b) * sigmoid(x + b)", 1, "x", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          float sum = x[j] + b[j];
          result[j] = sum * Functions.sigmoid(sum);
        }
      }
    };

    /** {@code sigmoid(x + b)}. */
    static final Formula SIGMOID_X_PLUS_B = new Formula("sigmoid(x + b)", 1, "x", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.sigmoid(x[j] + b[j]);
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

    /** {@code x * sigmoid(x)}. */
    static final Formula X_TIMES_SIGMOID_X = new Formula("x * sigmoid(x)", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] * Functions.sigmoid(x[j]);
        }
      }
    };

    /**
     * {@code -(99 * target * log(prediction + 1e-6) + (1 - target) * log(1 - prediction + 1e-6))}.
     */
    static final Formula MINUS_99_TIMES_TARGET_TIMES_LOG =
        new Formula("-(99 * target * log(prediction + 1e-6) + (1 - target) * log(1 - "
            + "prediction + 1e-6))", 2, "target", "prediction") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] target = operands[0];
        float[] prediction = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] =
              -(99f * target[j] * Functions.log(prediction[j] + 1e-6f)
              + (1f - target[j]) * Functions.log(1f - prediction[j] + 1e-6f));
        }
      }
    };

    /**
     * {@code dy * ((1 - target) / (1.000001 - prediction) - 99 * target / (prediction + 1e-6))}.
     */
    static final Formula DY_TIMES_1_MINUS_TARGET_OVER_1_000_MINUS =
        new Formula("dy * ((1 - target) / (1.000001 - prediction) - 99 * target / "
            + "(prediction + 1e-6))", 3, "dy", "target", "prediction") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] target = operands[1];
        float[] prediction = operands[2];
        for (int j = 0; j < n; j++) {
          result[j] =
              dy[j]
              * ((1f - target[j]) / (1.000001f - prediction[j])
              - 99f * target[j] / (prediction[j] + 1e-6f));
        }
      }
    };

    /** {@code dy * y * (1 - y)}. */
    static final Formula DY_TIMES_Y_TIMES_1_MINUS_Y =
        new Formula("dy * y * (1 - y)", 2, "dy", "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] y = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * y[j] * (1f - y[j]);
        }
      }
    };

    /** {@code dy * (sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x)))}. */
    static final Formula DY_TIMES_SIGMOID_X_PLUS_X_TIMES_SIGMOID =
        new Formula("dy * (sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x)))", 2, "dy", "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] x = operands[1];
        for (int j = 0; j < n; j++) {
          float sigmoid = Functions.sigmoid(x[j]);
          result[j] = dy[j] * (sigmoid + x[j] * sigmoid * (1f - sigmoid));
        }
      }
    };
  }
}
