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
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Copy;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Spread;
import org.synapt.kernel.Windows;
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
 * The network declared by {@link Frames}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value         layer                              shape             parameters   FLOPs   bytes
 * film          input                              [b, 3, 6, 6, 2]            0       0     864
 * frames        2 * film - 1                       [b, 3, 6, 6, 2]            0     432     864
 * edges         conv2D(3, 3x3), tanh, each step    [b, 3, 4, 4, 3]           57   5,328     576
 * small         maxPooling2D(2x2), each step       [b, 3, 2, 2, 3]            0     144     144
 * even          batchNormalization, each step      [b, 3, 2, 2, 3]           12     114     144
 * flat          flatten, each step                 [b, 3, 12]                 0       0       0
 * kept          dropout(0.3), each step            [b, 3, 12]                 0       0       0
 * features      dense(4), relu, each step          [b, 3, 4]                 52     300      48
 * bent          prelu, each step                   [b, 3, 4]                  4      36      48
 * changes       conv1D(2, 2)                       [b, 2, 2]                 18      68      16
 * coarse        averagePooling2D(3x6), each step   [b, 3, 2, 1, 2]            0     216      48
 * light         flatten                            [b, 12]                    0       0       0
 * flatChanges   flatten                            [b, 4]                     0       0       0
 * both          concatenate                        [b, 16]                    0       0      64
 * level         dense(2)                           [b, 2]                    34      66       8
 *                                                                           177   6,704
 * </pre>
 *
 * <pre>
 * frames of film
 * edges of frames
 * small of edges
 * even of small
 * flat of even
 * kept of flat
 * features of kept
 * bent of features
 * changes of bent
 * coarse of frames
 * light of coarse
 * flatChanges of changes
 * both of light, flatChanges
 * level of both
 * </pre>
 *
 * <p>177 parameters, 171 of them trained. For each example a prediction takes 6,704 FLOPs and 2,448
 * bytes that its rows share; training takes 2,816 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class FramesNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 177;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 6_704;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 2_448;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 2_816;

  private static final Signature SIGNATURE = Signature.of("Frames").flops(FLOPS)
      .input("film", 3, 6, 6, 2)
      .row("frames", "Formula", /* parameters= */ 0, new int[] {3, 6, 6, 2},
          "film").text("2 * film - 1")
      .row("edges", "Conv2D", /* parameters= */ 57, new int[] {3, 4, 4, 3},
          "frames").text("conv2D(3, 3x3), tanh, each step")
      .row("small", "MaxPooling2D", /* parameters= */ 0, new int[] {3, 2, 2, 3},
          "edges").text("maxPooling2D(2x2), each step")
      .row("even", "BatchNormalization", /* parameters= */ 12, new int[] {3, 2, 2, 3},
          "small").text("batchNormalization, each step")
      .row("flat", "Flatten", /* parameters= */ 0, new int[] {3, 12},
          "even").text("flatten, each step")
      .row("kept", "Dropout", /* parameters= */ 0, new int[] {3, 12},
          "flat").text("dropout(0.3), each step")
      .row("features", "Dense", /* parameters= */ 52, new int[] {3, 4},
          "kept").text("dense(4), relu, each step")
      .row("bent", "PReLU", /* parameters= */ 4, new int[] {3, 4},
          "features").text("prelu, each step")
      .row("changes", "Conv1D", /* parameters= */ 18, new int[] {2, 2}, "bent").text("conv1D(2, 2)")
      .row("coarse", "AveragePooling2D", /* parameters= */ 0, new int[] {3, 2, 1, 2},
          "frames").text("averagePooling2D(3x6), each step")
      .row("light", "Flatten", /* parameters= */ 0, new int[] {12}, "coarse").text("flatten")
      .row("flatChanges", "Flatten", /* parameters= */ 0, new int[] {4}, "changes").text("flatten")
      .row("both", "Concatenate", /* parameters= */ 0, new int[] {16}, "light",
          "flatChanges").text("concatenate")
      .row("level", "Dense", /* parameters= */ 34, new int[] {2}, "both").text("dense(2)")
      .output("level", "mean_squared_error", /* weight= */ 1f, new int[] {2},
          /* target= */ new int[] {2}, "")
      .build();

  private static final Windows WINDOWS_3X3_OVER_6X6 = Windows.over(6, 6).sized(3, 3);
  private static final Windows WINDOWS_2X2_OVER_4X4_BY_2 = Windows.over(4, 4).sized(2, 2)
      .strides(2, 2);
  private static final Windows WINDOWS_2_OVER_3 = Windows.over(3).sized(2);
  private static final Windows WINDOWS_3X6_OVER_6X6_BY_3X6 = Windows.over(6, 6).sized(3, 6)
      .strides(3, 6);

  private final Parameter edgesWeight = weight("edges.weight", Initializers.glorotUniform(),
      3, 3, 2, 3);
  private final Parameter featuresWeight = weight("features.weight", Initializers.glorotUniform(),
      12, 4);
  private final Parameter changesWeight = weight("changes.weight", Initializers.glorotUniform(),
      2, 4, 2);
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 16, 2);
  private final Parameter edgesBias = parameter("edges.bias", Initializers.zeros(), 3);
  private final Parameter evenGamma = parameter("even.gamma", Initializers.ones(), 3);
  private final Parameter evenBeta = parameter("even.beta", Initializers.zeros(), 3);
  private final Parameter featuresBias = parameter("features.bias", Initializers.zeros(), 4);
  private final Parameter bentAlpha = parameter("bent.alpha", Initializers.zeros(), 4);
  private final Parameter changesBias = parameter("changes.bias", Initializers.zeros(), 2);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 2);
  private final Parameter evenMovingMean = untrained("even.movingMean", Initializers.zeros(), 3);
  private final Parameter evenMovingVariance = untrained("even.movingVariance", Initializers.ones(),
      3);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public FramesNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(BatchNormalization.class, Convolution.class,
        Copy.class, MatMul.class, Pointwise.class, Pooling.class, RandomMask.class, Reduce.class,
        Share.class, Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param film [b, 3, 6, 6, 2]
   * @param levelTarget [b, 2]
   * @return the examples
   */
  public static Examples examples(float[] film, float[] levelTarget) {
    return Examples.of(Arrays.asList(Column.of("film", 216, film)),
        Arrays.asList(Column.of("level", 2, levelTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param film [b, 3, 6, 6, 2]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] film) {
    int examples = examples("film", film, 216);
    float[] level = new float[examples * 2];
    predict(examples, film, 0, level, 0);
    return level;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param film [b, 3, 6, 6, 2], read
   * @param filmAt where the first example begins
   * @param level [b, 2], written
   * @param levelAt where the first example begins
   */
  public void predict(int examples, float[] film, int filmAt, float[] level, int levelAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("film", pass.film, batch, 216, film, filmAt + done * 216);
      pass.forward(batch);
      get("level", pass.level, batch, 2, level, levelAt + done * 2);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param film [b, 3, 6, 6, 2]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] film) {
    int examples = examples("film", film, 216);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("film", pass.film, batch, 216, film, done * 216);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code film}.
   *
   * @param film [b, 3, 6, 6, 2]
   * @param levelTarget [b, 2]
   * @return the derivative, example by example
   */
  public float[] filmGradient(float[] film, float[] levelTarget) {
    int examples = examples("film", film, 216);
    requireExamples("level.target", levelTarget, examples, 2);
    Evaluation.check(this, examples(film, levelTarget));
    Training pass = (Training) training(examples);
    put("film", pass.film, examples, 216, film, 0);
    put("level.target", pass.levelTarget, examples, 2, levelTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[film.length];
    get("film", pass.filmGradient, examples, 216, gradient, 0);
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
  public FramesNetwork on(Backend backend) {
    return copyInto(new FramesNetwork(backend, seed()));
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
    private final Convolution convolution = kernel(Convolution.class);
    private final Pooling pooling = kernel(Pooling.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Copy copy = kernel(Copy.class);
    private final Buffer film = slot(0, 216);
    private final Buffer frames = slot(216, 216);
    private final Buffer framesStep = frames;
    private final Buffer edges = slot(432, 144);
    private final Buffer edgesSteps = edges;
    private final Buffer small = slot(576, 36);
    private final Buffer smallSteps = small;
    private final Buffer evenFactor = fixed(0, 3);
    private final Buffer even = small;
    private final Buffer evenSteps = small;
    private final Buffer flatSteps = small;
    private final Buffer features = slot(432, 12);
    private final Buffer featuresStep = features;
    private final Buffer bent = features;
    private final Buffer bentSteps = features;
    private final Buffer changes = slot(444, 4);
    private final Buffer coarse = features;
    private final Buffer coarseSteps = features;
    private final Buffer light = features;
    private final Buffer flatChanges = changes;
    private final Buffer both = slot(216, 16);
    private final Buffer level = slot(232, 2);
    private final Buffer[] evenOperands = {small, evenMovingMean.value(), evenFactor,
        evenBeta.value()};

    Prediction(int capacity) {
      super(FramesNetwork.this, capacity, /* perExample= */ 612, /* perBatch= */ 3);
    }

    @Override
    public List<Buffer> inputs() {
      return list(film);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level);
    }

    @Override
    public void forward(int batch) {
      frames(batch);
      edges(batch);
      small(batch);
      even(batch);
      features(batch);
      bent(batch);
      changes(batch);
      coarse(batch);
      both(batch);
      level(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return film;
        case 1:
          frames(batch);
          return frames;
        case 2:
          edges(batch);
          return edgesSteps;
        case 3:
          small(batch);
          return smallSteps;
        case 4:
          even(batch);
          return evenSteps;
        case 5:
          return flatSteps;
        case 6:
          return flatSteps;
        case 7:
          features(batch);
          return features;
        case 8:
          bent(batch);
          return bentSteps;
        case 9:
          changes(batch);
          return changes;
        case 10:
          coarse(batch);
          return coarseSteps;
        case 11:
          return light;
        case 12:
          return flatChanges;
        case 13:
          both(batch);
          return both;
        case 14:
          level(batch);
          return level;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code frames = 2 * film - 1}. */
    private void frames(int batch) {
      pointwise.apply(batch, 216, Fused.FILM_TIMES_2_MINUS_1, frames, film);
    }

    /** {@code edges = tanh(frames ∗ weight + bias)}. */
    private void edges(int batch) {
      convolution.forward(batch * 3, WINDOWS_3X3_OVER_6X6, 2, 3, /* groups= */ 1, framesStep,
          edgesWeight.value(), edges, Fused.TANH_X_PLUS_B, edgesBias.value());
    }

    /** {@code small = maxPooling(edges)}. */
    private void small(int batch) {
      pooling.max(batch * 3, WINDOWS_2X2_OVER_4X4_BY_2, 3, edges, none(), small);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.1)
     * even = (small - movingMean) * factor + beta
     * }</pre>
     */
    private void even(int batch) {
      pointwise.apply(1, 3, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1, evenFactor, evenGamma.value(),
          evenMovingVariance.value());
      pointwise.apply(batch * 3 * 4, 3, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, even,
          evenOperands);
    }

    /** {@code features = relu(flat.steps · weight + bias)}. */
    private void features(int batch) {
      matMul.mult(batch * 3, 12, 4, flatSteps, featuresWeight.value(), features,
          Fused.RELU_X_PLUS_B, featuresBias.value());
    }

    /** {@code bent = features > 0 ? features : alpha * features}. */
    private void bent(int batch) {
      pointwise.apply(batch * 3, 4, Fused.X_ABOVE_0_THEN_X_ELSE_ALPHA_TIMES_X, bent, featuresStep,
          bentAlpha.value());
    }

    /** {@code changes = bent.steps ∗ weight + bias}. */
    private void changes(int batch) {
      convolution.forward(batch, WINDOWS_2_OVER_3, 4, 2, /* groups= */ 1, bentSteps,
          changesWeight.value(), changes, Fused.X_PLUS_B, changesBias.value());
    }

    /** {@code coarse = averagePooling(frames.step)}. */
    private void coarse(int batch) {
      pooling.average(batch * 3, WINDOWS_3X6_OVER_6X6_BY_3X6, 2, framesStep, coarse);
    }

    /** {@code both = concatenate<0>(light, flatChanges)}. */
    private void both(int batch) {
      copy.columns(batch, 12, light, 0, 12, both, 0, 16);
      copy.columns(batch, 4, flatChanges, 0, 4, both, 12, 16);
    }

    /** {@code level = both · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 16, 2, both, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Convolution convolution = kernel(Convolution.class);
    private final Pooling pooling = kernel(Pooling.class);
    private final BatchNormalization batchNormalization = kernel(BatchNormalization.class);
    private final RandomMask randomMask = kernel(RandomMask.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Copy copy = kernel(Copy.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Spread spread = kernel(Spread.class);
    private final Buffer film = slot(0, 216);
    private final Buffer levelTarget = slot(700, 2);
    private final Buffer levelShare = slot(702, 1);
    private final Buffer frames = slot(216, 216);
    private final Buffer framesStep = frames;
    private final Buffer edges = slot(432, 144);
    private final Buffer smallSaved = slot(576, 36);
    private final Buffer small = slot(612, 36);
    private final Buffer evenSaved = fixed(0, 6);
    private final Buffer even = slot(432, 36);
    private final Buffer flat = even;
    private final Buffer keptMask = slot(468, 36);
    private final Buffer kept = even;
    private final Buffer keptSteps = even;
    private final Buffer features = slot(520, 12);
    private final Buffer featuresStep = features;
    private final Buffer bent = slot(532, 12);
    private final Buffer bentSteps = bent;
    private final Buffer changes = slot(556, 4);
    private final Buffer coarse = slot(544, 12);
    private final Buffer light = coarse;
    private final Buffer flatChanges = changes;
    private final Buffer both = slot(504, 16);
    private final Buffer level = slot(544, 2);
    private final Buffer levelLossTerms = slot(546, 2);
    private final Buffer levelLossSum = slot(703, 1);
    private final Buffer levelLoss = levelLossSum;
    private final Buffer levelLossSumGradient = slot(548, 1);
    private final Buffer levelLossTermsGradient = levelLossTerms;
    private final Buffer levelGradient = levelLossTerms;
    private final Buffer bothGradient = slot(684, 16);
    private final Buffer flatChangesGradient = slot(516, 4);
    private final Buffer changesGradient = flatChangesGradient;
    private final Buffer bentStepsGradient = slot(504, 12);
    private final Buffer bentGradient = bentStepsGradient;
    private final Buffer featuresStepGradient = bent;
    private final Buffer bentPartGradient = bentStepsGradient;
    private final Buffer featuresGradient = bent;
    private final Buffer featuresSumGradient = bent;
    private final Buffer keptStepsGradient = slot(648, 36);
    private final Buffer keptGradient = keptStepsGradient;
    private final Buffer flatGradient = keptStepsGradient;
    private final Buffer evenGradient = keptStepsGradient;
    private final Buffer smallGradient = keptStepsGradient;
    private final Buffer smallEdgesSumGradient = keptStepsGradient;
    private final Buffer edgesSumGradient = edges;
    private final Buffer lightGradient = slot(576, 12);
    private final Buffer coarseGradient = lightGradient;
    private final Buffer framesStepGradient = frames;
    private final Buffer framesStepGradient3 = frames;
    private final Buffer framesGradient = frames;
    private final Buffer filmGradient = frames;

    Training(int capacity) {
      super(FramesNetwork.this, capacity, /* perExample= */ 704, /* perBatch= */ 6);
    }

    @Override
    public List<Buffer> inputs() {
      return list(film);
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
      frames(batch);
      edges(batch);
      small(batch);
      even(batch);
      kept(batch);
      features(batch);
      bent(batch);
      changes(batch);
      coarse(batch);
      both(batch);
      level(batch);
      levelLoss(batch);
    }

    @Override
    public void backward(int batch) {
      levelLossBackward(batch);
      levelBackward(batch);
      bothBackward(batch);
      changesBackward(batch);
      bentBackward(batch);
      featuresBackward(batch);
      keptBackward(batch);
      evenBackward(batch);
      smallBackward(batch);
      edgesBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      bothTowardsInputs(batch);
      coarseTowardsInputs(batch);
      edgesTowardsInputs(batch);
      framesTowardsInputs(batch);
    }

    /** {@code frames = 2 * film - 1}. */
    private void frames(int batch) {
      pointwise.apply(batch, 216, Fused.FILM_TIMES_2_MINUS_1, frames, film);
    }

    /** {@code edges = tanh(frames ∗ weight + bias)}. */
    private void edges(int batch) {
      convolution.forward(batch * 3, WINDOWS_3X3_OVER_6X6, 2, 3, /* groups= */ 1, framesStep,
          edgesWeight.value(), edges, Fused.TANH_X_PLUS_B, edgesBias.value());
    }

    /** {@code small = maxPooling(edges)}. */
    private void small(int batch) {
      pooling.max(batch * 3, WINDOWS_2X2_OVER_4X4_BY_2, 3, edges, smallSaved, small);
    }

    /** {@code even = gamma * (small - mean) / sqrt(variance + 0.1) + beta}. */
    private void even(int batch) {
      batchNormalization.forward(batch * 3 * 4, 3, training(), 0.99f, 0.1f, small,
          evenGamma.value(), evenBeta.value(), evenMovingMean.value(), evenMovingVariance.value(),
          evenSaved, even);
    }

    /** {@code mask = randomMask<0.3, 6, [12]>(); kept = flat * mask}. */
    private void kept(int batch) {
      randomMask.fill(batch * 3 * 12, rate(0.3f), key(6), keptMask);
      pointwise.apply(batch * 3, 12, Fused.X_TIMES_MASK, kept, flat, keptMask);
    }

    /** {@code features = relu(kept.steps · weight + bias)}. */
    private void features(int batch) {
      matMul.mult(batch * 3, 12, 4, keptSteps, featuresWeight.value(), features,
          Fused.RELU_X_PLUS_B, featuresBias.value());
    }

    /** {@code bent = features > 0 ? features : alpha * features}. */
    private void bent(int batch) {
      pointwise.apply(batch * 3, 4, Fused.X_ABOVE_0_THEN_X_ELSE_ALPHA_TIMES_X, bent, featuresStep,
          bentAlpha.value());
    }

    /** {@code changes = bent.steps ∗ weight + bias}. */
    private void changes(int batch) {
      convolution.forward(batch, WINDOWS_2_OVER_3, 4, 2, /* groups= */ 1, bentSteps,
          changesWeight.value(), changes, Fused.X_PLUS_B, changesBias.value());
    }

    /** {@code coarse = averagePooling(frames.step)}. */
    private void coarse(int batch) {
      pooling.average(batch * 3, WINDOWS_3X6_OVER_6X6_BY_3X6, 2, framesStep, coarse);
    }

    /** {@code both = concatenate<0>(light, flatChanges)}. */
    private void both(int batch) {
      copy.columns(batch, 12, light, 0, 12, both, 0, 16);
      copy.columns(batch, 4, flatChanges, 0, 4, both, 12, 16);
    }

    /** {@code level = both · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 16, 2, both, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
    }

    /** {@code terms = square(level - target); sum = sum<0>(terms); loss = sum / 2}. */
    private void levelLoss(int batch) {
      pointwise.apply(batch, 2, Fused.SQUARE_P_MINUS_T, levelLossTerms, level, levelTarget);
      reduce.sum(batch, 2, 1, levelLossTerms, levelLossSum);
      pointwise.apply(batch, 1, Fused.SUM_OVER_2, levelLoss, levelLossSum);
    }

    private void levelLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_0_5, levelLossSumGradient, levelShare);
      spread.spread(batch, 2, 1, levelLossSumGradient, levelLossTermsGradient);
      pointwise.apply(batch, 2, Fused.DY_TIMES_2_TIMES_P_MINUS_T, levelGradient,
          levelLossTermsGradient, level, levelTarget);
    }

    private void levelBackward(int batch) {
      reduce.sum(1, batch, 2, levelGradient, levelBias.gradient());
      matMul.multTransB(batch, 2, 16, levelGradient, levelWeight.value(), bothGradient);
      matMul.multTransA(16, batch, 2, both, levelGradient, levelWeight.gradient());
    }

    private void bothBackward(int batch) {
      copy.columns(batch, 4, bothGradient, 12, 16, flatChangesGradient, 0, 4);
    }

    private void changesBackward(int batch) {
      reduce.sum(1, batch * 2, 2, changesGradient, changesBias.gradient());
      convolution.dataGradient(batch, WINDOWS_2_OVER_3, 4, 2, /* groups= */ 1, changesGradient,
          changesWeight.value(), bentStepsGradient);
      convolution.weightGradient(batch, WINDOWS_2_OVER_3, 4, 2, /* groups= */ 1, bentSteps,
          changesGradient, changesWeight.gradient());
    }

    private void bentBackward(int batch) {
      pointwise.apply(batch * 3, 4, Fused.DY_TIMES_X_ABOVE_0_THEN_1_ELSE_ALPHA,
          featuresStepGradient, bentGradient, featuresStep, bentAlpha.value());
      pointwise.apply(batch * 3, 4, Fused.DY_TIMES_X_ABOVE_0_THEN_0_ELSE_X, bentPartGradient,
          bentGradient, featuresStep);
      reduce.sum(1, batch * 3, 4, bentPartGradient, bentAlpha.gradient());
    }

    private void featuresBackward(int batch) {
      pointwise.apply(batch, 12, Fused.DY_TIMES_STEP_Y, featuresSumGradient, featuresGradient,
          features);
      reduce.sum(1, batch * 3, 4, featuresSumGradient, featuresBias.gradient());
      matMul.multTransB(batch * 3, 4, 12, featuresSumGradient, featuresWeight.value(),
          keptStepsGradient);
      matMul.multTransA(12, batch * 3, 4, keptSteps, featuresSumGradient,
          featuresWeight.gradient());
    }

    private void keptBackward(int batch) {
      pointwise.apply(batch * 3, 12, Fused.DY_TIMES_MASK, flatGradient, keptGradient, keptMask);
    }

    private void evenBackward(int batch) {
      batchNormalization.gradient(batch * 3 * 4, 3, training(), small, evenGamma.value(), evenSaved,
          evenGradient, evenGamma.gradient(), evenBeta.gradient(), smallGradient);
    }

    private void smallBackward(int batch) {
      pointwise.apply(batch * 3, 12, Fused.DY_TIMES_1_MINUS_SQUARE_Y, smallEdgesSumGradient,
          smallGradient, small);
      pooling.maxGradient(batch * 3, WINDOWS_2X2_OVER_4X4_BY_2, 3, smallEdgesSumGradient,
          smallSaved, edgesSumGradient);
    }

    private void edgesBackward(int batch) {
      reduce.sum(1, batch * 3 * 16, 3, edgesSumGradient, edgesBias.gradient());
      convolution.weightGradient(batch * 3, WINDOWS_3X3_OVER_6X6, 2, 3, /* groups= */ 1, framesStep,
          edgesSumGradient, edgesWeight.gradient());
    }

    private void bothTowardsInputs(int batch) {
      copy.columns(batch, 12, bothGradient, 0, 16, lightGradient, 0, 12);
    }

    private void coarseTowardsInputs(int batch) {
      pooling.averageGradient(batch * 3, WINDOWS_3X6_OVER_6X6_BY_3X6, 2, coarseGradient,
          framesStepGradient);
    }

    private void edgesTowardsInputs(int batch) {
      convolution.dataGradientAdd(batch * 3, WINDOWS_3X3_OVER_6X6, 2, 3, /* groups= */ 1,
          edgesSumGradient, edgesWeight.value(), framesStepGradient3);
    }

    private void framesTowardsInputs(int batch) {
      pointwise.apply(batch, 216, Fused.DY_TIMES_2, filmGradient, framesGradient);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code 2 * film - 1}. */
    static final Formula FILM_TIMES_2_MINUS_1 = new Formula("2 * film - 1", 1, "film") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] film = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 2f * film[j] - 1f;
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

    /** {@code gamma / sqrt(variance + 0.1)}. */
    static final Formula GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1 =
        new Formula("gamma / sqrt(variance + 0.1)", 2, "gamma", "variance") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] gamma = operands[0];
        float[] variance = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = gamma[j] / (float) Math.sqrt(variance[j] + 0.1f);
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

    /** {@code x > 0 ? x : alpha * x}. */
    static final Formula X_ABOVE_0_THEN_X_ELSE_ALPHA_TIMES_X =
        new Formula("x > 0 ? x : alpha * x", 1, "x", "alpha") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] alpha = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] > 0f ? x[j] : alpha[j] * x[j];
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

    /** {@code dy * (x > 0 ? 1 : alpha)}. */
    static final Formula DY_TIMES_X_ABOVE_0_THEN_1_ELSE_ALPHA =
        new Formula("dy * (x > 0 ? 1 : alpha)", 2, "dy", "x", "alpha") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] x = operands[1];
        float[] alpha = operands[2];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * (x[j] > 0f ? 1f : alpha[j]);
        }
      }
    };

    /** {@code dy * (x > 0 ? 0 : x)}. */
    static final Formula DY_TIMES_X_ABOVE_0_THEN_0_ELSE_X =
        new Formula("dy * (x > 0 ? 0 : x)", 2, "dy", "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] x = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] * (x[j] > 0f ? 0f : x[j]);
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

    /** {@code 2 * dy}. */
    static final Formula DY_TIMES_2 = new Formula("2 * dy", 1, "dy") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 2f * dy[j];
        }
      }
    };
  }
}
