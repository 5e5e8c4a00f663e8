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
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Permute;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
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
 * The network declared by {@link Phrases}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value    layer                    of       shape       parameters   FLOPs   bytes
 * x        input                             [b, 6, 2]            0       0      48
 * padded   x &gt; 0.7 ? x : 0          x        [b, 6, 2]            0      24      48
 * steps    masking(0.0)             padded   [b, 6, 2]            0      60      96
 * hidden   dense(3), tanh           steps    [b, 6, 3]            9      90      72
 * kept     dropout(0.3)             hidden   [b, 6, 3]            0       0       0
 * even     layerNormalization       kept     [b, 6, 3]            6     126      72
 * shares   softmax(axis 0)          even     [b, 6, 3]            0     126     144
 * mean     globalAveragePooling1D   kept     [b, 3]               0      66     100
 * level    dense(2)                 mean     [b, 2]               8      14       8
 * kind     dense(3), softmax        even     [b, 6, 3]           12     198      72
 * next     dense(1)                 shares   [b, 6, 1]            4      42      24
 *                                                                39     746
 * </pre>
 *
 * <p>39 parameters, all trained. For each example a prediction takes 746 FLOPs and 360 bytes that
 * its rows share; training takes 1,072 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class PhrasesNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 39;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 746;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 360;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 1_072;

  private static final Signature SIGNATURE = Signature.of("Phrases").flops(FLOPS)
      .input("x", 6, 2)
      .row("padded", "Formula", /* parameters= */ 0, new int[] {6, 2}, "x").text("x > 0.7 ? x : 0")
      .row("steps", "Masking", /* parameters= */ 0, new int[] {6, 2}, "padded").text("masking(0.0)")
      .row("hidden", "Dense", /* parameters= */ 9, new int[] {6, 3}, "steps").text("dense(3), tanh")
      .row("kept", "Dropout", /* parameters= */ 0, new int[] {6, 3}, "hidden").text("dropout(0.3)")
      .row("even", "LayerNormalization", /* parameters= */ 6, new int[] {6, 3},
          "kept").text("layerNormalization")
      .row("shares", "Softmax", /* parameters= */ 0, new int[] {6, 3},
          "even").text("softmax(axis 0)")
      .row("mean", "GlobalAveragePooling1D", /* parameters= */ 0, new int[] {3},
          "kept").text("globalAveragePooling1D")
      .row("level", "Dense", /* parameters= */ 8, new int[] {2}, "mean").text("dense(2)")
      .row("kind", "Dense", /* parameters= */ 12, new int[] {6, 3},
          "even").text("dense(3), softmax")
      .row("next", "Dense", /* parameters= */ 4, new int[] {6, 1}, "shares").text("dense(1)")
      .output("level", "mean_squared_error", /* weight= */ 1f, new int[] {2},
          /* target= */ new int[] {2}, "")
      .output("kind", "categorical_crossentropy", /* weight= */ 2f, new int[] {6, 3},
          /* target= */ new int[] {6, 3}, "").masked()
      .output("next", "mean_squared_error", /* weight= */ 1f, new int[] {6, 1},
          /* target= */ new int[] {6, 1}, "").masked()
      .build();

  private final Parameter hiddenWeight = weight("hidden.weight", Initializers.glorotUniform(),
      2, 3);
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 3, 2);
  private final Parameter kindWeight = weight("kind.weight", Initializers.glorotUniform(), 3, 3);
  private final Parameter nextWeight = weight("next.weight", Initializers.glorotUniform(), 3, 1);
  private final Parameter hiddenBias = parameter("hidden.bias", Initializers.zeros(), 3);
  private final Parameter evenGamma = parameter("even.gamma", Initializers.ones(), 3);
  private final Parameter evenBeta = parameter("even.beta", Initializers.zeros(), 3);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 2);
  private final Parameter kindBias = parameter("kind.bias", Initializers.zeros(), 3);
  private final Parameter nextBias = parameter("next.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public PhrasesNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(LayerNormalization.class, MatMul.class,
        Permute.class, Pointwise.class, RandomMask.class, Reduce.class, Share.class, Softmax.class,
        SoftmaxCrossEntropy.class, Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param x [b, 6, 2]
   * @param levelTarget [b, 2]
   * @param kindTarget [b, 6, 3]
   * @param nextTarget [b, 6, 1]
   * @return the examples
   */
  public static Examples examples(float[] x, float[] levelTarget, float[] kindTarget,
      float[] nextTarget) {
    return Examples.of(Arrays.asList(Column.of("x", 12, x)),
        Arrays.asList(Column.of("level", 2, levelTarget), Column.of("kind", 18, kindTarget),
        Column.of("next", 6, nextTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param x [b, 6, 2]
   * @return the predictions, one behind the other
   */
  public Outputs predict(float[] x) {
    int examples = examples("x", x, 12);
    float[] level = new float[examples * 2];
    float[] kind = new float[examples * 18];
    float[] next = new float[examples * 6];
    predict(examples, x, 0, level, 0, kind, 0, next, 0);
    return new Outputs(level, kind, next);
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param x [b, 6, 2], read
   * @param xAt where the first example begins
   * @param level [b, 2], written
   * @param levelAt where the first example begins
   * @param kind [b, 6, 3], written
   * @param kindAt where the first example begins
   * @param next [b, 6, 1], written
   * @param nextAt where the first example begins
   */
  public void predict(int examples, float[] x, int xAt, float[] level, int levelAt, float[] kind,
      int kindAt, float[] next, int nextAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("x", pass.x, batch, 12, x, xAt + done * 12);
      pass.forward(batch);
      get("level", pass.level, batch, 2, level, levelAt + done * 2);
      get("kind", pass.kind, batch, 18, kind, kindAt + done * 18);
      get("next", pass.next, batch, 6, next, nextAt + done * 6);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param x [b, 6, 2]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] x) {
    int examples = examples("x", x, 12);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("x", pass.x, batch, 12, x, done * 12);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code x}.
   *
   * @param x [b, 6, 2]
   * @param levelTarget [b, 2]
   * @param kindTarget [b, 6, 3]
   * @param nextTarget [b, 6, 1]
   * @return the derivative, example by example
   */
  public float[] xGradient(float[] x, float[] levelTarget, float[] kindTarget, float[] nextTarget) {
    int examples = examples("x", x, 12);
    requireExamples("level.target", levelTarget, examples, 2);
    requireExamples("kind.target", kindTarget, examples, 18);
    requireExamples("next.target", nextTarget, examples, 6);
    Evaluation.check(this, examples(x, levelTarget, kindTarget, nextTarget));
    Training pass = (Training) training(examples);
    put("x", pass.x, examples, 12, x, 0);
    put("level.target", pass.levelTarget, examples, 2, levelTarget, 0);
    put("kind.target", pass.kindTarget, examples, 18, kindTarget, 0);
    put("next.target", pass.nextTarget, examples, 6, nextTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[x.length];
    get("x", pass.xGradient, examples, 12, gradient, 0);
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
  public PhrasesNetwork on(Backend backend) {
    return copyInto(new PhrasesNetwork(backend, seed()));
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
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Spread spread = kernel(Spread.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final LayerNormalization layerNormalization = kernel(LayerNormalization.class);
    private final Permute permute = kernel(Permute.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final Buffer x = slot(72, 12);
    private final Buffer padded = slot(0, 12);
    private final Buffer stepsOther = slot(12, 12);
    private final Buffer stepsAny = slot(84, 6);
    private final Buffer stepsMask = stepsAny;
    private final Buffer stepsCounts = slot(18, 12);
    private final Buffer steps = stepsCounts;
    private final Buffer hidden = slot(0, 18);
    private final Buffer even = slot(18, 18);
    private final Buffer sharesCounts = slot(36, 18);
    private final Buffer sharesCounted = sharesCounts;
    private final Buffer sharesTurned = slot(54, 18);
    private final Buffer sharesSoftmax = sharesTurned;
    private final Buffer shares = sharesCounts;
    private final Buffer meanCounts = sharesTurned;
    private final Buffer meanKept = sharesTurned;
    private final Buffer meanSum = slot(0, 3);
    private final Buffer meanCount = slot(6, 1);
    private final Buffer meanCounts2 = slot(3, 3);
    private final Buffer mean = meanSum;
    private final Buffer level = slot(54, 2);
    private final Buffer kindSum = hidden;
    private final Buffer kind = hidden;
    private final Buffer next = slot(18, 6);
    private final int[] sharesTurnedExtents = {6, 3};
    private final int[] sharesTurnedOrder = {1, 0};
    private final int[] sharesExtents = {3, 6};
    private final int[] sharesOrder = {1, 0};

    Prediction(int capacity) {
      super(PhrasesNetwork.this, capacity, /* perExample= */ 90, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(x);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level, kind, next);
    }

    @Override
    public void forward(int batch) {
      padded(batch);
      steps(batch);
      hidden(batch);
      even(batch);
      shares_(batch);
      mean(batch);
      level(batch);
      kind(batch);
      next(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return x;
        case 1:
          padded(batch);
          return padded;
        case 2:
          steps(batch);
          return steps;
        case 3:
          hidden(batch);
          return hidden;
        case 4:
          return hidden;
        case 5:
          even(batch);
          return even;
        case 6:
          shares_(batch);
          return shares;
        case 7:
          mean(batch);
          return mean;
        case 8:
          level(batch);
          return level;
        case 9:
          kind(batch);
          return kind;
        case 10:
          next(batch);
          return next;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code padded = x > 0.7 ? x : 0}. */
    private void padded(int batch) {
      pointwise.apply(batch, 12, Fused.X_ABOVE_0_7_THEN_X_ELSE_0, padded, x);
    }

    /**
     * <pre>{@code
     * other = padded == 0 ? 0 : 1
     * any = max<1>(other)
     * counts = spread<1, 2>(any)
     * steps = counts > 0 ? padded : 0
     * }</pre>
     */
    private void steps(int batch) {
      pointwise.apply(batch, 12, Fused.X_0_THEN_0_ELSE_1, stepsOther, padded);
      reduce.max(batch * 6, 2, 1, stepsOther, stepsAny);
      spread.spread(batch * 6, 2, 1, stepsMask, stepsCounts);
      pointwise.apply(batch, 12, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, steps, stepsCounts, padded);
    }

    /** {@code hidden = tanh(steps · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch * 6, 2, 3, steps, hiddenWeight.value(), hidden, Fused.TANH_X_PLUS_B,
          hiddenBias.value());
    }

    /** {@code even = gamma * (hidden - mean) / sqrt(variance + 0.1) + beta}. */
    private void even(int batch) {
      layerNormalization.forward(batch * 6, 3, 0.1f, hidden, evenGamma.value(), evenBeta.value(),
          none(), even);
    }

    /**
     * <pre>{@code
     * counts = spread<1, 3>(steps.mask)
     * counted = even - 1e9 * (1 - counts)
     * turned = permute<[1, 0]>(counted)
     * softmax = softmax(turned)
     * shares = permute<[1, 0]>(softmax)
     * }</pre>
     */
    private void shares_(int batch) {
      spread.spread(batch * 6, 3, 1, stepsMask, sharesCounts);
      pointwise.apply(batch, 18, Fused.X_MINUS_1E9_TIMES_1_MINUS_MASK, sharesCounted, even,
          sharesCounts);
      permute.permute(batch, sharesTurnedExtents, sharesTurnedOrder, sharesCounted, sharesTurned);
      softmax.softmax(batch * 3, 6, sharesTurned, sharesSoftmax);
      permute.permute(batch, sharesExtents, sharesOrder, sharesSoftmax, shares);
    }

    /**
     * <pre>{@code
     * counts = spread<1, 3>(steps.mask)
     * kept = counts > 0 ? hidden : 0
     * sum = sum<0>(kept)
     * count = sum<0>(steps.mask)
     * counts2 = spread<0, 3>(count)
     * mean = sum / max(counts2, 1)
     * }</pre>
     */
    private void mean(int batch) {
      spread.spread(batch * 6, 3, 1, stepsMask, meanCounts);
      pointwise.apply(batch, 18, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, meanKept, meanCounts, hidden);
      reduce.sum(batch, 6, 3, meanKept, meanSum);
      reduce.sum(batch, 6, 1, stepsMask, meanCount);
      spread.spread(batch, 3, 1, meanCount, meanCounts2);
      pointwise.apply(batch, 3, Fused.SUM_OVER_MAX_COUNT_1, mean, meanSum, meanCounts2);
    }

    /** {@code level = mean · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 3, 2, mean, levelWeight.value(), level, Fused.X_PLUS_B, levelBias.value());
    }

    /** {@code sum = even · weight + bias; kind = softmax(sum)}. */
    private void kind(int batch) {
      matMul.mult(batch * 6, 3, 3, even, kindWeight.value(), kindSum, Fused.X_PLUS_B,
          kindBias.value());
      softmax.softmax(batch * 6, 3, kindSum, kind);
    }

    /** {@code next = shares · weight + bias}. */
    private void next(int batch) {
      matMul.mult(batch * 6, 3, 1, shares, nextWeight.value(), next, Fused.X_PLUS_B,
          nextBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private Pointwise pointwise;

    private Reduce reduce;

    private Spread spread;

    private MatMul matMul;

    private RandomMask randomMask;

    private LayerNormalization layerNormalization;

    private Permute permute;

    private Softmax softmax;

    private SoftmaxCrossEntropy softmaxCrossEntropy;

    private Buffer x;

    private Buffer levelTarget;

    private Buffer kindTarget;

    private Buffer nextTarget;

    private Buffer levelShare;

    private Buffer kindShare;

    private Buffer nextShare;

    private Buffer padded;

    private Buffer stepsOther;

    private Buffer stepsAny;

    private Buffer stepsMask;

    private Buffer stepsCounts;

    private Buffer steps;

    private Buffer hidden;

    private Buffer keptMask;

    private Buffer kept;

    private Buffer evenSaved;

    private Buffer even;

    private Buffer sharesCounts;

    private Buffer sharesCounted;

    private Buffer sharesTurned;

    private Buffer sharesSoftmax;

    private Buffer shares;

    private Buffer meanCounts;

    private Buffer meanKept;

    private Buffer meanSum;

    private Buffer meanCount;

    private Buffer meanCounts2;

    private Buffer mean;

    private Buffer level;

    private Buffer kindSum;

    private Buffer kind;

    private Buffer next;

    private Buffer levelLossTerms;

    private Buffer levelLossSum;

    private Buffer levelLoss;

    private Buffer kindLossCrossEntropy;

    private Buffer kindLossKept;

    private Buffer kindLossSum;

    private Buffer kindLossCount;

    private Buffer kindLossOne;

    private Buffer kindLossCounted;

    private Buffer kindLossExamples;

    private Buffer kindLossScale;

    private Buffer kindLoss;

    private Buffer nextLossTerms;

    private Buffer nextLossSteps;

    private Buffer nextLossKept;

    private Buffer nextLossSum;

    private Buffer nextLossCount;

    private Buffer nextLossOne;

    private Buffer nextLossCounted;

    private Buffer nextLossExamples;

    private Buffer nextLossScale;

    private Buffer nextLoss;

    private Buffer nextLossSumGradient;

    private Buffer nextLossKeptGradient;

    private Buffer nextLossStepsGradient;

    private Buffer nextLossTermsGradient;

    private Buffer nextGradient;

    private Buffer kindLossSumGradient;

    private Buffer kindLossKeptGradient;

    private Buffer kindLossCrossEntropyGradient;

    private Buffer kindSumGradient;

    private Buffer levelLossSumGradient;

    private Buffer levelLossTermsGradient;

    private Buffer levelGradient;

    private Buffer sharesGradient;

    private Buffer evenGradient;

    private Buffer meanGradient;

    private Buffer meanSumGradient;

    private Buffer meanKeptGradient;

    private Buffer keptGradient;

    private Buffer sharesSoftmaxGradient;

    private Buffer sharesTurnedGradient;

    private Buffer sharesCountedGradient;

    private Buffer evenGradient2;

    private Buffer keptGradient2;

    private Buffer keptGradient3;

    private Buffer hiddenGradient;

    private Buffer hiddenSumGradient;

    private Buffer stepsGradient;

    private Buffer paddedGradient;

    private Buffer xGradient;

    private int[] sharesTurnedExtents;

    private int[] sharesTurnedOrder;

    private int[] sharesExtents;

    private int[] sharesOrder;

    private int[] sharesSoftmaxGradientExtents;

    private int[] sharesSoftmaxGradientOrder;

    private int[] sharesCountedGradientExtents;

    private int[] sharesCountedGradientOrder;

    Training(int capacity) {
      super(PhrasesNetwork.this, capacity, /* perExample= */ 268, /* perBatch= */ 3);
      fieldsFrom0();
      fieldsFrom100();
    }

    private void fieldsFrom0() {
      pointwise = kernel(Pointwise.class);
      reduce = kernel(Reduce.class);
      spread = kernel(Spread.class);
      matMul = kernel(MatMul.class);
      randomMask = kernel(RandomMask.class);
      layerNormalization = kernel(LayerNormalization.class);
      permute = kernel(Permute.class);
      softmax = kernel(Softmax.class);
      softmaxCrossEntropy = kernel(SoftmaxCrossEntropy.class);
      x = slot(180, 12);
      levelTarget = slot(258, 2);
      kindTarget = slot(0, 18);
      nextTarget = slot(228, 6);
      levelShare = slot(262, 1);
      kindShare = slot(263, 1);
      nextShare = slot(264, 1);
      padded = slot(192, 12);
      stepsOther = slot(18, 12);
      stepsAny = slot(234, 6);
      stepsMask = stepsAny;
      stepsCounts = slot(204, 12);
      steps = padded;
      hidden = slot(18, 18);
      keptMask = slot(36, 18);
      kept = slot(54, 18);
      evenSaved = slot(216, 12);
      even = slot(72, 18);
      sharesCounts = slot(90, 18);
      sharesCounted = sharesCounts;
      sharesTurned = slot(108, 18);
      sharesSoftmax = sharesTurned;
      shares = sharesCounts;
      meanCounts = slot(126, 18);
      meanKept = slot(144, 18);
      meanSum = slot(252, 3);
      meanCount = slot(144, 1);
      meanCounts2 = slot(255, 3);
      mean = meanSum;
      level = slot(260, 2);
      kindSum = meanKept;
      kind = slot(162, 18);
      next = slot(240, 6);
      levelLossTerms = slot(246, 2);
      levelLossSum = slot(265, 1);
      levelLoss = levelLossSum;
      kindLossCrossEntropy = slot(246, 6);
      kindLossKept = kindLossCrossEntropy;
      kindLossSum = slot(266, 1);
      kindLossCount = meanCount;
      kindLossOne = slot(145, 1);
      kindLossCounted = fixed(0, 1);
      kindLossExamples = fixed(1, 1);
      kindLossScale = kindLossExamples;
      kindLoss = kindLossSum;
      nextLossTerms = slot(144, 6);
      nextLossSteps = nextLossTerms;
      nextLossKept = nextLossTerms;
      nextLossSum = slot(267, 1);
      nextLossCount = meanCount;
      nextLossOne = kindLossOne;
      nextLossCounted = kindLossCounted;
      nextLossExamples = fixed(2, 1);
      nextLossScale = nextLossExamples;
      nextLoss = nextLossSum;
      nextLossSumGradient = meanCount;
      nextLossKeptGradient = kindLossCrossEntropy;
      nextLossStepsGradient = kindLossCrossEntropy;
      nextLossTermsGradient = kindLossCrossEntropy;
      nextGradient = kindLossCrossEntropy;
      kindLossSumGradient = slot(150, 1);
      kindLossKeptGradient = nextLossTerms;
      kindLossCrossEntropyGradient = nextLossTerms;
      kindSumGradient = kind;
      levelLossSumGradient = meanCount;
      levelLossTermsGradient = slot(234, 2);
      levelGradient = levelLossTermsGradient;
      sharesGradient = meanKept;
      evenGradient = sharesCounts;
      meanGradient = slot(162, 3);
      meanSumGradient = meanGradient;
      meanKeptGradient = even;
      keptGradient = even;
      sharesSoftmaxGradient = meanCounts;
      sharesTurnedGradient = meanCounts;
      sharesCountedGradient = sharesTurned;
      evenGradient2 = sharesCounts;
      keptGradient2 = sharesCounts;
      keptGradient3 = even;
      hiddenGradient = even;
      hiddenSumGradient = even;
      stepsGradient = stepsOther;
      paddedGradient = stepsOther;
      xGradient = stepsOther;
      sharesTurnedExtents = new int[] {6, 3};
      sharesTurnedOrder = new int[] {1, 0};
      sharesExtents = new int[] {3, 6};
      sharesOrder = new int[] {1, 0};
      sharesSoftmaxGradientExtents = new int[] {6, 3};
      sharesSoftmaxGradientOrder = new int[] {1, 0};
      sharesCountedGradientExtents = new int[] {3, 6};
    }

    private void fieldsFrom100() {
      sharesCountedGradientOrder = new int[] {1, 0};
    }

    @Override
    public List<Buffer> inputs() {
      return list(x);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level, kind, next);
    }

    @Override
    public List<Buffer> targets() {
      return list(levelTarget, kindTarget, nextTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(levelLoss, kindLoss, nextLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(levelShare, kindShare, nextShare);
    }

    @Override
    protected List<Buffer> masks() {
      return list(stepsMask, stepsMask);
    }

    @Override
    public void forward(int batch) {
      padded(batch);
      steps(batch);
      hidden(batch);
      kept(batch);
      even(batch);
      shares_(batch);
      mean(batch);
      level(batch);
      kind(batch);
      next(batch);
      levelLoss(batch);
      kindLoss(batch);
      nextLoss(batch);
    }

    @Override
    public void backward(int batch) {
      nextLossBackward(batch);
      kindLossBackward(batch);
      levelLossBackward(batch);
      nextBackward(batch);
      kindBackward(batch);
      levelBackward(batch);
      meanBackward(batch);
      sharesBackward(batch);
      evenBackward(batch);
      keptBackward(batch);
      hiddenBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      hiddenTowardsInputs(batch);
      stepsTowardsInputs(batch);
      paddedTowardsInputs(batch);
    }

    /** {@code padded = x > 0.7 ? x : 0}. */
    private void padded(int batch) {
      pointwise.apply(batch, 12, Fused.X_ABOVE_0_7_THEN_X_ELSE_0, padded, x);
    }

    /**
     * <pre>{@code
     * other = padded == 0 ? 0 : 1
     * any = max<1>(other)
     * counts = spread<1, 2>(any)
     * steps = counts > 0 ? padded : 0
     * }</pre>
     */
    private void steps(int batch) {
      pointwise.apply(batch, 12, Fused.X_0_THEN_0_ELSE_1, stepsOther, padded);
      reduce.max(batch * 6, 2, 1, stepsOther, stepsAny);
      spread.spread(batch * 6, 2, 1, stepsMask, stepsCounts);
      pointwise.apply(batch, 12, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, steps, stepsCounts, padded);
    }

    /** {@code hidden = tanh(steps · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch * 6, 2, 3, steps, hiddenWeight.value(), hidden, Fused.TANH_X_PLUS_B,
          hiddenBias.value());
    }

    /** {@code mask = randomMask<0.3, 4, [6, 3]>(); kept = hidden * mask}. */
    private void kept(int batch) {
      randomMask.fill(batch * 18, rate(0.3f), key(4), keptMask);
      pointwise.apply(batch, 18, Fused.X_TIMES_MASK, kept, hidden, keptMask);
    }

    /** {@code even = gamma * (kept - mean) / sqrt(variance + 0.1) + beta}. */
    private void even(int batch) {
      layerNormalization.forward(batch * 6, 3, 0.1f, kept, evenGamma.value(), evenBeta.value(),
          evenSaved, even);
    }

    /**
     * <pre>{@code
     * counts = spread<1, 3>(steps.mask)
     * counted = even - 1e9 * (1 - counts)
     * turned = permute<[1, 0]>(counted)
     * softmax = softmax(turned)
     * shares = permute<[1, 0]>(softmax)
     * }</pre>
     */
    private void shares_(int batch) {
      spread.spread(batch * 6, 3, 1, stepsMask, sharesCounts);
      pointwise.apply(batch, 18, Fused.X_MINUS_1E9_TIMES_1_MINUS_MASK, sharesCounted, even,
          sharesCounts);
      permute.permute(batch, sharesTurnedExtents, sharesTurnedOrder, sharesCounted, sharesTurned);
      softmax.softmax(batch * 3, 6, sharesTurned, sharesSoftmax);
      permute.permute(batch, sharesExtents, sharesOrder, sharesSoftmax, shares);
    }

    /**
     * <pre>{@code
     * counts = spread<1, 3>(steps.mask)
     * kept = counts > 0 ? kept : 0
     * sum = sum<0>(kept)
     * count = sum<0>(steps.mask)
     * counts2 = spread<0, 3>(count)
     * mean = sum / max(counts2, 1)
     * }</pre>
     */
    private void mean(int batch) {
      spread.spread(batch * 6, 3, 1, stepsMask, meanCounts);
      pointwise.apply(batch, 18, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, meanKept, meanCounts, kept);
      reduce.sum(batch, 6, 3, meanKept, meanSum);
      reduce.sum(batch, 6, 1, stepsMask, meanCount);
      spread.spread(batch, 3, 1, meanCount, meanCounts2);
      pointwise.apply(batch, 3, Fused.SUM_OVER_MAX_COUNT_1, mean, meanSum, meanCounts2);
    }

    /** {@code level = mean · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 3, 2, mean, levelWeight.value(), level, Fused.X_PLUS_B, levelBias.value());
    }

    /** {@code sum = even · weight + bias; kind = softmax(sum)}. */
    private void kind(int batch) {
      matMul.mult(batch * 6, 3, 3, even, kindWeight.value(), kindSum, Fused.X_PLUS_B,
          kindBias.value());
      softmax.softmax(batch * 6, 3, kindSum, kind);
    }

    /** {@code next = shares · weight + bias}. */
    private void next(int batch) {
      matMul.mult(batch * 6, 3, 1, shares, nextWeight.value(), next, Fused.X_PLUS_B,
          nextBias.value());
    }

    /** {@code terms = square(level - target); sum = sum<0>(terms); loss = sum / 2}. */
    private void levelLoss(int batch) {
      pointwise.apply(batch, 2, Fused.SQUARE_P_MINUS_T, levelLossTerms, level, levelTarget);
      reduce.sum(batch, 2, 1, levelLossTerms, levelLossSum);
      pointwise.apply(batch, 1, Fused.SUM_OVER_2, levelLoss, levelLossSum);
    }

    /**
     * <pre>{@code
     * crossEntropy = softmaxCrossEntropy(sum, kind, target)
     * kept = steps.mask > 0 ? crossEntropy : 0
     * sum = sum<0>(kept)
     * count = sum<0>(steps.mask)
     * one = 1
     * counted = sumOverBatch(count)
     * examples = sumOverBatch(one)
     * scale = counted > 0 ? examples / counted : 0
     * loss = sum * scale
     * }</pre>
     */
    private void kindLoss(int batch) {
      softmaxCrossEntropy.loss(batch * 6, 3, kindSum, kindTarget, kindLossCrossEntropy);
      pointwise.apply(batch, 6, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, kindLossKept, stepsMask,
          kindLossCrossEntropy);
      reduce.sum(batch, 6, 1, kindLossKept, kindLossSum);
      reduce.sum(batch, 6, 1, stepsMask, kindLossCount);
      pointwise.apply(batch, 1, Fused.ONE, kindLossOne, kindLossCount);
      reduce.sum(1, batch, 1, kindLossCount, kindLossCounted);
      reduce.sum(1, batch, 1, kindLossOne, kindLossExamples);
      pointwise.apply(1, 1, Fused.TOTAL_ABOVE_0_THEN_EXAMPLES_OVER_TOTAL, kindLossScale,
          kindLossExamples, kindLossCounted);
      pointwise.apply(batch, 1, Fused.SUM_TIMES_SCALE, kindLoss, kindLossSum, kindLossScale);
    }

    /**
     * <pre>{@code
     * terms = square(next - target)
     * kept = steps.mask > 0 ? terms : 0
     * sum = sum<0>(kept)
     * count = sum<0>(steps.mask)
     * one = 1
     * counted = sumOverBatch(count)
     * examples = sumOverBatch(one)
     * scale = counted > 0 ? examples / counted : 0
     * loss = sum * scale
     * }</pre>
     */
    private void nextLoss(int batch) {
      pointwise.apply(batch, 6, Fused.SQUARE_P_MINUS_T, nextLossTerms, next, nextTarget);
      pointwise.apply(batch, 6, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, nextLossKept, stepsMask,
          nextLossSteps);
      reduce.sum(batch, 6, 1, nextLossKept, nextLossSum);
      reduce.sum(batch, 6, 1, stepsMask, nextLossCount);
      pointwise.apply(batch, 1, Fused.ONE, nextLossOne, nextLossCount);
      reduce.sum(1, batch, 1, nextLossCount, nextLossCounted);
      reduce.sum(1, batch, 1, nextLossOne, nextLossExamples);
      pointwise.apply(1, 1, Fused.TOTAL_ABOVE_0_THEN_EXAMPLES_OVER_TOTAL, nextLossScale,
          nextLossExamples, nextLossCounted);
      pointwise.apply(batch, 1, Fused.SUM_TIMES_SCALE, nextLoss, nextLossSum, nextLossScale);
    }

    private void nextLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_SCALE, nextLossSumGradient, nextShare,
          nextLossScale);
      spread.spread(batch, 6, 1, nextLossSumGradient, nextLossKeptGradient);
      pointwise.apply(batch, 6, Fused.DY_TIMES_STEP_MASK, nextLossStepsGradient,
          nextLossKeptGradient, stepsMask);
      pointwise.apply(batch, 6, Fused.DY_TIMES_2_TIMES_P_MINUS_T, nextGradient,
          nextLossTermsGradient, next, nextTarget);
    }

    private void kindLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_SCALE, kindLossSumGradient, kindShare,
          kindLossScale);
      spread.spread(batch, 6, 1, kindLossSumGradient, kindLossKeptGradient);
      pointwise.apply(batch, 6, Fused.DY_TIMES_STEP_MASK, kindLossCrossEntropyGradient,
          kindLossKeptGradient, stepsMask);
      softmaxCrossEntropy.gradient(batch * 6, 3, kind, kindTarget, kindLossCrossEntropyGradient,
          kindSumGradient);
    }

    private void levelLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_0_5, levelLossSumGradient, levelShare);
      spread.spread(batch, 2, 1, levelLossSumGradient, levelLossTermsGradient);
      pointwise.apply(batch, 2, Fused.DY_TIMES_2_TIMES_P_MINUS_T, levelGradient,
          levelLossTermsGradient, level, levelTarget);
    }

    private void nextBackward(int batch) {
      reduce.sum(1, batch * 6, 1, nextGradient, nextBias.gradient());
      matMul.multTransB(batch * 6, 1, 3, nextGradient, nextWeight.value(), sharesGradient);
      matMul.multTransA(3, batch * 6, 1, shares, nextGradient, nextWeight.gradient());
    }

    private void kindBackward(int batch) {
      reduce.sum(1, batch * 6, 3, kindSumGradient, kindBias.gradient());
      matMul.multTransB(batch * 6, 3, 3, kindSumGradient, kindWeight.value(), evenGradient);
      matMul.multTransA(3, batch * 6, 3, even, kindSumGradient, kindWeight.gradient());
    }

    private void levelBackward(int batch) {
      reduce.sum(1, batch, 2, levelGradient, levelBias.gradient());
      matMul.multTransB(batch, 2, 3, levelGradient, levelWeight.value(), meanGradient);
      matMul.multTransA(3, batch, 2, mean, levelGradient, levelWeight.gradient());
    }

    private void meanBackward(int batch) {
      pointwise.apply(batch, 3, Fused.DY_OVER_MAX_COUNT_1, meanSumGradient, meanGradient,
          meanCounts2);
      spread.spread(batch, 6, 3, meanSumGradient, meanKeptGradient);
      pointwise.apply(batch, 18, Fused.DY_TIMES_STEP_MASK, keptGradient, meanKeptGradient,
          meanCounts);
    }

    private void sharesBackward(int batch) {
      permute.permute(batch, sharesSoftmaxGradientExtents, sharesSoftmaxGradientOrder,
          sharesGradient, sharesSoftmaxGradient);
      softmax.softmaxGradient(batch * 3, 6, sharesSoftmax, sharesSoftmaxGradient,
          sharesTurnedGradient);
      permute.permute(batch, sharesCountedGradientExtents, sharesCountedGradientOrder,
          sharesTurnedGradient, sharesCountedGradient);
      pointwise.apply(batch, 18, Fused.A_PLUS_B, evenGradient2, evenGradient,
          sharesCountedGradient);
    }

    private void evenBackward(int batch) {
      layerNormalization.gradient(batch * 6, 3, kept, evenGamma.value(), evenSaved, evenGradient2,
          evenGamma.gradient(), evenBeta.gradient(), keptGradient2);
      pointwise.apply(batch, 18, Fused.A_PLUS_B, keptGradient3, keptGradient, keptGradient2);
    }

    private void keptBackward(int batch) {
      pointwise.apply(batch, 18, Fused.DY_TIMES_MASK, hiddenGradient, keptGradient3, keptMask);
    }

    private void hiddenBackward(int batch) {
      pointwise.apply(batch, 18, Fused.DY_TIMES_1_MINUS_SQUARE_Y, hiddenSumGradient, hiddenGradient,
          hidden);
      reduce.sum(1, batch * 6, 3, hiddenSumGradient, hiddenBias.gradient());
      matMul.multTransA(2, batch * 6, 3, steps, hiddenSumGradient, hiddenWeight.gradient());
    }

    private void hiddenTowardsInputs(int batch) {
      matMul.multTransB(batch * 6, 3, 2, hiddenSumGradient, hiddenWeight.value(), stepsGradient);
    }

    private void stepsTowardsInputs(int batch) {
      pointwise.apply(batch, 12, Fused.DY_TIMES_STEP_MASK, paddedGradient, stepsGradient,
          stepsCounts);
    }

    private void paddedTowardsInputs(int batch) {
      pointwise.apply(batch, 12, Fused.DY_TIMES_X_ABOVE_0_7_THEN_1_ELSE_0, xGradient,
          paddedGradient, x);
    }
  }

  /** The value of each output, for each example, one behind the other. */
  public static final class Outputs {
    private final float[] level;
    private final float[] kind;
    private final float[] next;

    Outputs(float[] level, float[] kind, float[] next) {
      this.level = level;
      this.kind = kind;
      this.next = next;
    }

    /**
     * The value {@code level}.
     *
     * @return [b, 2]
     */
    public float[] level() {
      return level;
    }

    /**
     * The value {@code kind}.
     *
     * @return [b, 6, 3]
     */
    public float[] kind() {
      return kind;
    }

    /**
     * The value {@code next}.
     *
     * @return [b, 6, 1]
     */
    public float[] next() {
      return next;
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code x > 0.7 ? x : 0}. */
    static final Formula X_ABOVE_0_7_THEN_X_ELSE_0 = new Formula("x > 0.7 ? x : 0", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] > 0.7f ? x[j] : 0f;
        }
      }
    };

    /** {@code x == 0 ? 0 : 1}. */
    static final Formula X_0_THEN_0_ELSE_1 = new Formula("x == 0 ? 0 : 1", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] == 0f ? 0f : 1f;
        }
      }
    };

    /** {@code mask > 0 ? x : 0}. */
    static final Formula MASK_ABOVE_0_THEN_X_ELSE_0 =
        new Formula("mask > 0 ? x : 0", 2, "mask", "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] mask = operands[0];
        float[] x = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = mask[j] > 0f ? x[j] : 0f;
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

    /** {@code x - 1e9 * (1 - mask)}. */
    static final Formula X_MINUS_1E9_TIMES_1_MINUS_MASK =
        new Formula("x - 1e9 * (1 - mask)", 2, "x", "mask") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] mask = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] - 1e9f * (1f - mask[j]);
        }
      }
    };

    /** {@code sum / max(count, 1)}. */
    static final Formula SUM_OVER_MAX_COUNT_1 =
        new Formula("sum / max(count, 1)", 2, "sum", "count") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] sum = operands[0];
        float[] count = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = sum[j] / Math.max(count[j], 1f);
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

    /** {@code 1}. */
    static final Formula ONE = new Formula("1", 1, "count") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        for (int j = 0; j < n; j++) {
          result[j] = 1f;
        }
      }
    };

    /** {@code total > 0 ? examples / total : 0}. */
    static final Formula TOTAL_ABOVE_0_THEN_EXAMPLES_OVER_TOTAL =
        new Formula("total > 0 ? examples / total : 0", 2, "examples", "total") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] examples = operands[0];
        float[] total = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = total[j] > 0f ? examples[j] / total[j] : 0f;
        }
      }
    };

    /** {@code sum * scale}. */
    static final Formula SUM_TIMES_SCALE = new Formula("sum * scale", 1, "sum", "scale") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] sum = operands[0];
        float[] scale = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = sum[j] * scale[j];
        }
      }
    };

    /** {@code dy * scale}. */
    static final Formula DY_TIMES_SCALE = new Formula("dy * scale", 1, "dy", "scale") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] scale = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * scale[j];
        }
      }
    };

    /** {@code dy * step(mask)}. */
    static final Formula DY_TIMES_STEP_MASK = new Formula("dy * step(mask)", 2, "dy", "mask") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] mask = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * Functions.step(mask[j]);
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

    /** {@code dy / max(count, 1)}. */
    static final Formula DY_OVER_MAX_COUNT_1 = new Formula("dy / max(count, 1)", 2, "dy", "count") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] count = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] / Math.max(count[j], 1f);
        }
      }
    };

    /** {@code a + b}. */
    static final Formula A_PLUS_B = new Formula("a + b", 2, "a", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] a = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = a[j] + b[j];
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

    /** {@code dy * (x > 0.7 ? 1 : 0)}. */
    static final Formula DY_TIMES_X_ABOVE_0_7_THEN_1_ELSE_0 =
        new Formula("dy * (x > 0.7 ? 1 : 0)", 2, "dy", "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] x = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * (x[j] > 0.7f ? 1f : 0f);
        }
      }
    };
  }
}
