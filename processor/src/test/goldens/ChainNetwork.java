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
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
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
 * The network declared by {@link Chain}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value     layer               shape    parameters   FLOPs   bytes
 * pixels    input               [b, 5]            0       0      20
 * hidden1   dense(4), relu      [b, 4]           24      44      16
 * hidden2   dense(6), tanh      [b, 6]           30      54      24
 * digit     dense(3), softmax   [b, 3]           21      51      12
 *                                                75     149
 * </pre>
 *
 * <p>75 parameters, all trained. For each example a prediction takes 149 FLOPs and 60 bytes that
 * its rows share; training takes 120 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class ChainNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 75;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 149;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 60;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 120;

  private static final Signature SIGNATURE = Signature.of("Chain").flops(FLOPS)
      .input("pixels", 5)
      .row("hidden1", "Dense", /* parameters= */ 24, new int[] {4}, "pixels").text("dense(4), relu")
      .row("hidden2", "Dense", /* parameters= */ 30, new int[] {6},
          "hidden1").text("dense(6), tanh")
      .row("digit", "Dense", /* parameters= */ 21, new int[] {3},
          "hidden2").text("dense(3), softmax")
      .output("digit", "categorical_crossentropy", /* weight= */ 1f, new int[] {3},
          /* target= */ new int[] {3}, "")
      .build();

  private final Parameter hidden1Weight = weight("hidden1.weight", Initializers.glorotUniform(),
      5, 4);
  private final Parameter hidden2Weight = weight("hidden2.weight", Initializers.glorotUniform(),
      4, 6);
  private final Parameter digitWeight = weight("digit.weight", Initializers.glorotUniform(), 6, 3);
  private final Parameter hidden1Bias = parameter("hidden1.bias", Initializers.zeros(), 4);
  private final Parameter hidden2Bias = parameter("hidden2.bias", Initializers.zeros(), 6);
  private final Parameter digitBias = parameter("digit.bias", Initializers.zeros(), 3);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public ChainNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(MatMul.class, Pointwise.class, Reduce.class,
        Share.class, Softmax.class, SoftmaxCrossEntropy.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param pixels [b, 5]
   * @param digitTarget [b, 3]
   * @return the examples
   */
  public static Examples examples(float[] pixels, float[] digitTarget) {
    return Examples.of(Arrays.asList(Column.of("pixels", 5, pixels)),
        Arrays.asList(Column.of("digit", 3, digitTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param pixels [b, 5]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] pixels) {
    int examples = examples("pixels", pixels, 5);
    float[] digit = new float[examples * 3];
    predict(examples, pixels, 0, digit, 0);
    return digit;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param pixels [b, 5], read
   * @param pixelsAt where the first example begins
   * @param digit [b, 3], written
   * @param digitAt where the first example begins
   */
  public void predict(int examples, float[] pixels, int pixelsAt, float[] digit, int digitAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("pixels", pass.pixels, batch, 5, pixels, pixelsAt + done * 5);
      pass.forward(batch);
      get("digit", pass.digit, batch, 3, digit, digitAt + done * 3);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param pixels [b, 5]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] pixels) {
    int examples = examples("pixels", pixels, 5);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("pixels", pass.pixels, batch, 5, pixels, done * 5);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code pixels}.
   *
   * @param pixels [b, 5]
   * @param digitTarget [b, 3]
   * @return the derivative, example by example
   */
  public float[] pixelsGradient(float[] pixels, float[] digitTarget) {
    int examples = examples("pixels", pixels, 5);
    requireExamples("digit.target", digitTarget, examples, 3);
    Evaluation.check(this, examples(pixels, digitTarget));
    Training pass = (Training) training(examples);
    put("pixels", pass.pixels, examples, 5, pixels, 0);
    put("digit.target", pass.digitTarget, examples, 3, digitTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[pixels.length];
    get("pixels", pass.pixelsGradient, examples, 5, gradient, 0);
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
  public ChainNetwork on(Backend backend) {
    return copyInto(new ChainNetwork(backend, seed()));
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
    private final Softmax softmax = kernel(Softmax.class);
    private final Buffer pixels = slot(6, 5);
    private final Buffer hidden1 = slot(11, 4);
    private final Buffer hidden2 = slot(0, 6);
    private final Buffer digitSum = slot(11, 3);
    private final Buffer digit = digitSum;

    Prediction(int capacity) {
      super(ChainNetwork.this, capacity, /* perExample= */ 15, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(pixels);
    }

    @Override
    public List<Buffer> outputs() {
      return list(digit);
    }

    @Override
    public void forward(int batch) {
      hidden1(batch);
      hidden2(batch);
      digit(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return pixels;
        case 1:
          hidden1(batch);
          return hidden1;
        case 2:
          hidden2(batch);
          return hidden2;
        case 3:
          digit(batch);
          return digit;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code hidden1 = relu(pixels · weight + bias)}. */
    private void hidden1(int batch) {
      matMul.mult(batch, 5, 4, pixels, hidden1Weight.value(), hidden1, Fused.RELU_X_PLUS_B,
          hidden1Bias.value());
    }

    /** {@code hidden2 = tanh(hidden1 · weight + bias)}. */
    private void hidden2(int batch) {
      matMul.mult(batch, 4, 6, hidden1, hidden2Weight.value(), hidden2, Fused.TANH_X_PLUS_B,
          hidden2Bias.value());
    }

    /** {@code sum = hidden2 · weight + bias; digit = softmax(sum)}. */
    private void digit(int batch) {
      matMul.mult(batch, 6, 3, hidden2, digitWeight.value(), digitSum, Fused.X_PLUS_B,
          digitBias.value());
      softmax.softmax(batch, 3, digitSum, digit);
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final SoftmaxCrossEntropy softmaxCrossEntropy = kernel(SoftmaxCrossEntropy.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Buffer pixels = slot(12, 5);
    private final Buffer digitTarget = slot(25, 3);
    private final Buffer digitShare = slot(28, 1);
    private final Buffer hidden1 = slot(17, 4);
    private final Buffer hidden2 = slot(0, 6);
    private final Buffer digitSum = slot(6, 3);
    private final Buffer digit = slot(21, 3);
    private final Buffer digitLoss = slot(29, 1);
    private final Buffer digitSumGradient = digit;
    private final Buffer hidden2Gradient = slot(6, 6);
    private final Buffer hidden2SumGradient = hidden2Gradient;
    private final Buffer hidden1Gradient = slot(21, 4);
    private final Buffer hidden1SumGradient = hidden1Gradient;
    private final Buffer pixelsGradient = slot(0, 5);

    Training(int capacity) {
      super(ChainNetwork.this, capacity, /* perExample= */ 30, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(pixels);
    }

    @Override
    public List<Buffer> outputs() {
      return list(digit);
    }

    @Override
    public List<Buffer> targets() {
      return list(digitTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(digitLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(digitShare);
    }

    @Override
    public void forward(int batch) {
      hidden1(batch);
      hidden2(batch);
      digit(batch);
      digitLoss(batch);
    }

    @Override
    public void backward(int batch) {
      digitLossBackward(batch);
      digitBackward(batch);
      hidden2Backward(batch);
      hidden1Backward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      hidden1TowardsInputs(batch);
    }

    /** {@code hidden1 = relu(pixels · weight + bias)}. */
    private void hidden1(int batch) {
      matMul.mult(batch, 5, 4, pixels, hidden1Weight.value(), hidden1, Fused.RELU_X_PLUS_B,
          hidden1Bias.value());
    }

    /** {@code hidden2 = tanh(hidden1 · weight + bias)}. */
    private void hidden2(int batch) {
      matMul.mult(batch, 4, 6, hidden1, hidden2Weight.value(), hidden2, Fused.TANH_X_PLUS_B,
          hidden2Bias.value());
    }

    /** {@code sum = hidden2 · weight + bias; digit = softmax(sum)}. */
    private void digit(int batch) {
      matMul.mult(batch, 6, 3, hidden2, digitWeight.value(), digitSum, Fused.X_PLUS_B,
          digitBias.value());
      softmax.softmax(batch, 3, digitSum, digit);
    }

    /** {@code loss = softmaxCrossEntropy(sum, digit, target)}. */
    private void digitLoss(int batch) {
      softmaxCrossEntropy.loss(batch, 3, digitSum, digitTarget, digitLoss);
    }

    private void digitLossBackward(int batch) {
      softmaxCrossEntropy.gradient(batch, 3, digit, digitTarget, digitShare, digitSumGradient);
    }

    private void digitBackward(int batch) {
      reduce.sum(1, batch, 3, digitSumGradient, digitBias.gradient());
      matMul.multTransB(batch, 3, 6, digitSumGradient, digitWeight.value(), hidden2Gradient);
      matMul.multTransA(6, batch, 3, hidden2, digitSumGradient, digitWeight.gradient());
    }

    private void hidden2Backward(int batch) {
      pointwise.apply(batch, 6, Fused.DY_TIMES_1_MINUS_SQUARE_Y, hidden2SumGradient,
          hidden2Gradient, hidden2);
      reduce.sum(1, batch, 6, hidden2SumGradient, hidden2Bias.gradient());
      matMul.multTransB(batch, 6, 4, hidden2SumGradient, hidden2Weight.value(), hidden1Gradient);
      matMul.multTransA(4, batch, 6, hidden1, hidden2SumGradient, hidden2Weight.gradient());
    }

    private void hidden1Backward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_STEP_Y, hidden1SumGradient, hidden1Gradient,
          hidden1);
      reduce.sum(1, batch, 4, hidden1SumGradient, hidden1Bias.gradient());
      matMul.multTransA(5, batch, 4, pixels, hidden1SumGradient, hidden1Weight.gradient());
    }

    private void hidden1TowardsInputs(int batch) {
      matMul.multTransB(batch, 4, 5, hidden1SumGradient, hidden1Weight.value(), pixelsGradient);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
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
