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
import org.synapt.kernel.Copy;
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
 * The network declared by {@link HousePrice}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value      layer               of           shape    parameters   FLOPs   bytes
 * measures   input                            [b, 5]            0       0      20
 * size       dense(4), relu      measures     [b, 4]           24      44      16
 * words      input                            [b, 7]            0       0      28
 * tone       dense(3), relu      words        [b, 3]           24      45      12
 * both       concatenate         size, tone   [b, 7]            0       0      28
 * mixed      dense(6), sigmoid   both         [b, 6]           48      90      24
 * price      dense(1)            mixed        [b, 1]            7      13       4
 *                                                             103     192
 * </pre>
 *
 * <p>103 parameters, all trained. For each example a prediction takes 192 FLOPs and 112 bytes that
 * its rows share; training takes 180 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class HousePriceNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 103;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 192;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 112;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 180;

  private static final Signature SIGNATURE = Signature.of("HousePrice").flops(FLOPS)
      .input("measures", 5)
      .row("size", "Dense", /* parameters= */ 24, new int[] {4}, "measures").text("dense(4), relu")
      .input("words", 7)
      .row("tone", "Dense", /* parameters= */ 24, new int[] {3}, "words").text("dense(3), relu")
      .row("both", "Concatenate", /* parameters= */ 0, new int[] {7}, "size",
          "tone").text("concatenate")
      .row("mixed", "Dense", /* parameters= */ 48, new int[] {6}, "both").text("dense(6), sigmoid")
      .row("price", "Dense", /* parameters= */ 7, new int[] {1}, "mixed").text("dense(1)")
      .output("price", "mean_squared_error", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private final Parameter sizeWeight = weight("size.weight", Initializers.glorotUniform(), 5, 4);
  private final Parameter toneWeight = weight("tone.weight", Initializers.glorotUniform(), 7, 3);
  private final Parameter mixedWeight = weight("mixed.weight", Initializers.glorotUniform(), 7, 6);
  private final Parameter priceWeight = weight("price.weight", Initializers.glorotUniform(), 6, 1);
  private final Parameter sizeBias = parameter("size.bias", Initializers.zeros(), 4);
  private final Parameter toneBias = parameter("tone.bias", Initializers.zeros(), 3);
  private final Parameter mixedBias = parameter("mixed.bias", Initializers.zeros(), 6);
  private final Parameter priceBias = parameter("price.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public HousePriceNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Copy.class, MatMul.class, Pointwise.class,
        Reduce.class, Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param measures [b, 5]
   * @param words [b, 7]
   * @param priceTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] measures, float[] words, float[] priceTarget) {
    return Examples.of(Arrays.asList(Column.of("measures", 5, measures),
        Column.of("words", 7, words)), Arrays.asList(Column.of("price", 1, priceTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param measures [b, 5]
   * @param words [b, 7]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] measures, float[] words) {
    int examples = examples("measures", measures, 5);
    requireExamples("words", words, examples, 7);
    float[] price = new float[examples];
    predict(examples, measures, 0, words, 0, price, 0);
    return price;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param measures [b, 5], read
   * @param measuresAt where the first example begins
   * @param words [b, 7], read
   * @param wordsAt where the first example begins
   * @param price [b, 1], written
   * @param priceAt where the first example begins
   */
  public void predict(int examples, float[] measures, int measuresAt, float[] words, int wordsAt,
      float[] price, int priceAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 5, measures, measuresAt + done * 5);
      put("words", pass.words, batch, 7, words, wordsAt + done * 7);
      pass.forward(batch);
      get("price", pass.price, batch, 1, price, priceAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param measures [b, 5]
   * @param words [b, 7]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] measures, float[] words) {
    int examples = examples("measures", measures, 5);
    requireExamples("words", words, examples, 7);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("measures", pass.measures, batch, 5, measures, done * 5);
      put("words", pass.words, batch, 7, words, done * 7);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code measures}.
   *
   * @param measures [b, 5]
   * @param words [b, 7]
   * @param priceTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] measuresGradient(float[] measures, float[] words, float[] priceTarget) {
    int examples = examples("measures", measures, 5);
    requireExamples("words", words, examples, 7);
    requireExamples("price.target", priceTarget, examples, 1);
    Evaluation.check(this, examples(measures, words, priceTarget));
    Training pass = (Training) training(examples);
    put("measures", pass.measures, examples, 5, measures, 0);
    put("words", pass.words, examples, 7, words, 0);
    put("price.target", pass.priceTarget, examples, 1, priceTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[measures.length];
    get("measures", pass.measuresGradient, examples, 5, gradient, 0);
    return gradient;
  }

  /**
   * The derivative of the loss of all examples together by {@code words}.
   *
   * @param measures [b, 5]
   * @param words [b, 7]
   * @param priceTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] wordsGradient(float[] measures, float[] words, float[] priceTarget) {
    int examples = examples("measures", measures, 5);
    requireExamples("words", words, examples, 7);
    requireExamples("price.target", priceTarget, examples, 1);
    Evaluation.check(this, examples(measures, words, priceTarget));
    Training pass = (Training) training(examples);
    put("measures", pass.measures, examples, 5, measures, 0);
    put("words", pass.words, examples, 7, words, 0);
    put("price.target", pass.priceTarget, examples, 1, priceTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[words.length];
    get("words", pass.wordsGradient, examples, 7, gradient, 0);
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
  public HousePriceNetwork on(Backend backend) {
    return copyInto(new HousePriceNetwork(backend, seed()));
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
    private final Copy copy = kernel(Copy.class);
    private final Buffer measures = slot(20, 5);
    private final Buffer words = slot(0, 7);
    private final Buffer size = slot(14, 4);
    private final Buffer tone = slot(25, 3);
    private final Buffer both = slot(7, 7);
    private final Buffer mixed = slot(14, 6);
    private final Buffer price = slot(7, 1);

    Prediction(int capacity) {
      super(HousePriceNetwork.this, capacity, /* perExample= */ 28, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(measures, words);
    }

    @Override
    public List<Buffer> outputs() {
      return list(price);
    }

    @Override
    public void forward(int batch) {
      size(batch);
      tone(batch);
      both(batch);
      mixed(batch);
      price(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return measures;
        case 1:
          size(batch);
          return size;
        case 2:
          return words;
        case 3:
          tone(batch);
          return tone;
        case 4:
          both(batch);
          return both;
        case 5:
          mixed(batch);
          return mixed;
        case 6:
          price(batch);
          return price;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code size = relu(measures · weight + bias)}. */
    private void size(int batch) {
      matMul.mult(batch, 5, 4, measures, sizeWeight.value(), size, Fused.RELU_X_PLUS_B,
          sizeBias.value());
    }

    /** {@code tone = relu(words · weight + bias)}. */
    private void tone(int batch) {
      matMul.mult(batch, 7, 3, words, toneWeight.value(), tone, Fused.RELU_X_PLUS_B,
          toneBias.value());
    }

    /** {@code both = concatenate<0>(size, tone)}. */
    private void both(int batch) {
      copy.columns(batch, 4, size, 0, 4, both, 0, 7);
      copy.columns(batch, 3, tone, 0, 3, both, 4, 7);
    }

    /** {@code mixed = sigmoid(both · weight + bias)}. */
    private void mixed(int batch) {
      matMul.mult(batch, 7, 6, both, mixedWeight.value(), mixed, Fused.SIGMOID_X_PLUS_B,
          mixedBias.value());
    }

    /** {@code price = mixed · weight + bias}. */
    private void price(int batch) {
      matMul.mult(batch, 6, 1, mixed, priceWeight.value(), price, Fused.X_PLUS_B,
          priceBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Copy copy = kernel(Copy.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer measures = slot(27, 5);
    private final Buffer words = slot(0, 7);
    private final Buffer priceTarget = slot(42, 1);
    private final Buffer priceShare = slot(43, 1);
    private final Buffer size = slot(32, 4);
    private final Buffer tone = slot(36, 3);
    private final Buffer both = slot(7, 7);
    private final Buffer mixed = slot(14, 6);
    private final Buffer price = slot(20, 1);
    private final Buffer priceLossTerms = slot(44, 1);
    private final Buffer priceLoss = priceLossTerms;
    private final Buffer priceLossTermsGradient = priceShare;
    private final Buffer priceGradient = price;
    private final Buffer mixedGradient = slot(21, 6);
    private final Buffer mixedSumGradient = mixedGradient;
    private final Buffer bothGradient = slot(14, 7);
    private final Buffer sizeGradient = slot(21, 4);
    private final Buffer toneGradient = slot(39, 3);
    private final Buffer toneSumGradient = toneGradient;
    private final Buffer sizeSumGradient = sizeGradient;
    private final Buffer wordsGradient = both;
    private final Buffer measuresGradient = slot(14, 5);

    Training(int capacity) {
      super(HousePriceNetwork.this, capacity, /* perExample= */ 45, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(measures, words);
    }

    @Override
    public List<Buffer> outputs() {
      return list(price);
    }

    @Override
    public List<Buffer> targets() {
      return list(priceTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(priceLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(priceShare);
    }

    @Override
    public void forward(int batch) {
      size(batch);
      tone(batch);
      both(batch);
      mixed(batch);
      price(batch);
      priceLoss(batch);
    }

    @Override
    public void backward(int batch) {
      priceLossBackward(batch);
      priceBackward(batch);
      mixedBackward(batch);
      bothBackward(batch);
      toneBackward(batch);
      sizeBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      toneTowardsInputs(batch);
      sizeTowardsInputs(batch);
    }

    /** {@code size = relu(measures · weight + bias)}. */
    private void size(int batch) {
      matMul.mult(batch, 5, 4, measures, sizeWeight.value(), size, Fused.RELU_X_PLUS_B,
          sizeBias.value());
    }

    /** {@code tone = relu(words · weight + bias)}. */
    private void tone(int batch) {
      matMul.mult(batch, 7, 3, words, toneWeight.value(), tone, Fused.RELU_X_PLUS_B,
          toneBias.value());
    }

    /** {@code both = concatenate<0>(size, tone)}. */
    private void both(int batch) {
      copy.columns(batch, 4, size, 0, 4, both, 0, 7);
      copy.columns(batch, 3, tone, 0, 3, both, 4, 7);
    }

    /** {@code mixed = sigmoid(both · weight + bias)}. */
    private void mixed(int batch) {
      matMul.mult(batch, 7, 6, both, mixedWeight.value(), mixed, Fused.SIGMOID_X_PLUS_B,
          mixedBias.value());
    }

    /** {@code price = mixed · weight + bias}. */
    private void price(int batch) {
      matMul.mult(batch, 6, 1, mixed, priceWeight.value(), price, Fused.X_PLUS_B,
          priceBias.value());
    }

    /** {@code loss = square(price - target)}. */
    private void priceLoss(int batch) {
      pointwise.apply(batch, 1, Fused.SQUARE_P_MINUS_T, priceLossTerms, price, priceTarget);
    }

    private void priceLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_2_TIMES_P_MINUS_T, priceGradient,
          priceLossTermsGradient, price, priceTarget);
    }

    private void priceBackward(int batch) {
      reduce.sum(1, batch, 1, priceGradient, priceBias.gradient());
      matMul.multTransB(batch, 1, 6, priceGradient, priceWeight.value(), mixedGradient);
      matMul.multTransA(6, batch, 1, mixed, priceGradient, priceWeight.gradient());
    }

    private void mixedBackward(int batch) {
      pointwise.apply(batch, 6, Fused.DY_TIMES_Y_TIMES_1_MINUS_Y, mixedSumGradient, mixedGradient,
          mixed);
      reduce.sum(1, batch, 6, mixedSumGradient, mixedBias.gradient());
      matMul.multTransB(batch, 6, 7, mixedSumGradient, mixedWeight.value(), bothGradient);
      matMul.multTransA(7, batch, 6, both, mixedSumGradient, mixedWeight.gradient());
    }

    private void bothBackward(int batch) {
      copy.columns(batch, 4, bothGradient, 0, 7, sizeGradient, 0, 4);
      copy.columns(batch, 3, bothGradient, 4, 7, toneGradient, 0, 3);
    }

    private void toneBackward(int batch) {
      pointwise.apply(batch, 3, Fused.DY_TIMES_STEP_Y, toneSumGradient, toneGradient, tone);
      reduce.sum(1, batch, 3, toneSumGradient, toneBias.gradient());
      matMul.multTransA(7, batch, 3, words, toneSumGradient, toneWeight.gradient());
    }

    private void sizeBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_STEP_Y, sizeSumGradient, sizeGradient, size);
      reduce.sum(1, batch, 4, sizeSumGradient, sizeBias.gradient());
      matMul.multTransA(5, batch, 4, measures, sizeSumGradient, sizeWeight.gradient());
    }

    private void toneTowardsInputs(int batch) {
      matMul.multTransB(batch, 3, 7, toneSumGradient, toneWeight.value(), wordsGradient);
    }

    private void sizeTowardsInputs(int batch) {
      matMul.multTransB(batch, 4, 5, sizeSumGradient, sizeWeight.value(), measuresGradient);
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
