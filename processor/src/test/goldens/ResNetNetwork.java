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
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
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
 * The network declared by {@link ResNet}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value                 layer                       shape          parameters    FLOPs   bytes
 * image                 input                       [b, 6, 5, 2]            0        0     240
 * stem                  conv2D(3, 3x3, same)        [b, 6, 5, 3]           57    3,330     360
 * fine[0].inner         conv2D(3, 3x3, same)        [b, 6, 5, 3]           81    4,860     360
 * fine[0].innerNormal   batchNormalization          [b, 6, 5, 3]           12      276     360
 * fine[0].innerBent     tanh                        [b, 6, 5, 3]            0       90     360
 * fine[0].outer         conv2D(3, 3x3, same)        [b, 6, 5, 3]           81    4,860     360
 * fine[0].outerNormal   batchNormalization          [b, 6, 5, 3]           12      276     360
 * fine[0].side          conv2D(3, 1x1)              [b, 6, 5, 3]            9      540     360
 * fine[0].sum           add, tanh                   [b, 6, 5, 3]            0       90     360
 * fine[1].inner         conv2D(3, 3x3, same)        [b, 6, 5, 3]           81    4,860     360
 * fine[1].innerNormal   batchNormalization          [b, 6, 5, 3]           12      276     360
 * fine[1].innerBent     tanh                        [b, 6, 5, 3]            0       90     360
 * fine[1].outer         conv2D(3, 3x3, same)        [b, 6, 5, 3]           81    4,860     360
 * fine[1].outerNormal   batchNormalization          [b, 6, 5, 3]           12      276     360
 * fine[1].side          conv2D(3, 1x1)              [b, 6, 5, 3]            9      540     360
 * fine[1].sum           add, tanh                   [b, 6, 5, 3]            0       90     360
 * half.inner            conv2D(4, 3x3 by 2, same)   [b, 3, 3, 4]          108    1,944     144
 * half.innerNormal      batchNormalization          [b, 3, 3, 4]           16      116     144
 * half.innerBent        tanh                        [b, 3, 3, 4]            0       36     144
 * half.outer            conv2D(4, 3x3, same)        [b, 3, 3, 4]          144    2,592     144
 * half.outerNormal      batchNormalization          [b, 3, 3, 4]           16      116     144
 * half.side             conv2D(4, 1x1 by 2)         [b, 3, 3, 4]           12      216     144
 * half.sum              add, tanh                   [b, 3, 3, 4]            0       36     144
 * features              globalAveragePooling2D      [b, 4]                  0       40      16
 * kind                  dense(3), softmax           [b, 3]                 15       39      12
 *                                                                         758   30,449
 * </pre>
 *
 * <pre>
 * stem of image
 * fine[0].inner of stem
 * fine[0].innerNormal of fine[0].inner
 * fine[0].innerBent of fine[0].innerNormal
 * fine[0].outer of fine[0].innerBent
 * fine[0].outerNormal of fine[0].outer
 * fine[0].side of stem
 * fine[0].sum of fine[0].outerNormal, fine[0].side
 * fine[1].inner of fine[0].sum
 * fine[1].innerNormal of fine[1].inner
 * fine[1].innerBent of fine[1].innerNormal
 * fine[1].outer of fine[1].innerBent
 * fine[1].outerNormal of fine[1].outer
 * fine[1].side of fine[0].sum
 * fine[1].sum of fine[1].outerNormal, fine[1].side
 * half.inner of fine[1].sum
 * half.innerNormal of half.inner
 * half.innerBent of half.innerNormal
 * half.outer of half.innerBent
 * half.outerNormal of half.outer
 * half.side of fine[1].sum
 * half.sum of half.outerNormal, half.side
 * features of half.sum
 * kind of features
 * </pre>
 *
 * <p>758 parameters, 718 of them trained. For each example a prediction takes 30,449 FLOPs and
 * 1,320 bytes that its rows share; training takes 4,436 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class ResNetNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 758;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 30_449;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 1_320;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 4_436;

  private static final Signature SIGNATURE = Signature.of("ResNet").flops(FLOPS)
      .input("image", 6, 5, 2)
      .row("stem", "Conv2D", /* parameters= */ 57, new int[] {6, 5, 3},
          "image").text("conv2D(3, 3x3, same)")
      .row("fine[0].inner", "Conv2D", /* parameters= */ 81, new int[] {6, 5, 3},
          "stem").text("conv2D(3, 3x3, same)")
      .row("fine[0].innerNormal", "BatchNormalization", /* parameters= */ 12, new int[] {6, 5, 3},
          "fine[0].inner").text("batchNormalization")
      .row("fine[0].innerBent", "Activation", /* parameters= */ 0, new int[] {6, 5, 3},
          "fine[0].innerNormal").text("tanh")
      .row("fine[0].outer", "Conv2D", /* parameters= */ 81, new int[] {6, 5, 3},
          "fine[0].innerBent").text("conv2D(3, 3x3, same)")
      .row("fine[0].outerNormal", "BatchNormalization", /* parameters= */ 12, new int[] {6, 5, 3},
          "fine[0].outer").text("batchNormalization")
      .row("fine[0].side", "Conv2D", /* parameters= */ 9, new int[] {6, 5, 3},
          "stem").text("conv2D(3, 1x1)")
      .row("fine[0].sum", "Add", /* parameters= */ 0, new int[] {6, 5, 3}, "fine[0].outerNormal",
          "fine[0].side").text("add, tanh")
      .row("fine[1].inner", "Conv2D", /* parameters= */ 81, new int[] {6, 5, 3},
          "fine[0].sum").text("conv2D(3, 3x3, same)")
      .row("fine[1].innerNormal", "BatchNormalization", /* parameters= */ 12, new int[] {6, 5, 3},
          "fine[1].inner").text("batchNormalization")
      .row("fine[1].innerBent", "Activation", /* parameters= */ 0, new int[] {6, 5, 3},
          "fine[1].innerNormal").text("tanh")
      .row("fine[1].outer", "Conv2D", /* parameters= */ 81, new int[] {6, 5, 3},
          "fine[1].innerBent").text("conv2D(3, 3x3, same)")
      .row("fine[1].outerNormal", "BatchNormalization", /* parameters= */ 12, new int[] {6, 5, 3},
          "fine[1].outer").text("batchNormalization")
      .row("fine[1].side", "Conv2D", /* parameters= */ 9, new int[] {6, 5, 3},
          "fine[0].sum").text("conv2D(3, 1x1)")
      .row("fine[1].sum", "Add", /* parameters= */ 0, new int[] {6, 5, 3}, "fine[1].outerNormal",
          "fine[1].side").text("add, tanh")
      .row("half.inner", "Conv2D", /* parameters= */ 108, new int[] {3, 3, 4},
          "fine[1].sum").text("conv2D(4, 3x3 by 2, same)")
      .row("half.innerNormal", "BatchNormalization", /* parameters= */ 16, new int[] {3, 3, 4},
          "half.inner").text("batchNormalization")
      .row("half.innerBent", "Activation", /* parameters= */ 0, new int[] {3, 3, 4},
          "half.innerNormal").text("tanh")
      .row("half.outer", "Conv2D", /* parameters= */ 144, new int[] {3, 3, 4},
          "half.innerBent").text("conv2D(4, 3x3, same)")
      .row("half.outerNormal", "BatchNormalization", /* parameters= */ 16, new int[] {3, 3, 4},
          "half.outer").text("batchNormalization")
      .row("half.side", "Conv2D", /* parameters= */ 12, new int[] {3, 3, 4},
          "fine[1].sum").text("conv2D(4, 1x1 by 2)")
      .row("half.sum", "Add", /* parameters= */ 0, new int[] {3, 3, 4}, "half.outerNormal",
          "half.side").text("add, tanh")
      .row("features", "GlobalAveragePooling2D", /* parameters= */ 0, new int[] {4},
          "half.sum").text("globalAveragePooling2D")
      .row("kind", "Dense", /* parameters= */ 15, new int[] {3},
          "features").text("dense(3), softmax")
      .output("kind", "categorical_crossentropy", /* weight= */ 1f, new int[] {3},
          /* target= */ new int[] {3}, "")
      .build();

  private static final Windows WINDOWS_3X3_OVER_6X5_PADDED = Windows.over(6, 5).sized(3, 3)
      .padding(1, 1, 1, 1);
  private static final Windows WINDOWS_3X3_OVER_6X5_BY_2_PADDED = Windows.over(6, 5).sized(3, 3)
      .strides(2, 2).padding(0, 1, 1, 1);
  private static final Windows WINDOWS_3X3_OVER_3X3_PADDED = Windows.over(3, 3).sized(3, 3)
      .padding(1, 1, 1, 1);
  private static final Windows WINDOWS_1X1_OVER_6X5_BY_2 = Windows.over(6, 5).sized(1, 1)
      .strides(2, 2);

  private final Parameter stemWeight = weight("stem.weight", Initializers.glorotUniform(),
      3, 3, 2, 3);
  private final Parameter fine0InnerWeight = weight("fine[0].inner.weight",
      Initializers.glorotUniform(), 3, 3, 3, 3);
  private final Parameter fine0OuterWeight = weight("fine[0].outer.weight",
      Initializers.glorotUniform(), 3, 3, 3, 3);
  private final Parameter fine0SideWeight = weight("fine[0].side.weight",
      Initializers.glorotUniform(), 1, 1, 3, 3);
  private final Parameter fine1InnerWeight = weight("fine[1].inner.weight",
      Initializers.glorotUniform(), 3, 3, 3, 3);
  private final Parameter fine1OuterWeight = weight("fine[1].outer.weight",
      Initializers.glorotUniform(), 3, 3, 3, 3);
  private final Parameter fine1SideWeight = weight("fine[1].side.weight",
      Initializers.glorotUniform(), 1, 1, 3, 3);
  private final Parameter halfInnerWeight = weight("half.inner.weight",
      Initializers.glorotUniform(), 3, 3, 3, 4);
  private final Parameter halfOuterWeight = weight("half.outer.weight",
      Initializers.glorotUniform(), 3, 3, 4, 4);
  private final Parameter halfSideWeight = weight("half.side.weight", Initializers.glorotUniform(),
      1, 1, 3, 4);
  private final Parameter kindWeight = weight("kind.weight", Initializers.glorotUniform(), 4, 3);
  private final Parameter stemBias = parameter("stem.bias", Initializers.zeros(), 3);
  private final Parameter fine0InnerNormalGamma = parameter("fine[0].innerNormal.gamma",
      Initializers.ones(), 3);
  private final Parameter fine0InnerNormalBeta = parameter("fine[0].innerNormal.beta",
      Initializers.zeros(), 3);
  private final Parameter fine0OuterNormalGamma = parameter("fine[0].outerNormal.gamma",
      Initializers.ones(), 3);
  private final Parameter fine0OuterNormalBeta = parameter("fine[0].outerNormal.beta",
      Initializers.zeros(), 3);
  private final Parameter fine1InnerNormalGamma = parameter("fine[1].innerNormal.gamma",
      Initializers.ones(), 3);
  private final Parameter fine1InnerNormalBeta = parameter("fine[1].innerNormal.beta",
      Initializers.zeros(), 3);
  private final Parameter fine1OuterNormalGamma = parameter("fine[1].outerNormal.gamma",
      Initializers.ones(), 3);
  private final Parameter fine1OuterNormalBeta = parameter("fine[1].outerNormal.beta",
      Initializers.zeros(), 3);
  private final Parameter halfInnerNormalGamma = parameter("half.innerNormal.gamma",
      Initializers.ones(), 4);
  private final Parameter halfInnerNormalBeta = parameter("half.innerNormal.beta",
      Initializers.zeros(), 4);
  private final Parameter halfOuterNormalGamma = parameter("half.outerNormal.gamma",
      Initializers.ones(), 4);
  private final Parameter halfOuterNormalBeta = parameter("half.outerNormal.beta",
      Initializers.zeros(), 4);
  private final Parameter kindBias = parameter("kind.bias", Initializers.zeros(), 3);
  private final Parameter fine0InnerNormalMovingMean = untrained("fine[0].innerNormal.movingMean",
      Initializers.zeros(), 3);
  private final Parameter fine0InnerNormalMovingVariance =
      untrained("fine[0].innerNormal.movingVariance",
      Initializers.ones(), 3);
  private final Parameter fine0OuterNormalMovingMean = untrained("fine[0].outerNormal.movingMean",
      Initializers.zeros(), 3);
  private final Parameter fine0OuterNormalMovingVariance =
      untrained("fine[0].outerNormal.movingVariance",
      Initializers.ones(), 3);
  private final Parameter fine1InnerNormalMovingMean = untrained("fine[1].innerNormal.movingMean",
      Initializers.zeros(), 3);
  private final Parameter fine1InnerNormalMovingVariance =
      untrained("fine[1].innerNormal.movingVariance",
      Initializers.ones(), 3);
  private final Parameter fine1OuterNormalMovingMean = untrained("fine[1].outerNormal.movingMean",
      Initializers.zeros(), 3);
  private final Parameter fine1OuterNormalMovingVariance =
      untrained("fine[1].outerNormal.movingVariance",
      Initializers.ones(), 3);
  private final Parameter halfInnerNormalMovingMean = untrained("half.innerNormal.movingMean",
      Initializers.zeros(), 4);
  private final Parameter halfInnerNormalMovingVariance =
      untrained("half.innerNormal.movingVariance",
      Initializers.ones(), 4);
  private final Parameter halfOuterNormalMovingMean = untrained("half.outerNormal.movingMean",
      Initializers.zeros(), 4);
  private final Parameter halfOuterNormalMovingVariance =
      untrained("half.outerNormal.movingVariance",
      Initializers.ones(), 4);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public ResNetNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(BatchNormalization.class, Convolution.class,
        MatMul.class, Pointwise.class, Reduce.class, Share.class, Softmax.class,
        SoftmaxCrossEntropy.class, Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param image [b, 6, 5, 2]
   * @param kindTarget [b, 3]
   * @return the examples
   */
  public static Examples examples(float[] image, float[] kindTarget) {
    return Examples.of(Arrays.asList(Column.of("image", 60, image)),
        Arrays.asList(Column.of("kind", 3, kindTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param image [b, 6, 5, 2]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] image) {
    int examples = examples("image", image, 60);
    float[] kind = new float[examples * 3];
    predict(examples, image, 0, kind, 0);
    return kind;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param image [b, 6, 5, 2], read
   * @param imageAt where the first example begins
   * @param kind [b, 3], written
   * @param kindAt where the first example begins
   */
  public void predict(int examples, float[] image, int imageAt, float[] kind, int kindAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("image", pass.image, batch, 60, image, imageAt + done * 60);
      pass.forward(batch);
      get("kind", pass.kind, batch, 3, kind, kindAt + done * 3);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param image [b, 6, 5, 2]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] image) {
    int examples = examples("image", image, 60);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("image", pass.image, batch, 60, image, done * 60);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code image}.
   *
   * @param image [b, 6, 5, 2]
   * @param kindTarget [b, 3]
   * @return the derivative, example by example
   */
  public float[] imageGradient(float[] image, float[] kindTarget) {
    int examples = examples("image", image, 60);
    requireExamples("kind.target", kindTarget, examples, 3);
    Evaluation.check(this, examples(image, kindTarget));
    Training pass = (Training) training(examples);
    put("image", pass.image, examples, 60, image, 0);
    put("kind.target", pass.kindTarget, examples, 3, kindTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[image.length];
    get("image", pass.imageGradient, examples, 60, gradient, 0);
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
  public ResNetNetwork on(Backend backend) {
    return copyInto(new ResNetNetwork(backend, seed()));
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
    private final Convolution convolution = kernel(Convolution.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final Buffer image = slot(270, 60);
    private final Buffer stem = slot(0, 90);
    private final Buffer fine0Inner = slot(90, 90);
    private final Buffer fine0InnerNormalFactor = fixed(0, 3);
    private final Buffer fine0InnerNormal = fine0Inner;
    private final Buffer fine0InnerBent = fine0Inner;
    private final Buffer fine0Outer = slot(180, 90);
    private final Buffer fine0OuterNormalFactor = fine0InnerNormalFactor;
    private final Buffer fine0OuterNormal = fine0Outer;
    private final Buffer fine0Side = fine0Inner;
    private final Buffer fine0Sum = fine0Outer;
    private final Buffer fine1Inner = stem;
    private final Buffer fine1InnerNormalFactor = fine0InnerNormalFactor;
    private final Buffer fine1InnerNormal = stem;
    private final Buffer fine1InnerBent = stem;
    private final Buffer fine1Outer = fine0Inner;
    private final Buffer fine1OuterNormalFactor = fine0InnerNormalFactor;
    private final Buffer fine1OuterNormal = fine0Inner;
    private final Buffer fine1Side = stem;
    private final Buffer fine1Sum = fine0Inner;
    private final Buffer halfInner = slot(0, 36);
    private final Buffer halfInnerNormalFactor = fixed(0, 4);
    private final Buffer halfInnerNormal = halfInner;
    private final Buffer halfInnerBent = halfInner;
    private final Buffer halfOuter = slot(36, 36);
    private final Buffer halfOuterNormalFactor = halfInnerNormalFactor;
    private final Buffer halfOuterNormal = halfOuter;
    private final Buffer halfSide = halfInner;
    private final Buffer halfSum = halfOuter;
    private final Buffer featuresPositions = halfOuter;
    private final Buffer featuresSum = slot(0, 4);
    private final Buffer features = featuresSum;
    private final Buffer kindSum = slot(4, 3);
    private final Buffer kind = kindSum;
    private final Buffer[] fine0InnerNormalOperands = {fine0Inner,
        fine0InnerNormalMovingMean.value(), fine0InnerNormalFactor, fine0InnerNormalBeta.value()};
    private final Buffer[] fine0OuterNormalOperands = {fine0Outer,
        fine0OuterNormalMovingMean.value(), fine0OuterNormalFactor, fine0OuterNormalBeta.value()};
    private final Buffer[] fine1InnerNormalOperands = {fine1Inner,
        fine1InnerNormalMovingMean.value(), fine1InnerNormalFactor, fine1InnerNormalBeta.value()};
    private final Buffer[] fine1OuterNormalOperands = {fine1Outer,
        fine1OuterNormalMovingMean.value(), fine1OuterNormalFactor, fine1OuterNormalBeta.value()};
    private final Buffer[] halfInnerNormalOperands = {halfInner, halfInnerNormalMovingMean.value(),
        halfInnerNormalFactor, halfInnerNormalBeta.value()};
    private final Buffer[] halfOuterNormalOperands = {halfOuter, halfOuterNormalMovingMean.value(),
        halfOuterNormalFactor, halfOuterNormalBeta.value()};

    Prediction(int capacity) {
      super(ResNetNetwork.this, capacity, /* perExample= */ 330, /* perBatch= */ 4);
    }

    @Override
    public List<Buffer> inputs() {
      return list(image);
    }

    @Override
    public List<Buffer> outputs() {
      return list(kind);
    }

    @Override
    public void forward(int batch) {
      stem(batch);
      fine0Inner(batch);
      fine0InnerNormal(batch);
      fine0InnerBent(batch);
      fine0Outer(batch);
      fine0OuterNormal(batch);
      fine0Side(batch);
      fine0Sum(batch);
      fine1Inner(batch);
      fine1InnerNormal(batch);
      fine1InnerBent(batch);
      fine1Outer(batch);
      fine1OuterNormal(batch);
      fine1Side(batch);
      fine1Sum(batch);
      halfInner(batch);
      halfInnerNormal(batch);
      halfInnerBent(batch);
      halfOuter(batch);
      halfOuterNormal(batch);
      halfSide(batch);
      halfSum(batch);
      features(batch);
      kind(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return image;
        case 1:
          stem(batch);
          return stem;
        case 2:
          fine0Inner(batch);
          return fine0Inner;
        case 3:
          fine0InnerNormal(batch);
          return fine0InnerNormal;
        case 4:
          fine0InnerBent(batch);
          return fine0InnerBent;
        case 5:
          fine0Outer(batch);
          return fine0Outer;
        case 6:
          fine0OuterNormal(batch);
          return fine0OuterNormal;
        case 7:
          fine0Side(batch);
          return fine0Side;
        case 8:
          fine0Sum(batch);
          return fine0Sum;
        case 9:
          fine1Inner(batch);
          return fine1Inner;
        case 10:
          fine1InnerNormal(batch);
          return fine1InnerNormal;
        case 11:
          fine1InnerBent(batch);
          return fine1InnerBent;
        case 12:
          fine1Outer(batch);
          return fine1Outer;
        case 13:
          fine1OuterNormal(batch);
          return fine1OuterNormal;
        case 14:
          fine1Side(batch);
          return fine1Side;
        case 15:
          fine1Sum(batch);
          return fine1Sum;
        case 16:
          halfInner(batch);
          return halfInner;
        case 17:
          halfInnerNormal(batch);
          return halfInnerNormal;
        case 18:
          halfInnerBent(batch);
          return halfInnerBent;
        case 19:
          halfOuter(batch);
          return halfOuter;
        case 20:
          halfOuterNormal(batch);
          return halfOuterNormal;
        case 21:
          halfSide(batch);
          return halfSide;
        case 22:
          halfSum(batch);
          return halfSum;
        case 23:
          features(batch);
          return features;
        case 24:
          kind(batch);
          return kind;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code stem = image ∗ weight + bias}. */
    private void stem(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 2, 3, /* groups= */ 1, image,
          stemWeight.value(), stem, Fused.X_PLUS_B, stemBias.value());
    }

    /** {@code fine[0].inner = stem ∗ weight}. */
    private void fine0Inner(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, stem,
          fine0InnerWeight.value(), fine0Inner);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.1)
     * fine[0].innerNormal = (fine[0].inner - movingMean) * factor + beta
     * }</pre>
     */
    private void fine0InnerNormal(int batch) {
      pointwise.apply(1, 3, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1, fine0InnerNormalFactor,
          fine0InnerNormalGamma.value(), fine0InnerNormalMovingVariance.value());
      pointwise.apply(batch * 30, 3, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, fine0InnerNormal,
          fine0InnerNormalOperands);
    }

    /** {@code fine[0].innerBent = tanh(fine[0].innerNormal)}. */
    private void fine0InnerBent(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X, fine0InnerBent, fine0InnerNormal);
    }

    /** {@code fine[0].outer = fine[0].innerBent ∗ weight}. */
    private void fine0Outer(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, fine0InnerBent,
          fine0OuterWeight.value(), fine0Outer);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.1)
     * fine[0].outerNormal = (fine[0].outer - movingMean) * factor + beta
     * }</pre>
     */
    private void fine0OuterNormal(int batch) {
      pointwise.apply(1, 3, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1, fine0OuterNormalFactor,
          fine0OuterNormalGamma.value(), fine0OuterNormalMovingVariance.value());
      pointwise.apply(batch * 30, 3, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, fine0OuterNormal,
          fine0OuterNormalOperands);
    }

    /** {@code fine[0].side = stem · weight}. */
    private void fine0Side(int batch) {
      matMul.mult(batch * 30, 3, 3, stem, fine0SideWeight.value(), fine0Side);
    }

    /** {@code fine[0].sum = tanh(fine[0].outerNormal + fine[0].side)}. */
    private void fine0Sum(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X1_PLUS_X2, fine0Sum, fine0OuterNormal, fine0Side);
    }

    /** {@code fine[1].inner = fine[0].sum ∗ weight}. */
    private void fine1Inner(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, fine0Sum,
          fine1InnerWeight.value(), fine1Inner);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.1)
     * fine[1].innerNormal = (fine[1].inner - movingMean) * factor + beta
     * }</pre>
     */
    private void fine1InnerNormal(int batch) {
      pointwise.apply(1, 3, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1, fine1InnerNormalFactor,
          fine1InnerNormalGamma.value(), fine1InnerNormalMovingVariance.value());
      pointwise.apply(batch * 30, 3, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, fine1InnerNormal,
          fine1InnerNormalOperands);
    }

    /** {@code fine[1].innerBent = tanh(fine[1].innerNormal)}. */
    private void fine1InnerBent(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X, fine1InnerBent, fine1InnerNormal);
    }

    /** {@code fine[1].outer = fine[1].innerBent ∗ weight}. */
    private void fine1Outer(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, fine1InnerBent,
          fine1OuterWeight.value(), fine1Outer);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.1)
     * fine[1].outerNormal = (fine[1].outer - movingMean) * factor + beta
     * }</pre>
     */
    private void fine1OuterNormal(int batch) {
      pointwise.apply(1, 3, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1, fine1OuterNormalFactor,
          fine1OuterNormalGamma.value(), fine1OuterNormalMovingVariance.value());
      pointwise.apply(batch * 30, 3, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, fine1OuterNormal,
          fine1OuterNormalOperands);
    }

    /** {@code fine[1].side = fine[0].sum · weight}. */
    private void fine1Side(int batch) {
      matMul.mult(batch * 30, 3, 3, fine0Sum, fine1SideWeight.value(), fine1Side);
    }

    /** {@code fine[1].sum = tanh(fine[1].outerNormal + fine[1].side)}. */
    private void fine1Sum(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X1_PLUS_X2, fine1Sum, fine1OuterNormal, fine1Side);
    }

    /** {@code half.inner = fine[1].sum ∗ weight}. */
    private void halfInner(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_BY_2_PADDED, 3, 4, /* groups= */ 1, fine1Sum,
          halfInnerWeight.value(), halfInner);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.1)
     * half.innerNormal = (half.inner - movingMean) * factor + beta
     * }</pre>
     */
    private void halfInnerNormal(int batch) {
      pointwise.apply(1, 4, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1, halfInnerNormalFactor,
          halfInnerNormalGamma.value(), halfInnerNormalMovingVariance.value());
      pointwise.apply(batch * 9, 4, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, halfInnerNormal,
          halfInnerNormalOperands);
    }

    /** {@code half.innerBent = tanh(half.innerNormal)}. */
    private void halfInnerBent(int batch) {
      pointwise.apply(batch, 36, Fused.TANH_X, halfInnerBent, halfInnerNormal);
    }

    /** {@code half.outer = half.innerBent ∗ weight}. */
    private void halfOuter(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_3X3_PADDED, 4, 4, /* groups= */ 1, halfInnerBent,
          halfOuterWeight.value(), halfOuter);
    }

    /**
     * <pre>{@code
     * factor = gamma / sqrt(movingVariance + 0.1)
     * half.outerNormal = (half.outer - movingMean) * factor + beta
     * }</pre>
     */
    private void halfOuterNormal(int batch) {
      pointwise.apply(1, 4, Fused.GAMMA_OVER_SQRT_VARIANCE_PLUS_0_1, halfOuterNormalFactor,
          halfOuterNormalGamma.value(), halfOuterNormalMovingVariance.value());
      pointwise.apply(batch * 9, 4, Fused.X_MINUS_MEAN_TIMES_FACTOR_PLUS_BETA, halfOuterNormal,
          halfOuterNormalOperands);
    }

    /** {@code half.side = fine[1].sum ∗ weight}. */
    private void halfSide(int batch) {
      convolution.forward(batch, WINDOWS_1X1_OVER_6X5_BY_2, 3, 4, /* groups= */ 1, fine1Sum,
          halfSideWeight.value(), halfSide);
    }

    /** {@code half.sum = tanh(half.outerNormal + half.side)}. */
    private void halfSum(int batch) {
      pointwise.apply(batch, 36, Fused.TANH_X1_PLUS_X2, halfSum, halfOuterNormal, halfSide);
    }

    /** {@code sum = sum<0>(half.sum); features = sum / 9}. */
    private void features(int batch) {
      reduce.sum(batch, 9, 4, featuresPositions, featuresSum);
      pointwise.apply(batch, 4, Fused.SUM_OVER_9, features, featuresSum);
    }

    /** {@code sum = features · weight + bias; kind = softmax(sum)}. */
    private void kind(int batch) {
      matMul.mult(batch, 4, 3, features, kindWeight.value(), kindSum, Fused.X_PLUS_B,
          kindBias.value());
      softmax.softmax(batch, 3, kindSum, kind);
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final Convolution convolution = kernel(Convolution.class);
    private final BatchNormalization batchNormalization = kernel(BatchNormalization.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final SoftmaxCrossEntropy softmaxCrossEntropy = kernel(SoftmaxCrossEntropy.class);
    private final Spread spread = kernel(Spread.class);
    private final Buffer image = slot(900, 60);
    private final Buffer kindTarget = slot(1_104, 3);
    private final Buffer kindShare = slot(1_107, 1);
    private final Buffer stem = slot(0, 90);
    private final Buffer fine0Inner = slot(90, 90);
    private final Buffer fine0InnerNormalSaved = fixed(16, 6);
    private final Buffer fine0InnerNormal = slot(180, 90);
    private final Buffer fine0InnerBent = fine0InnerNormal;
    private final Buffer fine0Outer = slot(270, 90);
    private final Buffer fine0OuterNormalSaved = fixed(22, 6);
    private final Buffer fine0OuterNormal = slot(360, 90);
    private final Buffer fine0Side = slot(450, 90);
    private final Buffer fine0Sum = fine0OuterNormal;
    private final Buffer fine1Inner = fine0Side;
    private final Buffer fine1InnerNormalSaved = fixed(28, 6);
    private final Buffer fine1InnerNormal = slot(540, 90);
    private final Buffer fine1InnerBent = fine1InnerNormal;
    private final Buffer fine1Outer = slot(630, 90);
    private final Buffer fine1OuterNormalSaved = fixed(34, 6);
    private final Buffer fine1OuterNormal = slot(720, 90);
    private final Buffer fine1Side = slot(810, 90);
    private final Buffer fine1Sum = fine1OuterNormal;
    private final Buffer halfInner = slot(960, 36);
    private final Buffer halfInnerNormalSaved = fixed(0, 8);
    private final Buffer halfInnerNormal = slot(996, 36);
    private final Buffer halfInnerBent = halfInnerNormal;
    private final Buffer halfOuter = slot(1_032, 36);
    private final Buffer halfOuterNormalSaved = fixed(8, 8);
    private final Buffer halfOuterNormal = slot(810, 36);
    private final Buffer halfSide = slot(846, 36);
    private final Buffer halfSum = halfOuterNormal;
    private final Buffer featuresPositions = halfOuterNormal;
    private final Buffer featuresSum = slot(846, 4);
    private final Buffer features = featuresSum;
    private final Buffer kindSum = slot(850, 3);
    private final Buffer kind = slot(854, 3);
    private final Buffer kindLoss = slot(1_108, 1);
    private final Buffer kindSumGradient = kind;
    private final Buffer featuresGradient = slot(850, 4);
    private final Buffer featuresSumGradient = featuresGradient;
    private final Buffer featuresPositionsGradient = slot(1_068, 36);
    private final Buffer halfSumGradient = featuresPositionsGradient;
    private final Buffer halfSumMergedGradient = featuresPositionsGradient;
    private final Buffer fine1SumGradient = fine1Side;
    private final Buffer halfOuterGradient = featuresPositionsGradient;
    private final Buffer halfInnerBentGradient = halfOuter;
    private final Buffer halfInnerNormalGradient = halfOuter;
    private final Buffer halfInnerGradient = halfOuter;
    private final Buffer fine1SumGradient3 = fine1Side;
    private final Buffer fine1SumMergedGradient = fine1Side;
    private final Buffer fine0SumGradient = fine1OuterNormal;
    private final Buffer fine1OuterGradient = fine1Side;
    private final Buffer fine1InnerBentGradient = fine1Outer;
    private final Buffer fine1InnerNormalGradient = fine1Outer;
    private final Buffer fine1InnerGradient = fine1Outer;
    private final Buffer fine0SumGradient3 = fine1OuterNormal;
    private final Buffer fine0SumMergedGradient = fine1OuterNormal;
    private final Buffer stemGradient = fine0OuterNormal;
    private final Buffer fine0OuterGradient = fine1OuterNormal;
    private final Buffer fine0InnerBentGradient = fine0Outer;
    private final Buffer fine0InnerNormalGradient = fine0Outer;
    private final Buffer fine0InnerGradient = fine0Outer;
    private final Buffer stemGradient3 = fine0OuterNormal;
    private final Buffer imageGradient = slot(0, 60);

    Training(int capacity) {
      super(ResNetNetwork.this, capacity, /* perExample= */ 1_109, /* perBatch= */ 40);
    }

    @Override
    public List<Buffer> inputs() {
      return list(image);
    }

    @Override
    public List<Buffer> outputs() {
      return list(kind);
    }

    @Override
    public List<Buffer> targets() {
      return list(kindTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(kindLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(kindShare);
    }

    @Override
    public void forward(int batch) {
      stem(batch);
      fine0Inner(batch);
      fine0InnerNormal(batch);
      fine0InnerBent(batch);
      fine0Outer(batch);
      fine0OuterNormal(batch);
      fine0Side(batch);
      fine0Sum(batch);
      fine1Inner(batch);
      fine1InnerNormal(batch);
      fine1InnerBent(batch);
      fine1Outer(batch);
      fine1OuterNormal(batch);
      fine1Side(batch);
      fine1Sum(batch);
      halfInner(batch);
      halfInnerNormal(batch);
      halfInnerBent(batch);
      halfOuter(batch);
      halfOuterNormal(batch);
      halfSide(batch);
      halfSum(batch);
      features(batch);
      kind(batch);
      kindLoss(batch);
    }

    @Override
    public void backward(int batch) {
      kindLossBackward(batch);
      kindBackward(batch);
      featuresBackward(batch);
      halfSumBackward(batch);
      halfSideBackward(batch);
      halfOuterNormalBackward(batch);
      halfOuterBackward(batch);
      halfInnerBentBackward(batch);
      halfInnerNormalBackward(batch);
      halfInnerBackward(batch);
      fine1SumBackward(batch);
      fine1SideBackward(batch);
      fine1OuterNormalBackward(batch);
      fine1OuterBackward(batch);
      fine1InnerBentBackward(batch);
      fine1InnerNormalBackward(batch);
      fine1InnerBackward(batch);
      fine0SumBackward(batch);
      fine0SideBackward(batch);
      fine0OuterNormalBackward(batch);
      fine0OuterBackward(batch);
      fine0InnerBentBackward(batch);
      fine0InnerNormalBackward(batch);
      fine0InnerBackward(batch);
      stemBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      stemTowardsInputs(batch);
    }

    /** {@code stem = image ∗ weight + bias}. */
    private void stem(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 2, 3, /* groups= */ 1, image,
          stemWeight.value(), stem, Fused.X_PLUS_B, stemBias.value());
    }

    /** {@code fine[0].inner = stem ∗ weight}. */
    private void fine0Inner(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, stem,
          fine0InnerWeight.value(), fine0Inner);
    }

    /**
     * <pre>{@code
     * fine[0].innerNormal = gamma * (fine[0].inner - mean) / sqrt(variance + 0.1) + beta
     * }</pre>
     */
    private void fine0InnerNormal(int batch) {
      batchNormalization.forward(batch * 30, 3, training(), 0.99f, 0.1f, fine0Inner,
          fine0InnerNormalGamma.value(), fine0InnerNormalBeta.value(),
          fine0InnerNormalMovingMean.value(), fine0InnerNormalMovingVariance.value(),
          fine0InnerNormalSaved, fine0InnerNormal);
    }

    /** {@code fine[0].innerBent = tanh(fine[0].innerNormal)}. */
    private void fine0InnerBent(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X, fine0InnerBent, fine0InnerNormal);
    }

    /** {@code fine[0].outer = fine[0].innerBent ∗ weight}. */
    private void fine0Outer(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, fine0InnerBent,
          fine0OuterWeight.value(), fine0Outer);
    }

    /**
     * <pre>{@code
     * fine[0].outerNormal = gamma * (fine[0].outer - mean) / sqrt(variance + 0.1) + beta
     * }</pre>
     */
    private void fine0OuterNormal(int batch) {
      batchNormalization.forward(batch * 30, 3, training(), 0.99f, 0.1f, fine0Outer,
          fine0OuterNormalGamma.value(), fine0OuterNormalBeta.value(),
          fine0OuterNormalMovingMean.value(), fine0OuterNormalMovingVariance.value(),
          fine0OuterNormalSaved, fine0OuterNormal);
    }

    /** {@code fine[0].side = stem · weight}. */
    private void fine0Side(int batch) {
      matMul.mult(batch * 30, 3, 3, stem, fine0SideWeight.value(), fine0Side);
    }

    /** {@code fine[0].sum = tanh(fine[0].outerNormal + fine[0].side)}. */
    private void fine0Sum(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X1_PLUS_X2, fine0Sum, fine0OuterNormal, fine0Side);
    }

    /** {@code fine[1].inner = fine[0].sum ∗ weight}. */
    private void fine1Inner(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, fine0Sum,
          fine1InnerWeight.value(), fine1Inner);
    }

    /**
     * <pre>{@code
     * fine[1].innerNormal = gamma * (fine[1].inner - mean) / sqrt(variance + 0.1) + beta
     * }</pre>
     */
    private void fine1InnerNormal(int batch) {
      batchNormalization.forward(batch * 30, 3, training(), 0.99f, 0.1f, fine1Inner,
          fine1InnerNormalGamma.value(), fine1InnerNormalBeta.value(),
          fine1InnerNormalMovingMean.value(), fine1InnerNormalMovingVariance.value(),
          fine1InnerNormalSaved, fine1InnerNormal);
    }

    /** {@code fine[1].innerBent = tanh(fine[1].innerNormal)}. */
    private void fine1InnerBent(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X, fine1InnerBent, fine1InnerNormal);
    }

    /** {@code fine[1].outer = fine[1].innerBent ∗ weight}. */
    private void fine1Outer(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, fine1InnerBent,
          fine1OuterWeight.value(), fine1Outer);
    }

    /**
     * <pre>{@code
     * fine[1].outerNormal = gamma * (fine[1].outer - mean) / sqrt(variance + 0.1) + beta
     * }</pre>
     */
    private void fine1OuterNormal(int batch) {
      batchNormalization.forward(batch * 30, 3, training(), 0.99f, 0.1f, fine1Outer,
          fine1OuterNormalGamma.value(), fine1OuterNormalBeta.value(),
          fine1OuterNormalMovingMean.value(), fine1OuterNormalMovingVariance.value(),
          fine1OuterNormalSaved, fine1OuterNormal);
    }

    /** {@code fine[1].side = fine[0].sum · weight}. */
    private void fine1Side(int batch) {
      matMul.mult(batch * 30, 3, 3, fine0Sum, fine1SideWeight.value(), fine1Side);
    }

    /** {@code fine[1].sum = tanh(fine[1].outerNormal + fine[1].side)}. */
    private void fine1Sum(int batch) {
      pointwise.apply(batch, 90, Fused.TANH_X1_PLUS_X2, fine1Sum, fine1OuterNormal, fine1Side);
    }

    /** {@code half.inner = fine[1].sum ∗ weight}. */
    private void halfInner(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_6X5_BY_2_PADDED, 3, 4, /* groups= */ 1, fine1Sum,
          halfInnerWeight.value(), halfInner);
    }

    /** {@code half.innerNormal = gamma * (half.inner - mean) / sqrt(variance + 0.1) + beta}. */
    private void halfInnerNormal(int batch) {
      batchNormalization.forward(batch * 9, 4, training(), 0.99f, 0.1f, halfInner,
          halfInnerNormalGamma.value(), halfInnerNormalBeta.value(),
          halfInnerNormalMovingMean.value(), halfInnerNormalMovingVariance.value(),
          halfInnerNormalSaved, halfInnerNormal);
    }

    /** {@code half.innerBent = tanh(half.innerNormal)}. */
    private void halfInnerBent(int batch) {
      pointwise.apply(batch, 36, Fused.TANH_X, halfInnerBent, halfInnerNormal);
    }

    /** {@code half.outer = half.innerBent ∗ weight}. */
    private void halfOuter(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_3X3_PADDED, 4, 4, /* groups= */ 1, halfInnerBent,
          halfOuterWeight.value(), halfOuter);
    }

    /** {@code half.outerNormal = gamma * (half.outer - mean) / sqrt(variance + 0.1) + beta}. */
    private void halfOuterNormal(int batch) {
      batchNormalization.forward(batch * 9, 4, training(), 0.99f, 0.1f, halfOuter,
          halfOuterNormalGamma.value(), halfOuterNormalBeta.value(),
          halfOuterNormalMovingMean.value(), halfOuterNormalMovingVariance.value(),
          halfOuterNormalSaved, halfOuterNormal);
    }

    /** {@code half.side = fine[1].sum ∗ weight}. */
    private void halfSide(int batch) {
      convolution.forward(batch, WINDOWS_1X1_OVER_6X5_BY_2, 3, 4, /* groups= */ 1, fine1Sum,
          halfSideWeight.value(), halfSide);
    }

    /** {@code half.sum = tanh(half.outerNormal + half.side)}. */
    private void halfSum(int batch) {
      pointwise.apply(batch, 36, Fused.TANH_X1_PLUS_X2, halfSum, halfOuterNormal, halfSide);
    }

    /** {@code sum = sum<0>(half.sum); features = sum / 9}. */
    private void features(int batch) {
      reduce.sum(batch, 9, 4, featuresPositions, featuresSum);
      pointwise.apply(batch, 4, Fused.SUM_OVER_9, features, featuresSum);
    }

    /** {@code sum = features · weight + bias; kind = softmax(sum)}. */
    private void kind(int batch) {
      matMul.mult(batch, 4, 3, features, kindWeight.value(), kindSum, Fused.X_PLUS_B,
          kindBias.value());
      softmax.softmax(batch, 3, kindSum, kind);
    }

    /** {@code loss = softmaxCrossEntropy(sum, kind, target)}. */
    private void kindLoss(int batch) {
      softmaxCrossEntropy.loss(batch, 3, kindSum, kindTarget, kindLoss);
    }

    private void kindLossBackward(int batch) {
      softmaxCrossEntropy.gradient(batch, 3, kind, kindTarget, kindShare, kindSumGradient);
    }

    private void kindBackward(int batch) {
      reduce.sum(1, batch, 3, kindSumGradient, kindBias.gradient());
      matMul.multTransB(batch, 3, 4, kindSumGradient, kindWeight.value(), featuresGradient);
      matMul.multTransA(4, batch, 3, features, kindSumGradient, kindWeight.gradient());
    }

    private void featuresBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_0_111, featuresSumGradient, featuresGradient);
      spread.spread(batch, 9, 4, featuresSumGradient, featuresPositionsGradient);
    }

    private void halfSumBackward(int batch) {
      pointwise.apply(batch, 36, Fused.DY_TIMES_1_MINUS_SQUARE_Y, halfSumMergedGradient,
          halfSumGradient, halfSum);
    }

    private void halfSideBackward(int batch) {
      convolution.dataGradient(batch, WINDOWS_1X1_OVER_6X5_BY_2, 3, 4, /* groups= */ 1,
          halfSumMergedGradient, halfSideWeight.value(), fine1SumGradient);
      convolution.weightGradient(batch, WINDOWS_1X1_OVER_6X5_BY_2, 3, 4, /* groups= */ 1, fine1Sum,
          halfSumMergedGradient, halfSideWeight.gradient());
    }

    private void halfOuterNormalBackward(int batch) {
      batchNormalization.gradient(batch * 9, 4, training(), halfOuter, halfOuterNormalGamma.value(),
          halfOuterNormalSaved, halfSumMergedGradient, halfOuterNormalGamma.gradient(),
          halfOuterNormalBeta.gradient(), halfOuterGradient);
    }

    private void halfOuterBackward(int batch) {
      convolution.dataGradient(batch, WINDOWS_3X3_OVER_3X3_PADDED, 4, 4, /* groups= */ 1,
          halfOuterGradient, halfOuterWeight.value(), halfInnerBentGradient);
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_3X3_PADDED, 4, 4, /* groups= */ 1,
          halfInnerBent, halfOuterGradient, halfOuterWeight.gradient());
    }

    private void halfInnerBentBackward(int batch) {
      pointwise.apply(batch, 36, Fused.DY_TIMES_1_MINUS_SQUARE_Y, halfInnerNormalGradient,
          halfInnerBentGradient, halfInnerBent);
    }

    private void halfInnerNormalBackward(int batch) {
      batchNormalization.gradient(batch * 9, 4, training(), halfInner, halfInnerNormalGamma.value(),
          halfInnerNormalSaved, halfInnerNormalGradient, halfInnerNormalGamma.gradient(),
          halfInnerNormalBeta.gradient(), halfInnerGradient);
    }

    private void halfInnerBackward(int batch) {
      convolution.dataGradientAdd(batch, WINDOWS_3X3_OVER_6X5_BY_2_PADDED, 3, 4, /* groups= */ 1,
          halfInnerGradient, halfInnerWeight.value(), fine1SumGradient3);
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_6X5_BY_2_PADDED, 3, 4, /* groups= */ 1,
          fine1Sum, halfInnerGradient, halfInnerWeight.gradient());
    }

    private void fine1SumBackward(int batch) {
      pointwise.apply(batch, 90, Fused.DY_TIMES_1_MINUS_SQUARE_Y, fine1SumMergedGradient,
          fine1SumGradient3, fine1Sum);
    }

    private void fine1SideBackward(int batch) {
      matMul.multTransB(batch * 30, 3, 3, fine1SumMergedGradient, fine1SideWeight.value(),
          fine0SumGradient);
      matMul.multTransA(3, batch * 30, 3, fine0Sum, fine1SumMergedGradient,
          fine1SideWeight.gradient());
    }

    private void fine1OuterNormalBackward(int batch) {
      batchNormalization.gradient(batch * 30, 3, training(), fine1Outer,
          fine1OuterNormalGamma.value(), fine1OuterNormalSaved, fine1SumMergedGradient,
          fine1OuterNormalGamma.gradient(), fine1OuterNormalBeta.gradient(), fine1OuterGradient);
    }

    private void fine1OuterBackward(int batch) {
      convolution.dataGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1,
          fine1OuterGradient, fine1OuterWeight.value(), fine1InnerBentGradient);
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1,
          fine1InnerBent, fine1OuterGradient, fine1OuterWeight.gradient());
    }

    private void fine1InnerBentBackward(int batch) {
      pointwise.apply(batch, 90, Fused.DY_TIMES_1_MINUS_SQUARE_Y, fine1InnerNormalGradient,
          fine1InnerBentGradient, fine1InnerBent);
    }

    private void fine1InnerNormalBackward(int batch) {
      batchNormalization.gradient(batch * 30, 3, training(), fine1Inner,
          fine1InnerNormalGamma.value(), fine1InnerNormalSaved, fine1InnerNormalGradient,
          fine1InnerNormalGamma.gradient(), fine1InnerNormalBeta.gradient(), fine1InnerGradient);
    }

    private void fine1InnerBackward(int batch) {
      convolution.dataGradientAdd(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1,
          fine1InnerGradient, fine1InnerWeight.value(), fine0SumGradient3);
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1,
          fine0Sum, fine1InnerGradient, fine1InnerWeight.gradient());
    }

    private void fine0SumBackward(int batch) {
      pointwise.apply(batch, 90, Fused.DY_TIMES_1_MINUS_SQUARE_Y, fine0SumMergedGradient,
          fine0SumGradient3, fine0Sum);
    }

    private void fine0SideBackward(int batch) {
      matMul.multTransB(batch * 30, 3, 3, fine0SumMergedGradient, fine0SideWeight.value(),
          stemGradient);
      matMul.multTransA(3, batch * 30, 3, stem, fine0SumMergedGradient, fine0SideWeight.gradient());
    }

    private void fine0OuterNormalBackward(int batch) {
      batchNormalization.gradient(batch * 30, 3, training(), fine0Outer,
          fine0OuterNormalGamma.value(), fine0OuterNormalSaved, fine0SumMergedGradient,
          fine0OuterNormalGamma.gradient(), fine0OuterNormalBeta.gradient(), fine0OuterGradient);
    }

    private void fine0OuterBackward(int batch) {
      convolution.dataGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1,
          fine0OuterGradient, fine0OuterWeight.value(), fine0InnerBentGradient);
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1,
          fine0InnerBent, fine0OuterGradient, fine0OuterWeight.gradient());
    }

    private void fine0InnerBentBackward(int batch) {
      pointwise.apply(batch, 90, Fused.DY_TIMES_1_MINUS_SQUARE_Y, fine0InnerNormalGradient,
          fine0InnerBentGradient, fine0InnerBent);
    }

    private void fine0InnerNormalBackward(int batch) {
      batchNormalization.gradient(batch * 30, 3, training(), fine0Inner,
          fine0InnerNormalGamma.value(), fine0InnerNormalSaved, fine0InnerNormalGradient,
          fine0InnerNormalGamma.gradient(), fine0InnerNormalBeta.gradient(), fine0InnerGradient);
    }

    private void fine0InnerBackward(int batch) {
      convolution.dataGradientAdd(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1,
          fine0InnerGradient, fine0InnerWeight.value(), stemGradient3);
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 3, 3, /* groups= */ 1, stem,
          fine0InnerGradient, fine0InnerWeight.gradient());
    }

    private void stemBackward(int batch) {
      reduce.sum(1, batch * 30, 3, stemGradient3, stemBias.gradient());
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 2, 3, /* groups= */ 1, image,
          stemGradient3, stemWeight.gradient());
    }

    private void stemTowardsInputs(int batch) {
      convolution.dataGradient(batch, WINDOWS_3X3_OVER_6X5_PADDED, 2, 3, /* groups= */ 1,
          stemGradient3, stemWeight.value(), imageGradient);
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

    /** {@code sum / 9}. */
    static final Formula SUM_OVER_9 = new Formula("sum / 9", 1, "sum") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] sum = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = sum[j] / 9f;
        }
      }
    };

    /** {@code 0.1111111111111111 * dy}. */
    static final Formula DY_TIMES_0_111 = new Formula("0.1111111111111111 * dy", 1, "dy") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 0.11111111f * dy[j];
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
