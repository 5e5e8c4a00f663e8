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
import org.synapt.kernel.OneHot;
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
 * The network declared by {@link Tagger}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value     layer               shape         parameters   FLOPs   bytes
 * words     input               [b, any, 3]            0       0      12
 * hidden    dense(4), tanh      [b, any, 4]           16      28      16
 * dropped   dropout(0.25)       [b, any, 4]            0       0       0
 * tag       dense(5), softmax   [b, any, 5]           25      65      20
 *                                                     41      93
 * </pre>
 *
 * <p>41 parameters, all trained. For each example, where any is 1, a prediction takes 93 FLOPs and
 * 48 bytes that its rows share; training takes 140 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class TaggerNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 41;

  /** Floating-point operations of a prediction, for one example, where any is 1. */
  public static final long FLOPS = 93;

  /** Memory of a pass that predicts, for each example, where any is 1. */
  public static final long PREDICTION_BYTES = 48;

  /** Memory of a pass that trains, for each example, where any is 1. */
  public static final long TRAINING_BYTES = 140;

  private static final Signature SIGNATURE = Signature.of("Tagger").flops(FLOPS)
      .input("words", Signature.ANY, 3)
      .row("hidden", "Dense", /* parameters= */ 16, new int[] {Signature.ANY, 4},
          "words").text("dense(4), tanh")
      .row("dropped", "Dropout", /* parameters= */ 0, new int[] {Signature.ANY, 4},
          "hidden").text("dropout(0.25)")
      .row("tag", "Dense", /* parameters= */ 25, new int[] {Signature.ANY, 5},
          "dropped").text("dense(5), softmax")
      .output("tag", "sparse_categorical_crossentropy", /* weight= */ 1f,
          new int[] {Signature.ANY, 5}, /* target= */ new int[] {Signature.ANY}, "")
      .build();

  private final Parameter hiddenWeight = weight("hidden.weight", Initializers.glorotUniform(),
      3, 4);
  private final Parameter tagWeight = weight("tag.weight", Initializers.glorotUniform(), 4, 5);
  private final Parameter hiddenBias = parameter("hidden.bias", Initializers.zeros(), 4);
  private final Parameter tagBias = parameter("tag.bias", Initializers.zeros(), 5);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public TaggerNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(MatMul.class, OneHot.class, Pointwise.class,
        RandomMask.class, Reduce.class, Share.class, Softmax.class, SoftmaxCrossEntropy.class,
        Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param any the extent {@code any} of these arrays
   * @param words [b, any, 3]
   * @param tagTarget [b, any]
   * @return the examples
   */
  public static Examples examples(int any, float[] words, float[] tagTarget) {
    return Examples.of(Arrays.asList(Column.of("words", any * 3, words)),
        Arrays.asList(Column.of("tag", any, tagTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param any the extent {@code any} of these arrays
   * @param words [b, any, 3]
   * @return the predictions, one behind the other
   */
  public float[] predict(int any, float[] words) {
    int examples = examples("words", words, any * 3);
    float[] tag = new float[examples * any * 5];
    predict(examples, any, words, 0, tag, 0);
    return tag;
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param examples how many
   * @param any the extent {@code any} of these arrays
   * @param words [b, any, 3], read
   * @param wordsAt where the first example begins
   * @param tag [b, any, 5], written
   * @param tagAt where the first example begins
   */
  public void predict(int examples, int any, float[] words, int wordsAt, float[] tag, int tagAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch, any);
      put("words", pass.words, batch, any * 3, words, wordsAt + done * any * 3);
      pass.forward(batch);
      get("tag", pass.tag, batch, any * 5, tag, tagAt + done * any * 5);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param any the extent {@code any} of these arrays
   * @param words [b, any, 3]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, int any, float[] words) {
    int examples = examples("words", words, any * 3);
    float[] values = new float[examples * SIGNATURE.row(row).size(any)];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch, any);
      put("words", pass.words, batch, any * 3, words, done * any * 3);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code words}.
   *
   * @param any the extent {@code any} of these arrays
   * @param words [b, any, 3]
   * @param tagTarget [b, any]
   * @return the derivative, example by example
   */
  public float[] wordsGradient(int any, float[] words, float[] tagTarget) {
    int examples = examples("words", words, any * 3);
    requireExamples("tag.target", tagTarget, examples, any);
    Evaluation.check(this, examples(any, words, tagTarget));
    Training pass = (Training) training(examples, any);
    put("words", pass.words, examples, any * 3, words, 0);
    put("tag.target", pass.tagTarget, examples, any, tagTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[words.length];
    get("words", pass.wordsGradient, examples, any * 3, gradient, 0);
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
  public TaggerNetwork on(Backend backend) {
    return copyInto(new TaggerNetwork(backend, seed()));
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
  protected PredictionPass newPrediction(int capacity, int[] extents) {
    return new Prediction(capacity, extents[0]);
  }

  @Override
  protected TrainingPass newTraining(int capacity, int[] extents) {
    return new Training(capacity, extents[0]);
  }

  /** Rows forward; memory is used again as soon as a value is read no more. */
  private final class Prediction extends PredictionPass {
    private final int any = extent(0);
    private final MatMul matMul = kernel(MatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final Buffer words = slot(any * 9, any * 3);
    private final Buffer hidden = slot(any * 5, any * 4);
    private final Buffer tagSum = slot(0, any * 5);
    private final Buffer tag = tagSum;

    Prediction(int capacity, int any) {
      super(TaggerNetwork.this, capacity, /* perExample= */ 12L * any, /* perBatch= */ 0, any);
    }

    @Override
    public List<Buffer> inputs() {
      return list(words);
    }

    @Override
    public List<Buffer> outputs() {
      return list(tag);
    }

    @Override
    public void forward(int batch) {
      hidden(batch);
      tag(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return words;
        case 1:
          hidden(batch);
          return hidden;
        case 2:
          return hidden;
        case 3:
          tag(batch);
          return tag;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code hidden = tanh(words · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch * any, 3, 4, words, hiddenWeight.value(), hidden, Fused.TANH_X_PLUS_B,
          hiddenBias.value());
    }

    /** {@code sum = hidden · weight + bias; tag = softmax(sum)}. */
    private void tag(int batch) {
      matMul.mult(batch * any, 4, 5, hidden, tagWeight.value(), tagSum, Fused.X_PLUS_B,
          tagBias.value());
      softmax.softmax(batch * any, 5, tagSum, tag);
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final int any = extent(0);
    private final MatMul matMul = kernel(MatMul.class);
    private final RandomMask randomMask = kernel(RandomMask.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final OneHot oneHot = kernel(OneHot.class);
    private final SoftmaxCrossEntropy softmaxCrossEntropy = kernel(SoftmaxCrossEntropy.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Spread spread = kernel(Spread.class);
    private final Buffer words = slot(3 + any * 27, any * 3);
    private final Buffer tagTarget = slot(3 + any * 30, any);
    private final Buffer tagShare = slot(0, 1);
    private final Buffer hidden = slot(3 + any * 15, any * 4);
    private final Buffer droppedMask = slot(3 + any * 19, any * 4);
    private final Buffer dropped = slot(3 + any * 23, any * 4);
    private final Buffer tagSum = slot(3, any * 5);
    private final Buffer tag = slot(3 + any * 5, any * 5);
    private final Buffer tagLossOneHot = slot(3 + any * 10, any * 5);
    private final Buffer tagLossCrossEntropy = slot(3 + any * 31, any);
    private final Buffer tagLossSum = slot(1, 1);
    private final Buffer tagLossCount = fixed(0, 1);
    private final Buffer tagLoss = tagLossSum;
    private final Buffer tagLossSumGradient = slot(2, 1);
    private final Buffer tagLossCrossEntropyGradient = slot(3, any);
    private final Buffer tagSumGradient = tag;
    private final Buffer droppedGradient = slot(3, any * 4);
    private final Buffer hiddenGradient = droppedGradient;
    private final Buffer hiddenSumGradient = droppedGradient;
    private final Buffer wordsGradient = slot(3 + any * 4, any * 3);

    Training(int capacity, int any) {
      super(TaggerNetwork.this, capacity, /* perExample= */ 3 + 32L * any, /* perBatch= */ 1, any);
    }

    @Override
    public List<Buffer> inputs() {
      return list(words);
    }

    @Override
    public List<Buffer> outputs() {
      return list(tag);
    }

    @Override
    public List<Buffer> targets() {
      return list(tagTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(tagLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(tagShare);
    }

    @Override
    public void forward(int batch) {
      hidden(batch);
      dropped(batch);
      tag(batch);
      tagLoss(batch);
    }

    @Override
    public void backward(int batch) {
      tagLossBackward(batch);
      tagBackward(batch);
      droppedBackward(batch);
      hiddenBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      hiddenTowardsInputs(batch);
    }

    /** {@code hidden = tanh(words · weight + bias)}. */
    private void hidden(int batch) {
      matMul.mult(batch * any, 3, 4, words, hiddenWeight.value(), hidden, Fused.TANH_X_PLUS_B,
          hiddenBias.value());
    }

    /** {@code mask = randomMask<0.25, 2, [any, 4]>(); dropped = hidden * mask}. */
    private void dropped(int batch) {
      randomMask.fill(batch * any * 4, rate(0.25f), key(2), droppedMask);
      pointwise.apply(batch, any * 4, Fused.X_TIMES_MASK, dropped, hidden, droppedMask);
    }

    /** {@code sum = dropped · weight + bias; tag = softmax(sum)}. */
    private void tag(int batch) {
      matMul.mult(batch * any, 4, 5, dropped, tagWeight.value(), tagSum, Fused.X_PLUS_B,
          tagBias.value());
      softmax.softmax(batch * any, 5, tagSum, tag);
    }

    /**
     * <pre>{@code
     * oneHot = oneHot<5>(target)
     * crossEntropy = softmaxCrossEntropy(sum, tag, oneHot)
     * sum = sum<0>(crossEntropy)
     * count = any
     * loss = sum / count
     * }</pre>
     */
    private void tagLoss(int batch) {
      oneHot.encode(batch * any, 5, tagTarget, tagLossOneHot);
      softmaxCrossEntropy.loss(batch * any, 5, tagSum, tagLossOneHot, tagLossCrossEntropy);
      reduce.sum(batch, any, 1, tagLossCrossEntropy, tagLossSum);
      fill(tagLossCount, 1, any);
      pointwise.apply(batch, 1, Fused.SUM_OVER_COUNT, tagLoss, tagLossSum, tagLossCount);
    }

    private void tagLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_OVER_COUNT, tagLossSumGradient, tagShare, tagLossCount);
      spread.spread(batch, any, 1, tagLossSumGradient, tagLossCrossEntropyGradient);
      softmaxCrossEntropy.gradient(batch * any, 5, tag, tagLossOneHot, tagLossCrossEntropyGradient,
          tagSumGradient);
    }

    private void tagBackward(int batch) {
      reduce.sum(1, batch * any, 5, tagSumGradient, tagBias.gradient());
      matMul.multTransB(batch * any, 5, 4, tagSumGradient, tagWeight.value(), droppedGradient);
      matMul.multTransA(4, batch * any, 5, dropped, tagSumGradient, tagWeight.gradient());
    }

    private void droppedBackward(int batch) {
      pointwise.apply(batch, any * 4, Fused.DY_TIMES_MASK, hiddenGradient, droppedGradient,
          droppedMask);
    }

    private void hiddenBackward(int batch) {
      pointwise.apply(batch, any * 4, Fused.DY_TIMES_1_MINUS_SQUARE_Y, hiddenSumGradient,
          hiddenGradient, hidden);
      reduce.sum(1, batch * any, 4, hiddenSumGradient, hiddenBias.gradient());
      matMul.multTransA(3, batch * any, 4, words, hiddenSumGradient, hiddenWeight.gradient());
    }

    private void hiddenTowardsInputs(int batch) {
      matMul.multTransB(batch * any, 4, 3, hiddenSumGradient, hiddenWeight.value(), wordsGradient);
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

    /** {@code sum / count}. */
    static final Formula SUM_OVER_COUNT = new Formula("sum / count", 1, "sum", "count") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] sum = operands[0];
        float[] count = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = sum[j] / count[j];
        }
      }
    };

    /** {@code dy / count}. */
    static final Formula DY_OVER_COUNT = new Formula("dy / count", 1, "dy", "count") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] count = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] / count[j];
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
  }
}
