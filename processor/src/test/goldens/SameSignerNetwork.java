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
 * The network declared by {@link SameSigner}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value       layer                       of                    shape    parameters   FLOPs   bytes
 * left        input                                             [b, 6]            0       0      24
 * right       input                                             [b, 6]            0       0      24
 * leftCode    dense(4), tanh              left                  [b, 4]           28      52      16
 * rightCode   dense(4), tanh              right                 [b, 4]            0      52      16
 * apart       abs(leftCode - rightCode)   leftCode, rightCode   [b, 4]            0       4      16
 * same        dense(1), sigmoid           apart                 [b, 1]            5       9       4
 *                                                                                33     117
 * </pre>
 *
 * <p>33 parameters, all trained. For each example a prediction takes 117 FLOPs and 80 bytes that
 * its rows share; training takes 140 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class SameSignerNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 33;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 117;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 80;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 140;

  private static final Signature SIGNATURE = Signature.of("SameSigner").flops(FLOPS)
      .input("left", 6)
      .input("right", 6)
      .row("leftCode", "Dense", /* parameters= */ 28, new int[] {4}, "left").text("dense(4), tanh")
      .row("rightCode", "Dense", /* parameters= */ 0, new int[] {4}, "right").text("dense(4), tanh")
      .row("apart", "Formula", /* parameters= */ 0, new int[] {4}, "leftCode",
          "rightCode").text("abs(leftCode - rightCode)")
      .row("same", "Dense", /* parameters= */ 5, new int[] {1}, "apart").text("dense(1), sigmoid")
      .output("same", "binary_crossentropy", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private final Parameter encoderWeight = weight("encoder.weight", Initializers.glorotUniform(),
      6, 4);
  private final Parameter sameWeight = weight("same.weight", Initializers.glorotUniform(), 4, 1);
  private final Parameter encoderBias = parameter("encoder.bias", Initializers.zeros(), 4);
  private final Parameter sameBias = parameter("same.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public SameSignerNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(MatMul.class, Pointwise.class, Reduce.class,
        Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @param sameTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] left, float[] right, float[] sameTarget) {
    return Examples.of(Arrays.asList(Column.of("left", 6, left), Column.of("right", 6, right)),
        Arrays.asList(Column.of("same", 1, sameTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] left, float[] right) {
    int examples = examples("left", left, 6);
    requireExamples("right", right, examples, 6);
    float[] same = new float[examples];
    predict(examples, left, 0, right, 0, same, 0);
    return same;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param left [b, 6], read
   * @param leftAt where the first example begins
   * @param right [b, 6], read
   * @param rightAt where the first example begins
   * @param same [b, 1], written
   * @param sameAt where the first example begins
   */
  public void predict(int examples, float[] left, int leftAt, float[] right, int rightAt,
      float[] same, int sameAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("left", pass.left, batch, 6, left, leftAt + done * 6);
      put("right", pass.right, batch, 6, right, rightAt + done * 6);
      pass.forward(batch);
      get("same", pass.same, batch, 1, same, sameAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param left [b, 6]
   * @param right [b, 6]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] left, float[] right) {
    int examples = examples("left", left, 6);
    requireExamples("right", right, examples, 6);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("left", pass.left, batch, 6, left, done * 6);
      put("right", pass.right, batch, 6, right, done * 6);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code left}.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @param sameTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] leftGradient(float[] left, float[] right, float[] sameTarget) {
    int examples = examples("left", left, 6);
    requireExamples("right", right, examples, 6);
    requireExamples("same.target", sameTarget, examples, 1);
    Evaluation.check(this, examples(left, right, sameTarget));
    Training pass = (Training) training(examples);
    put("left", pass.left, examples, 6, left, 0);
    put("right", pass.right, examples, 6, right, 0);
    put("same.target", pass.sameTarget, examples, 1, sameTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[left.length];
    get("left", pass.leftGradient, examples, 6, gradient, 0);
    return gradient;
  }

  /**
   * The derivative of the loss of all examples together by {@code right}.
   *
   * @param left [b, 6]
   * @param right [b, 6]
   * @param sameTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] rightGradient(float[] left, float[] right, float[] sameTarget) {
    int examples = examples("left", left, 6);
    requireExamples("right", right, examples, 6);
    requireExamples("same.target", sameTarget, examples, 1);
    Evaluation.check(this, examples(left, right, sameTarget));
    Training pass = (Training) training(examples);
    put("left", pass.left, examples, 6, left, 0);
    put("right", pass.right, examples, 6, right, 0);
    put("same.target", pass.sameTarget, examples, 1, sameTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[right.length];
    get("right", pass.rightGradient, examples, 6, gradient, 0);
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
  public SameSignerNetwork on(Backend backend) {
    return copyInto(new SameSignerNetwork(backend, seed()));
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
    private final Buffer left = slot(0, 6);
    private final Buffer right = slot(6, 6);
    private final Buffer leftCode = slot(12, 4);
    private final Buffer rightCode = slot(16, 4);
    private final Buffer apart = leftCode;
    private final Buffer same = slot(16, 1);

    Prediction(int capacity) {
      super(SameSignerNetwork.this, capacity, /* perExample= */ 20, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(left, right);
    }

    @Override
    public List<Buffer> outputs() {
      return list(same);
    }

    @Override
    public void forward(int batch) {
      leftCode(batch);
      rightCode(batch);
      apart(batch);
      same(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return left;
        case 1:
          return right;
        case 2:
          leftCode(batch);
          return leftCode;
        case 3:
          rightCode(batch);
          return rightCode;
        case 4:
          apart(batch);
          return apart;
        case 5:
          same(batch);
          return same;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code leftCode = tanh(left · encoder.weight + encoder.bias)}. */
    private void leftCode(int batch) {
      matMul.mult(batch, 6, 4, left, encoderWeight.value(), leftCode, Fused.TANH_X_PLUS_B,
          encoderBias.value());
    }

    /** {@code rightCode = tanh(right · encoder.weight + encoder.bias)}. */
    private void rightCode(int batch) {
      matMul.mult(batch, 6, 4, right, encoderWeight.value(), rightCode, Fused.TANH_X_PLUS_B,
          encoderBias.value());
    }

    /** {@code apart = abs(leftCode - rightCode)}. */
    private void apart(int batch) {
      pointwise.apply(batch, 4, Fused.ABS_LEFT_CODE_MINUS_RIGHT_CODE, apart, leftCode, rightCode);
    }

    /** {@code same = sigmoid(apart · weight + bias)}. */
    private void same(int batch) {
      matMul.mult(batch, 4, 1, apart, sameWeight.value(), same, Fused.SIGMOID_X_PLUS_B,
          sameBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer left = slot(0, 6);
    private final Buffer right = slot(6, 6);
    private final Buffer sameTarget = slot(32, 1);
    private final Buffer sameShare = slot(33, 1);
    private final Buffer leftCode = slot(12, 4);
    private final Buffer rightCode = slot(16, 4);
    private final Buffer apart = slot(20, 4);
    private final Buffer sameSum = slot(28, 1);
    private final Buffer same = slot(24, 1);
    private final Buffer sameLossTerms = slot(34, 1);
    private final Buffer sameLoss = sameLossTerms;
    private final Buffer sameLossTermsGradient = sameShare;
    private final Buffer sameSumGradient = sameSum;
    private final Buffer apartGradient = slot(24, 4);
    private final Buffer leftCodeGradient = slot(28, 4);
    private final Buffer rightCodeGradient = apartGradient;
    private final Buffer rightCodeSumGradient = apartGradient;
    private final Buffer leftCodeSumGradient = leftCodeGradient;
    private final Buffer rightGradient = slot(12, 6);
    private final Buffer leftGradient = slot(18, 6);

    Training(int capacity) {
      super(SameSignerNetwork.this, capacity, /* perExample= */ 35, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(left, right);
    }

    @Override
    public List<Buffer> outputs() {
      return list(same);
    }

    @Override
    public List<Buffer> targets() {
      return list(sameTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(sameLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(sameShare);
    }

    @Override
    public void forward(int batch) {
      leftCode(batch);
      rightCode(batch);
      apart(batch);
      same(batch);
      sameLoss(batch);
    }

    @Override
    public void backward(int batch) {
      sameLossBackward(batch);
      sameBackward(batch);
      apartBackward(batch);
      rightCodeBackward(batch);
      leftCodeBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      rightCodeTowardsInputs(batch);
      leftCodeTowardsInputs(batch);
    }

    /** {@code leftCode = tanh(left · encoder.weight + encoder.bias)}. */
    private void leftCode(int batch) {
      matMul.mult(batch, 6, 4, left, encoderWeight.value(), leftCode, Fused.TANH_X_PLUS_B,
          encoderBias.value());
    }

    /** {@code rightCode = tanh(right · encoder.weight + encoder.bias)}. */
    private void rightCode(int batch) {
      matMul.mult(batch, 6, 4, right, encoderWeight.value(), rightCode, Fused.TANH_X_PLUS_B,
          encoderBias.value());
    }

    /** {@code apart = abs(leftCode - rightCode)}. */
    private void apart(int batch) {
      pointwise.apply(batch, 4, Fused.ABS_LEFT_CODE_MINUS_RIGHT_CODE, apart, leftCode, rightCode);
    }

    /** {@code sum = apart · weight + bias; same = sigmoid(sum)}. */
    private void same(int batch) {
      matMul.mult(batch, 4, 1, apart, sameWeight.value(), sameSum, Fused.X_PLUS_B,
          sameBias.value());
      pointwise.apply(batch, 1, Fused.SIGMOID_X, same, sameSum);
    }

    /** {@code loss = softplus(sum) - sum * target}. */
    private void sameLoss(int batch) {
      pointwise.apply(batch, 1, Fused.SOFTPLUS_Z_MINUS_Z_TIMES_T, sameLossTerms, sameSum,
          sameTarget);
    }

    private void sameLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_SIGMOID_Z_MINUS_T, sameSumGradient,
          sameLossTermsGradient, sameSum, sameTarget);
    }

    private void sameBackward(int batch) {
      reduce.sum(1, batch, 1, sameSumGradient, sameBias.gradient());
      matMul.multTransB(batch, 1, 4, sameSumGradient, sameWeight.value(), apartGradient);
      matMul.multTransA(4, batch, 1, apart, sameSumGradient, sameWeight.gradient());
    }

    private void apartBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_SIGN_LEFT_CODE_MINUS_RIGHT_CODE, leftCodeGradient,
          apartGradient, leftCode, rightCode);
      pointwise.apply(batch, 4, Fused.MINUS_DY_TIMES_SIGN_LEFT_CODE_MINUS, rightCodeGradient,
          apartGradient, leftCode, rightCode);
    }

    private void rightCodeBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_1_MINUS_SQUARE_Y, rightCodeSumGradient,
          rightCodeGradient, rightCode);
      reduce.sum(1, batch, 4, rightCodeSumGradient, encoderBias.gradient());
      matMul.multTransA(6, batch, 4, right, rightCodeSumGradient, encoderWeight.gradient());
    }

    private void leftCodeBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_1_MINUS_SQUARE_Y, leftCodeSumGradient,
          leftCodeGradient, leftCode);
      reduce.sumAdd(1, batch, 4, leftCodeSumGradient, encoderBias.gradient());
      matMul.multAddTransA(6, batch, 4, left, leftCodeSumGradient, encoderWeight.gradient());
    }

    private void rightCodeTowardsInputs(int batch) {
      matMul.multTransB(batch, 4, 6, rightCodeSumGradient, encoderWeight.value(), rightGradient);
    }

    private void leftCodeTowardsInputs(int batch) {
      matMul.multTransB(batch, 4, 6, leftCodeSumGradient, encoderWeight.value(), leftGradient);
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

    /** {@code abs(leftCode - rightCode)}. */
    static final Formula ABS_LEFT_CODE_MINUS_RIGHT_CODE =
        new Formula("abs(leftCode - rightCode)", 2, "leftCode", "rightCode") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] leftCode = operands[0];
        float[] rightCode = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = Math.abs(leftCode[j] - rightCode[j]);
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

    /** {@code softplus(z) - z * t}. */
    static final Formula SOFTPLUS_Z_MINUS_Z_TIMES_T =
        new Formula("softplus(z) - z * t", 2, "z", "t") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] z = operands[0];
        float[] t = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.softplus(z[j]) - z[j] * t[j];
        }
      }
    };

    /** {@code dy * (sigmoid(z) - t)}. */
    static final Formula DY_TIMES_SIGMOID_Z_MINUS_T =
        new Formula("dy * (sigmoid(z) - t)", 3, "dy", "z", "t") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] z = operands[1];
        float[] t = operands[2];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * (Functions.sigmoid(z[j]) - t[j]);
        }
      }
    };

    /** {@code dy * sign(leftCode - rightCode)}. */
    static final Formula DY_TIMES_SIGN_LEFT_CODE_MINUS_RIGHT_CODE =
        new Formula("dy * sign(leftCode - rightCode)", 3, "dy", "leftCode", "rightCode") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] leftCode = operands[1];
        float[] rightCode = operands[2];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * Functions.sign(leftCode[j] - rightCode[j]);
        }
      }
    };

    /** {@code -dy * sign(leftCode - rightCode)}. */
    static final Formula MINUS_DY_TIMES_SIGN_LEFT_CODE_MINUS =
        new Formula("-dy * sign(leftCode - rightCode)", 3, "dy", "leftCode", "rightCode") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] leftCode = operands[1];
        float[] rightCode = operands[2];
        for (int j = 0; j < n; j++) {
          result[j] = -dy[j] * Functions.sign(leftCode[j] - rightCode[j]);
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
