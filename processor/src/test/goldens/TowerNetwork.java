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
import org.synapt.kernel.RandomMask;
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
 * The network declared by {@link Tower}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value            layer            shape    parameters   FLOPs   bytes
 * signal           input            [b, 4]            0       0      16
 * trunk[0].inner   dense(5), relu   [b, 5]           25      45      20
 * trunk[0].outer   dense(4)         [b, 4]           24      44      16
 * trunk[0].sum     add, tanh        [b, 4]            0       4      16
 * trunk[1].inner   dense(5), relu   [b, 5]           25      45      20
 * trunk[1].outer   dense(4)         [b, 4]           24      44      16
 * trunk[1].sum     add, tanh        [b, 4]            0       4      16
 * trunk[2].inner   dense(5), relu   [b, 5]           25      45      20
 * trunk[2].outer   dense(4)         [b, 4]           24      44      16
 * trunk[2].sum     add, tanh        [b, 4]            0       4      16
 * kept             dropout(0.4)     [b, 4]            0       0       0
 * level            dense(2)         [b, 2]           10      18       8
 *                                                   157     297
 * </pre>
 *
 * <pre>
 * trunk[0].inner of signal
 * trunk[0].outer of trunk[0].inner
 * trunk[0].sum of trunk[0].outer, signal
 * trunk[1].inner of trunk[0].sum
 * trunk[1].outer of trunk[1].inner
 * trunk[1].sum of trunk[1].outer, trunk[0].sum
 * trunk[2].inner of trunk[1].sum
 * trunk[2].outer of trunk[2].inner
 * trunk[2].sum of trunk[2].outer, trunk[1].sum
 * kept of trunk[2].sum
 * level of kept
 * </pre>
 *
 * <p>157 parameters, all trained. For each example a prediction takes 297 FLOPs and 68 bytes that
 * its rows share; training takes 200 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class TowerNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 157;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 297;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 68;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 200;

  private static final Signature SIGNATURE = Signature.of("Tower").flops(FLOPS)
      .input("signal", 4)
      .row("trunk[0].inner", "Dense", /* parameters= */ 25, new int[] {5},
          "signal").text("dense(5), relu")
      .row("trunk[0].outer", "Dense", /* parameters= */ 24, new int[] {4},
          "trunk[0].inner").text("dense(4)")
      .row("trunk[0].sum", "Add", /* parameters= */ 0, new int[] {4}, "trunk[0].outer",
          "signal").text("add, tanh")
      .row("trunk[1].inner", "Dense", /* parameters= */ 25, new int[] {5},
          "trunk[0].sum").text("dense(5), relu")
      .row("trunk[1].outer", "Dense", /* parameters= */ 24, new int[] {4},
          "trunk[1].inner").text("dense(4)")
      .row("trunk[1].sum", "Add", /* parameters= */ 0, new int[] {4}, "trunk[1].outer",
          "trunk[0].sum").text("add, tanh")
      .row("trunk[2].inner", "Dense", /* parameters= */ 25, new int[] {5},
          "trunk[1].sum").text("dense(5), relu")
      .row("trunk[2].outer", "Dense", /* parameters= */ 24, new int[] {4},
          "trunk[2].inner").text("dense(4)")
      .row("trunk[2].sum", "Add", /* parameters= */ 0, new int[] {4}, "trunk[2].outer",
          "trunk[1].sum").text("add, tanh")
      .row("kept", "Dropout", /* parameters= */ 0, new int[] {4},
          "trunk[2].sum").text("dropout(0.4)")
      .row("level", "Dense", /* parameters= */ 10, new int[] {2}, "kept").text("dense(2)")
      .output("level", "huber", /* weight= */ 1f, new int[] {2}, /* target= */ new int[] {2}, "")
      .build();

  private final Parameter trunk0InnerWeight = weight("trunk[0].inner.weight",
      Initializers.glorotUniform(), 4, 5);
  private final Parameter trunk0OuterWeight = weight("trunk[0].outer.weight",
      Initializers.glorotUniform(), 5, 4);
  private final Parameter trunk1InnerWeight = weight("trunk[1].inner.weight",
      Initializers.glorotUniform(), 4, 5);
  private final Parameter trunk1OuterWeight = weight("trunk[1].outer.weight",
      Initializers.glorotUniform(), 5, 4);
  private final Parameter trunk2InnerWeight = weight("trunk[2].inner.weight",
      Initializers.glorotUniform(), 4, 5);
  private final Parameter trunk2OuterWeight = weight("trunk[2].outer.weight",
      Initializers.glorotUniform(), 5, 4);
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 4, 2);
  private final Parameter trunk0InnerBias = parameter("trunk[0].inner.bias", Initializers.zeros(),
      5);
  private final Parameter trunk0OuterBias = parameter("trunk[0].outer.bias", Initializers.zeros(),
      4);
  private final Parameter trunk1InnerBias = parameter("trunk[1].inner.bias", Initializers.zeros(),
      5);
  private final Parameter trunk1OuterBias = parameter("trunk[1].outer.bias", Initializers.zeros(),
      4);
  private final Parameter trunk2InnerBias = parameter("trunk[2].inner.bias", Initializers.zeros(),
      5);
  private final Parameter trunk2OuterBias = parameter("trunk[2].outer.bias", Initializers.zeros(),
      4);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 2);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public TowerNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(MatMul.class, Pointwise.class, RandomMask.class,
        Reduce.class, Share.class, Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param signal [b, 4]
   * @param levelTarget [b, 2]
   * @return the examples
   */
  public static Examples examples(float[] signal, float[] levelTarget) {
    return Examples.of(Arrays.asList(Column.of("signal", 4, signal)),
        Arrays.asList(Column.of("level", 2, levelTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param signal [b, 4]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] signal) {
    int examples = examples("signal", signal, 4);
    float[] level = new float[examples * 2];
    predict(examples, signal, 0, level, 0);
    return level;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param signal [b, 4], read
   * @param signalAt where the first example begins
   * @param level [b, 2], written
   * @param levelAt where the first example begins
   */
  public void predict(int examples, float[] signal, int signalAt, float[] level, int levelAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("signal", pass.signal, batch, 4, signal, signalAt + done * 4);
      pass.forward(batch);
      get("level", pass.level, batch, 2, level, levelAt + done * 2);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param signal [b, 4]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] signal) {
    int examples = examples("signal", signal, 4);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("signal", pass.signal, batch, 4, signal, done * 4);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code signal}.
   *
   * @param signal [b, 4]
   * @param levelTarget [b, 2]
   * @return the derivative, example by example
   */
  public float[] signalGradient(float[] signal, float[] levelTarget) {
    int examples = examples("signal", signal, 4);
    requireExamples("level.target", levelTarget, examples, 2);
    Evaluation.check(this, examples(signal, levelTarget));
    Training pass = (Training) training(examples);
    put("signal", pass.signal, examples, 4, signal, 0);
    put("level.target", pass.levelTarget, examples, 2, levelTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[signal.length];
    get("signal", pass.signalGradient2, examples, 4, gradient, 0);
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
  public TowerNetwork on(Backend backend) {
    return copyInto(new TowerNetwork(backend, seed()));
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
    private final Buffer signal = slot(5, 4);
    private final Buffer trunk0Inner = slot(0, 5);
    private final Buffer trunk0Outer = slot(9, 4);
    private final Buffer trunk0Sum = trunk0Outer;
    private final Buffer trunk1Inner = trunk0Inner;
    private final Buffer trunk1Outer = slot(13, 4);
    private final Buffer trunk1Sum = trunk1Outer;
    private final Buffer trunk2Inner = trunk0Inner;
    private final Buffer trunk2Outer = trunk0Outer;
    private final Buffer trunk2Sum = trunk0Outer;
    private final Buffer level = slot(0, 2);

    Prediction(int capacity) {
      super(TowerNetwork.this, capacity, /* perExample= */ 17, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(signal);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level);
    }

    @Override
    public void forward(int batch) {
      trunk0Inner(batch);
      trunk0Outer(batch);
      trunk0Sum(batch);
      trunk1Inner(batch);
      trunk1Outer(batch);
      trunk1Sum(batch);
      trunk2Inner(batch);
      trunk2Outer(batch);
      trunk2Sum(batch);
      level(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return signal;
        case 1:
          trunk0Inner(batch);
          return trunk0Inner;
        case 2:
          trunk0Outer(batch);
          return trunk0Outer;
        case 3:
          trunk0Sum(batch);
          return trunk0Sum;
        case 4:
          trunk1Inner(batch);
          return trunk1Inner;
        case 5:
          trunk1Outer(batch);
          return trunk1Outer;
        case 6:
          trunk1Sum(batch);
          return trunk1Sum;
        case 7:
          trunk2Inner(batch);
          return trunk2Inner;
        case 8:
          trunk2Outer(batch);
          return trunk2Outer;
        case 9:
          trunk2Sum(batch);
          return trunk2Sum;
        case 10:
          return trunk2Sum;
        case 11:
          level(batch);
          return level;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code trunk[0].inner = relu(signal · weight + bias)}. */
    private void trunk0Inner(int batch) {
      matMul.mult(batch, 4, 5, signal, trunk0InnerWeight.value(), trunk0Inner, Fused.RELU_X_PLUS_B,
          trunk0InnerBias.value());
    }

    /** {@code trunk[0].outer = trunk[0].inner · weight + bias}. */
    private void trunk0Outer(int batch) {
      matMul.mult(batch, 5, 4, trunk0Inner, trunk0OuterWeight.value(), trunk0Outer, Fused.X_PLUS_B,
          trunk0OuterBias.value());
    }

    /** {@code trunk[0].sum = tanh(trunk[0].outer + signal)}. */
    private void trunk0Sum(int batch) {
      pointwise.apply(batch, 4, Fused.TANH_X1_PLUS_X2, trunk0Sum, trunk0Outer, signal);
    }

    /** {@code trunk[1].inner = relu(trunk[0].sum · weight + bias)}. */
    private void trunk1Inner(int batch) {
      matMul.mult(batch, 4, 5, trunk0Sum, trunk1InnerWeight.value(), trunk1Inner,
          Fused.RELU_X_PLUS_B, trunk1InnerBias.value());
    }

    /** {@code trunk[1].outer = trunk[1].inner · weight + bias}. */
    private void trunk1Outer(int batch) {
      matMul.mult(batch, 5, 4, trunk1Inner, trunk1OuterWeight.value(), trunk1Outer, Fused.X_PLUS_B,
          trunk1OuterBias.value());
    }

    /** {@code trunk[1].sum = tanh(trunk[1].outer + trunk[0].sum)}. */
    private void trunk1Sum(int batch) {
      pointwise.apply(batch, 4, Fused.TANH_X1_PLUS_X2, trunk1Sum, trunk1Outer, trunk0Sum);
    }

    /** {@code trunk[2].inner = relu(trunk[1].sum · weight + bias)}. */
    private void trunk2Inner(int batch) {
      matMul.mult(batch, 4, 5, trunk1Sum, trunk2InnerWeight.value(), trunk2Inner,
          Fused.RELU_X_PLUS_B, trunk2InnerBias.value());
    }

    /** {@code trunk[2].outer = trunk[2].inner · weight + bias}. */
    private void trunk2Outer(int batch) {
      matMul.mult(batch, 5, 4, trunk2Inner, trunk2OuterWeight.value(), trunk2Outer, Fused.X_PLUS_B,
          trunk2OuterBias.value());
    }

    /** {@code trunk[2].sum = tanh(trunk[2].outer + trunk[1].sum)}. */
    private void trunk2Sum(int batch) {
      pointwise.apply(batch, 4, Fused.TANH_X1_PLUS_X2, trunk2Sum, trunk2Outer, trunk1Sum);
    }

    /** {@code level = trunk[2].sum · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 4, 2, trunk2Sum, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final RandomMask randomMask = kernel(RandomMask.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Spread spread = kernel(Spread.class);
    private final Buffer signal = slot(20, 4);
    private final Buffer levelTarget = slot(44, 2);
    private final Buffer levelShare = slot(48, 1);
    private final Buffer trunk0Inner = slot(0, 5);
    private final Buffer trunk0Outer = slot(24, 4);
    private final Buffer trunk0Sum = trunk0Outer;
    private final Buffer trunk1Inner = slot(5, 5);
    private final Buffer trunk1Outer = slot(28, 4);
    private final Buffer trunk1Sum = trunk1Outer;
    private final Buffer trunk2Inner = slot(10, 5);
    private final Buffer trunk2Outer = slot(15, 4);
    private final Buffer trunk2Sum = trunk2Outer;
    private final Buffer keptMask = slot(32, 4);
    private final Buffer kept = slot(36, 4);
    private final Buffer level = slot(40, 2);
    private final Buffer levelLossTerms = slot(42, 2);
    private final Buffer levelLossSum = slot(49, 1);
    private final Buffer levelLoss = levelLossSum;
    private final Buffer levelLossSumGradient = slot(19, 1);
    private final Buffer levelLossTermsGradient = slot(46, 2);
    private final Buffer levelGradient = levelLossTermsGradient;
    private final Buffer keptGradient = slot(40, 4);
    private final Buffer trunk2SumGradient = keptGradient;
    private final Buffer trunk2SumMergedGradient = keptGradient;
    private final Buffer trunk2InnerGradient = slot(15, 5);
    private final Buffer trunk2InnerSumGradient = trunk2InnerGradient;
    private final Buffer trunk1SumGradient2 = keptGradient;
    private final Buffer trunk1SumMergedGradient = keptGradient;
    private final Buffer trunk1InnerGradient = trunk2Inner;
    private final Buffer trunk1InnerSumGradient = trunk2Inner;
    private final Buffer trunk0SumGradient2 = keptGradient;
    private final Buffer trunk0SumMergedGradient = keptGradient;
    private final Buffer trunk0InnerGradient = trunk1Inner;
    private final Buffer trunk0InnerSumGradient = trunk1Inner;
    private final Buffer signalGradient2 = keptGradient;

    Training(int capacity) {
      super(TowerNetwork.this, capacity, /* perExample= */ 50, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(signal);
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
      trunk0Inner(batch);
      trunk0Outer(batch);
      trunk0Sum(batch);
      trunk1Inner(batch);
      trunk1Outer(batch);
      trunk1Sum(batch);
      trunk2Inner(batch);
      trunk2Outer(batch);
      trunk2Sum(batch);
      kept(batch);
      level(batch);
      levelLoss(batch);
    }

    @Override
    public void backward(int batch) {
      levelLossBackward(batch);
      levelBackward(batch);
      keptBackward(batch);
      trunk2SumBackward(batch);
      trunk2OuterBackward(batch);
      trunk2InnerBackward(batch);
      trunk1SumBackward(batch);
      trunk1OuterBackward(batch);
      trunk1InnerBackward(batch);
      trunk0SumBackward(batch);
      trunk0OuterBackward(batch);
      trunk0InnerBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      trunk0InnerTowardsInputs(batch);
    }

    /** {@code trunk[0].inner = relu(signal · weight + bias)}. */
    private void trunk0Inner(int batch) {
      matMul.mult(batch, 4, 5, signal, trunk0InnerWeight.value(), trunk0Inner, Fused.RELU_X_PLUS_B,
          trunk0InnerBias.value());
    }

    /** {@code trunk[0].outer = trunk[0].inner · weight + bias}. */
    private void trunk0Outer(int batch) {
      matMul.mult(batch, 5, 4, trunk0Inner, trunk0OuterWeight.value(), trunk0Outer, Fused.X_PLUS_B,
          trunk0OuterBias.value());
    }

    /** {@code trunk[0].sum = tanh(trunk[0].outer + signal)}. */
    private void trunk0Sum(int batch) {
      pointwise.apply(batch, 4, Fused.TANH_X1_PLUS_X2, trunk0Sum, trunk0Outer, signal);
    }

    /** {@code trunk[1].inner = relu(trunk[0].sum · weight + bias)}. */
    private void trunk1Inner(int batch) {
      matMul.mult(batch, 4, 5, trunk0Sum, trunk1InnerWeight.value(), trunk1Inner,
          Fused.RELU_X_PLUS_B, trunk1InnerBias.value());
    }

    /** {@code trunk[1].outer = trunk[1].inner · weight + bias}. */
    private void trunk1Outer(int batch) {
      matMul.mult(batch, 5, 4, trunk1Inner, trunk1OuterWeight.value(), trunk1Outer, Fused.X_PLUS_B,
          trunk1OuterBias.value());
    }

    /** {@code trunk[1].sum = tanh(trunk[1].outer + trunk[0].sum)}. */
    private void trunk1Sum(int batch) {
      pointwise.apply(batch, 4, Fused.TANH_X1_PLUS_X2, trunk1Sum, trunk1Outer, trunk0Sum);
    }

    /** {@code trunk[2].inner = relu(trunk[1].sum · weight + bias)}. */
    private void trunk2Inner(int batch) {
      matMul.mult(batch, 4, 5, trunk1Sum, trunk2InnerWeight.value(), trunk2Inner,
          Fused.RELU_X_PLUS_B, trunk2InnerBias.value());
    }

    /** {@code trunk[2].outer = trunk[2].inner · weight + bias}. */
    private void trunk2Outer(int batch) {
      matMul.mult(batch, 5, 4, trunk2Inner, trunk2OuterWeight.value(), trunk2Outer, Fused.X_PLUS_B,
          trunk2OuterBias.value());
    }

    /** {@code trunk[2].sum = tanh(trunk[2].outer + trunk[1].sum)}. */
    private void trunk2Sum(int batch) {
      pointwise.apply(batch, 4, Fused.TANH_X1_PLUS_X2, trunk2Sum, trunk2Outer, trunk1Sum);
    }

    /** {@code mask = randomMask<0.4, 10, [4]>(); kept = trunk[2].sum * mask}. */
    private void kept(int batch) {
      randomMask.fill(batch * 4, rate(0.4f), key(10), keptMask);
      pointwise.apply(batch, 4, Fused.X_TIMES_MASK, kept, trunk2Sum, keptMask);
    }

    /** {@code level = kept · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 4, 2, kept, levelWeight.value(), level, Fused.X_PLUS_B, levelBias.value());
    }

    /**
     * <pre>{@code
     * terms = abs(level - target) <= 0.5 ? 0.5 * square(level - target) : 0.5 * (abs(level -
     * target) - 0.5 * 0.5)
     * sum = sum<0>(terms)
     * loss = sum / 2
     * }</pre>
     */
    private void levelLoss(int batch) {
      pointwise.apply(batch, 2, Fused.ABS_P_MINUS_T_UP_TO_0_5_THEN_0_5_TIMES, levelLossTerms, level,
          levelTarget);
      reduce.sum(batch, 2, 1, levelLossTerms, levelLossSum);
      pointwise.apply(batch, 1, Fused.SUM_OVER_2, levelLoss, levelLossSum);
    }

    private void levelLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_0_5, levelLossSumGradient, levelShare);
      spread.spread(batch, 2, 1, levelLossSumGradient, levelLossTermsGradient);
      pointwise.apply(batch, 2, Fused.DY_TIMES_ABS_P_MINUS_T_UP_TO_0_5_THEN_P, levelGradient,
          levelLossTermsGradient, level, levelTarget);
    }

    private void levelBackward(int batch) {
      reduce.sum(1, batch, 2, levelGradient, levelBias.gradient());
      matMul.multTransB(batch, 2, 4, levelGradient, levelWeight.value(), keptGradient);
      matMul.multTransA(4, batch, 2, kept, levelGradient, levelWeight.gradient());
    }

    private void keptBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_MASK, trunk2SumGradient, keptGradient, keptMask);
    }

    private void trunk2SumBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_1_MINUS_SQUARE_Y, trunk2SumMergedGradient,
          trunk2SumGradient, trunk2Sum);
    }

    private void trunk2OuterBackward(int batch) {
      reduce.sum(1, batch, 4, trunk2SumMergedGradient, trunk2OuterBias.gradient());
      matMul.multTransB(batch, 4, 5, trunk2SumMergedGradient, trunk2OuterWeight.value(),
          trunk2InnerGradient);
      matMul.multTransA(5, batch, 4, trunk2Inner, trunk2SumMergedGradient,
          trunk2OuterWeight.gradient());
    }

    private void trunk2InnerBackward(int batch) {
      pointwise.apply(batch, 5, Fused.DY_TIMES_STEP_Y, trunk2InnerSumGradient, trunk2InnerGradient,
          trunk2Inner);
      reduce.sum(1, batch, 5, trunk2InnerSumGradient, trunk2InnerBias.gradient());
      matMul.multAddTransB(batch, 5, 4, trunk2InnerSumGradient, trunk2InnerWeight.value(),
          trunk1SumGradient2);
      matMul.multTransA(4, batch, 5, trunk1Sum, trunk2InnerSumGradient,
          trunk2InnerWeight.gradient());
    }

    private void trunk1SumBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_1_MINUS_SQUARE_Y, trunk1SumMergedGradient,
          trunk1SumGradient2, trunk1Sum);
    }

    private void trunk1OuterBackward(int batch) {
      reduce.sum(1, batch, 4, trunk1SumMergedGradient, trunk1OuterBias.gradient());
      matMul.multTransB(batch, 4, 5, trunk1SumMergedGradient, trunk1OuterWeight.value(),
          trunk1InnerGradient);
      matMul.multTransA(5, batch, 4, trunk1Inner, trunk1SumMergedGradient,
          trunk1OuterWeight.gradient());
    }

    private void trunk1InnerBackward(int batch) {
      pointwise.apply(batch, 5, Fused.DY_TIMES_STEP_Y, trunk1InnerSumGradient, trunk1InnerGradient,
          trunk1Inner);
      reduce.sum(1, batch, 5, trunk1InnerSumGradient, trunk1InnerBias.gradient());
      matMul.multAddTransB(batch, 5, 4, trunk1InnerSumGradient, trunk1InnerWeight.value(),
          trunk0SumGradient2);
      matMul.multTransA(4, batch, 5, trunk0Sum, trunk1InnerSumGradient,
          trunk1InnerWeight.gradient());
    }

    private void trunk0SumBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_1_MINUS_SQUARE_Y, trunk0SumMergedGradient,
          trunk0SumGradient2, trunk0Sum);
    }

    private void trunk0OuterBackward(int batch) {
      reduce.sum(1, batch, 4, trunk0SumMergedGradient, trunk0OuterBias.gradient());
      matMul.multTransB(batch, 4, 5, trunk0SumMergedGradient, trunk0OuterWeight.value(),
          trunk0InnerGradient);
      matMul.multTransA(5, batch, 4, trunk0Inner, trunk0SumMergedGradient,
          trunk0OuterWeight.gradient());
    }

    private void trunk0InnerBackward(int batch) {
      pointwise.apply(batch, 5, Fused.DY_TIMES_STEP_Y, trunk0InnerSumGradient, trunk0InnerGradient,
          trunk0Inner);
      reduce.sum(1, batch, 5, trunk0InnerSumGradient, trunk0InnerBias.gradient());
      matMul.multTransA(4, batch, 5, signal, trunk0InnerSumGradient, trunk0InnerWeight.gradient());
    }

    private void trunk0InnerTowardsInputs(int batch) {
      matMul.multAddTransB(batch, 5, 4, trunk0InnerSumGradient, trunk0InnerWeight.value(),
          signalGradient2);
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

    /** {@code tanh(x1 + x2)}. */
    static final Formula TANH_X1_PLUS_X2 = new Formula("tanh(x1 + x2)", 2, "x1", "x2") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x1 = operands[0];
        float[] x2 = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.tanh(x1[j] + x2[j]);
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

    /** {@code abs(p - t) <= 0.5 ? 0.5 * square(p - t) : 0.5 * (abs(p - t) - 0.5 * 0.5)}. */
    static final Formula ABS_P_MINUS_T_UP_TO_0_5_THEN_0_5_TIMES =
        new Formula("abs(p - t) <= 0.5 ? 0.5 * square(p - t) : 0.5 * (abs(p - t) - 0.5 * "
            + "0.5)", 2, "p", "t") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] p = operands[0];
        float[] t = operands[1];
        for (int j = 0; j < n; j++) {
          float difference = p[j] - t[j];
          float abs = Math.abs(difference);
          result[j] = abs <= 0.5f ? 0.5f * (difference * difference) : 0.5f * (abs - 0.5f * 0.5f);
        }
      }
    };

    /** {@code sum / 2}. */
    static final Formula SUM_OVER_2 = new Formula("sum / 2", 1, "sum") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] sum = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = sum[j] / 2f;
        }
      }
    };

    /** {@code 0.5 * dy}. */
    static final Formula DY_TIMES_0_5 = new Formula("0.5 * dy", 1, "dy") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 0.5f * dy[j];
        }
      }
    };

    /** {@code dy * (abs(p - t) <= 0.5 ? p - t : 0.5 * sign(p - t))}. */
    static final Formula DY_TIMES_ABS_P_MINUS_T_UP_TO_0_5_THEN_P =
        new Formula("dy * (abs(p - t) <= 0.5 ? p - t : 0.5 * sign(p - t))", 3, "dy", "p", "t") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] p = operands[1];
        float[] t = operands[2];
        for (int j = 0; j < n; j++) {
          float difference = p[j] - t[j];
          result[j] =
              dy[j]
              * (Math.abs(difference) <= 0.5f ? difference : 0.5f * Functions.sign(difference));
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
