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
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
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
 * The network declared by {@link Cnn}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value     layer                         shape             parameters        FLOPs     bytes
 * image     input                         [b, 28, 28, 1]             0            0     3,136
 * edges     conv2D(32, 3x3, same), relu   [b, 28, 28, 32]          320      476,672   100,352
 * strokes   conv2D(32, 3x3), relu         [b, 26, 26, 32]        9,248   12,481,664    86,528
 * coarse    maxPooling2D(2x2)             [b, 13, 13, 32]            0       21,632    21,632
 * seen      dropout(0.2)                  [b, 13, 13, 32]            0            0         0
 * flat      flatten                       [b, 5408]                  0            0         0
 * hidden    dense(512), relu              [b, 512]           2,769,408    5,538,304     2,048
 * kept      dropout(0.5)                  [b, 512]                   0            0         0
 * digit     dense(10), softmax            [b, 10]                5,130       10,290        40
 *                                                            2,784,106   18,528,562
 * </pre>
 *
 * <p>2,784,106 parameters, all trained. For each example a prediction takes 18,528,562 FLOPs and
 * 190,016 bytes that its rows share; training takes 312,048 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class CnnNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 2_784_106;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 18_528_562;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 190_016;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 312_048;

  private static final Signature SIGNATURE = Signature.of("Cnn").flops(FLOPS)
      .input("image", 28, 28, 1)
      .row("edges", "Conv2D", /* parameters= */ 320, new int[] {28, 28, 32},
          "image").text("conv2D(32, 3x3, same), relu")
      .row("strokes", "Conv2D", /* parameters= */ 9_248, new int[] {26, 26, 32},
          "edges").text("conv2D(32, 3x3), relu")
      .row("coarse", "MaxPooling2D", /* parameters= */ 0, new int[] {13, 13, 32},
          "strokes").text("maxPooling2D(2x2)")
      .row("seen", "Dropout", /* parameters= */ 0, new int[] {13, 13, 32},
          "coarse").text("dropout(0.2)")
      .row("flat", "Flatten", /* parameters= */ 0, new int[] {5_408}, "seen").text("flatten")
      .row("hidden", "Dense", /* parameters= */ 2_769_408, new int[] {512},
          "flat").text("dense(512), relu")
      .row("kept", "Dropout", /* parameters= */ 0, new int[] {512}, "hidden").text("dropout(0.5)")
      .row("digit", "Dense", /* parameters= */ 5_130, new int[] {10},
          "kept").text("dense(10), softmax")
      .output("digit", "categorical_crossentropy", /* weight= */ 1f, new int[] {10},
          /* target= */ new int[] {10}, "")
      .build();

  private static final Windows WINDOWS_3X3_OVER_28X28_PADDED = Windows.over(28, 28).sized(3, 3)
      .padding(1, 1, 1, 1);
  private static final Windows WINDOWS_3X3_OVER_28X28 = Windows.over(28, 28).sized(3, 3);
  private static final Windows WINDOWS_2X2_OVER_26X26_BY_2 = Windows.over(26, 26).sized(2, 2)
      .strides(2, 2);

  private final Parameter edgesWeight = weight("edges.weight", Initializers.glorotUniform(),
      3, 3, 1, 32);
  private final Parameter strokesWeight = weight("strokes.weight", Initializers.glorotUniform(),
      3, 3, 32, 32);
  private final Parameter hiddenWeight = weight("hidden.weight", Initializers.glorotUniform(),
      5_408, 512);
  private final Parameter digitWeight = weight("digit.weight", Initializers.glorotUniform(),
      512, 10);
  private final Parameter edgesBias = parameter("edges.bias", Initializers.zeros(), 32);
  private final Parameter strokesBias = parameter("strokes.bias", Initializers.zeros(), 32);
  private final Parameter hiddenBias = parameter("hidden.bias", Initializers.zeros(), 512);
  private final Parameter digitBias = parameter("digit.bias", Initializers.zeros(), 10);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public CnnNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Convolution.class, MatMul.class, Pointwise.class,
        Pooling.class, RandomMask.class, Reduce.class, Share.class, Softmax.class,
        SoftmaxCrossEntropy.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param image [b, 28, 28, 1]
   * @param digitTarget [b, 10]
   * @return the examples
   */
  public static Examples examples(float[] image, float[] digitTarget) {
    return Examples.of(Arrays.asList(Column.of("image", 784, image)),
        Arrays.asList(Column.of("digit", 10, digitTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param image [b, 28, 28, 1]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] image) {
    int examples = examples("image", image, 784);
    float[] digit = new float[examples * 10];
    predict(examples, image, 0, digit, 0);
    return digit;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param image [b, 28, 28, 1], read
   * @param imageAt where the first example begins
   * @param digit [b, 10], written
   * @param digitAt where the first example begins
   */
  public void predict(int examples, float[] image, int imageAt, float[] digit, int digitAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("image", pass.image, batch, 784, image, imageAt + done * 784);
      pass.forward(batch);
      get("digit", pass.digit, batch, 10, digit, digitAt + done * 10);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param image [b, 28, 28, 1]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] image) {
    int examples = examples("image", image, 784);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("image", pass.image, batch, 784, image, done * 784);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code image}.
   *
   * @param image [b, 28, 28, 1]
   * @param digitTarget [b, 10]
   * @return the derivative, example by example
   */
  public float[] imageGradient(float[] image, float[] digitTarget) {
    int examples = examples("image", image, 784);
    requireExamples("digit.target", digitTarget, examples, 10);
    Evaluation.check(this, examples(image, digitTarget));
    Training pass = (Training) training(examples);
    put("image", pass.image, examples, 784, image, 0);
    put("digit.target", pass.digitTarget, examples, 10, digitTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[image.length];
    get("image", pass.imageGradient, examples, 784, gradient, 0);
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
  public CnnNetwork on(Backend backend) {
    return copyInto(new CnnNetwork(backend, seed()));
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
    private final Pooling pooling = kernel(Pooling.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final Buffer image = slot(46_720, 784);
    private final Buffer edges = slot(0, 25_088);
    private final Buffer strokes = slot(25_088, 21_632);
    private final Buffer coarse = slot(0, 5_408);
    private final Buffer flat = coarse;
    private final Buffer hidden = slot(5_408, 512);
    private final Buffer digitSum = slot(0, 10);
    private final Buffer digit = digitSum;

    Prediction(int capacity) {
      super(CnnNetwork.this, capacity, /* perExample= */ 47_504, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(image);
    }

    @Override
    public List<Buffer> outputs() {
      return list(digit);
    }

    @Override
    public void forward(int batch) {
      edges(batch);
      strokes(batch);
      coarse(batch);
      hidden(batch);
      digit(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return image;
        case 1:
          edges(batch);
          return edges;
        case 2:
          strokes(batch);
          return strokes;
        case 3:
          coarse(batch);
          return coarse;
        case 4:
          return coarse;
        case 5:
          return flat;
        case 6:
          hidden(batch);
          return hidden;
        case 7:
          return hidden;
        case 8:
          digit(batch);
          return digit;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code edges = relu(image ∗ weight + bias)}. */
    private void edges(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_28X28_PADDED, 1, 32, /* groups= */ 1, image,
          edgesWeight.value(), edges, Fused.RELU_X_PLUS_B, edgesBias.value());
    }

    /** {@code strokes = relu(edges ∗ weight + bias)}. */
    private void strokes(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_28X28, 32, 32, /* groups= */ 1, edges,
          strokesWeight.value(), strokes, Fused.RELU_X_PLUS_B, strokesBias.value());
    }

    /** {@code coarse = maxPooling(strokes)}. */
    private void coarse(int batch) {
      pooling.max(batch, WINDOWS_2X2_OVER_26X26_BY_2, 32, strokes, none(), coarse);
    }

    /** {@code hidden = relu(flat · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch, 5_408, 512, flat, hiddenWeight.value(), hidden, Fused.RELU_X_PLUS_B,
          hiddenBias.value());
    }

    /** {@code sum = hidden · weight + bias; digit = softmax(sum)}. */
    private void digit(int batch) {
      matMul.mult(batch, 512, 10, hidden, digitWeight.value(), digitSum, Fused.X_PLUS_B,
          digitBias.value());
      softmax.softmax(batch, 10, digitSum, digit);
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final Convolution convolution = kernel(Convolution.class);
    private final Pooling pooling = kernel(Pooling.class);
    private final RandomMask randomMask = kernel(RandomMask.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final SoftmaxCrossEntropy softmaxCrossEntropy = kernel(SoftmaxCrossEntropy.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer image = slot(77_216, 784);
    private final Buffer digitTarget = slot(78_000, 10);
    private final Buffer digitShare = slot(78_010, 1);
    private final Buffer edges = slot(0, 25_088);
    private final Buffer strokes = slot(25_088, 21_632);
    private final Buffer coarseSaved = slot(71_808, 5_408);
    private final Buffer coarse = slot(46_720, 5_408);
    private final Buffer seenMask = slot(25_088, 5_408);
    private final Buffer seen = slot(30_496, 5_408);
    private final Buffer flat = seen;
    private final Buffer hidden = slot(35_904, 512);
    private final Buffer keptMask = slot(36_416, 512);
    private final Buffer kept = slot(36_928, 512);
    private final Buffer digitSum = slot(37_440, 10);
    private final Buffer digit = slot(37_450, 10);
    private final Buffer digitLoss = slot(78_011, 1);
    private final Buffer digitSumGradient = digit;
    private final Buffer keptGradient = slot(41_312, 512);
    private final Buffer hiddenGradient = keptGradient;
    private final Buffer hiddenSumGradient = keptGradient;
    private final Buffer flatGradient = slot(35_904, 5_408);
    private final Buffer seenGradient = flatGradient;
    private final Buffer coarseGradient = flatGradient;
    private final Buffer coarseStrokesSumGradient = flatGradient;
    private final Buffer strokesSumGradient = slot(50_176, 21_632);
    private final Buffer edgesGradient = slot(25_088, 25_088);
    private final Buffer edgesSumGradient = edgesGradient;
    private final Buffer imageGradient = slot(0, 784);

    Training(int capacity) {
      super(CnnNetwork.this, capacity, /* perExample= */ 78_012, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(image);
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
      edges(batch);
      strokes(batch);
      coarse(batch);
      seen(batch);
      hidden(batch);
      kept(batch);
      digit(batch);
      digitLoss(batch);
    }

    @Override
    public void backward(int batch) {
      digitLossBackward(batch);
      digitBackward(batch);
      keptBackward(batch);
      hiddenBackward(batch);
      seenBackward(batch);
      coarseBackward(batch);
      strokesBackward(batch);
      edgesBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      edgesTowardsInputs(batch);
    }

    /** {@code edges = relu(image ∗ weight + bias)}. */
    private void edges(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_28X28_PADDED, 1, 32, /* groups= */ 1, image,
          edgesWeight.value(), edges, Fused.RELU_X_PLUS_B, edgesBias.value());
    }

    /** {@code strokes = relu(edges ∗ weight + bias)}. */
    private void strokes(int batch) {
      convolution.forward(batch, WINDOWS_3X3_OVER_28X28, 32, 32, /* groups= */ 1, edges,
          strokesWeight.value(), strokes, Fused.RELU_X_PLUS_B, strokesBias.value());
    }

    /** {@code coarse = maxPooling(strokes)}. */
    private void coarse(int batch) {
      pooling.max(batch, WINDOWS_2X2_OVER_26X26_BY_2, 32, strokes, coarseSaved, coarse);
    }

    /** {@code mask = randomMask<0.2, 4, [13, 13, 32]>(); seen = coarse * mask}. */
    private void seen(int batch) {
      randomMask.fill(batch * 5_408, rate(0.2f), key(4), seenMask);
      pointwise.apply(batch, 5_408, Fused.X_TIMES_MASK, seen, coarse, seenMask);
    }

    /** {@code hidden = relu(flat · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch, 5_408, 512, flat, hiddenWeight.value(), hidden, Fused.RELU_X_PLUS_B,
          hiddenBias.value());
    }

    /** {@code mask = randomMask<0.5, 7, [512]>(); kept = hidden * mask}. */
    private void kept(int batch) {
      randomMask.fill(batch * 512, rate(0.5f), key(7), keptMask);
      pointwise.apply(batch, 512, Fused.X_TIMES_MASK, kept, hidden, keptMask);
    }

    /** {@code sum = kept · weight + bias; digit = softmax(sum)}. */
    private void digit(int batch) {
      matMul.mult(batch, 512, 10, kept, digitWeight.value(), digitSum, Fused.X_PLUS_B,
          digitBias.value());
      softmax.softmax(batch, 10, digitSum, digit);
    }

    /** {@code loss = softmaxCrossEntropy(sum, digit, target)}. */
    private void digitLoss(int batch) {
      softmaxCrossEntropy.loss(batch, 10, digitSum, digitTarget, digitLoss);
    }

    private void digitLossBackward(int batch) {
      softmaxCrossEntropy.gradient(batch, 10, digit, digitTarget, digitShare, digitSumGradient);
    }

    private void digitBackward(int batch) {
      reduce.sum(1, batch, 10, digitSumGradient, digitBias.gradient());
      matMul.multTransB(batch, 10, 512, digitSumGradient, digitWeight.value(), keptGradient);
      matMul.multTransA(512, batch, 10, kept, digitSumGradient, digitWeight.gradient());
    }

    private void keptBackward(int batch) {
      pointwise.apply(batch, 512, Fused.DY_TIMES_MASK, hiddenGradient, keptGradient, keptMask);
    }

    private void hiddenBackward(int batch) {
      pointwise.apply(batch, 512, Fused.DY_TIMES_STEP_Y, hiddenSumGradient, hiddenGradient, hidden);
      reduce.sum(1, batch, 512, hiddenSumGradient, hiddenBias.gradient());
      matMul.multTransB(batch, 512, 5_408, hiddenSumGradient, hiddenWeight.value(), flatGradient);
      matMul.multTransA(5_408, batch, 512, flat, hiddenSumGradient, hiddenWeight.gradient());
    }

    private void seenBackward(int batch) {
      pointwise.apply(batch, 5_408, Fused.DY_TIMES_MASK, coarseGradient, seenGradient, seenMask);
    }

    private void coarseBackward(int batch) {
      pointwise.apply(batch, 5_408, Fused.DY_TIMES_STEP_Y, coarseStrokesSumGradient, coarseGradient,
          coarse);
      pooling.maxGradient(batch, WINDOWS_2X2_OVER_26X26_BY_2, 32, coarseStrokesSumGradient,
          coarseSaved, strokesSumGradient);
    }

    private void strokesBackward(int batch) {
      reduce.sum(1, batch * 676, 32, strokesSumGradient, strokesBias.gradient());
      convolution.dataGradient(batch, WINDOWS_3X3_OVER_28X28, 32, 32, /* groups= */ 1,
          strokesSumGradient, strokesWeight.value(), edgesGradient);
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_28X28, 32, 32, /* groups= */ 1, edges,
          strokesSumGradient, strokesWeight.gradient());
    }

    private void edgesBackward(int batch) {
      pointwise.apply(batch, 25_088, Fused.DY_TIMES_STEP_Y, edgesSumGradient, edgesGradient, edges);
      reduce.sum(1, batch * 784, 32, edgesSumGradient, edgesBias.gradient());
      convolution.weightGradient(batch, WINDOWS_3X3_OVER_28X28_PADDED, 1, 32, /* groups= */ 1,
          image, edgesSumGradient, edgesWeight.gradient());
    }

    private void edgesTowardsInputs(int batch) {
      convolution.dataGradient(batch, WINDOWS_3X3_OVER_28X28_PADDED, 1, 32, /* groups= */ 1,
          edgesSumGradient, edgesWeight.value(), imageGradient);
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
