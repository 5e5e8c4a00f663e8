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
import org.synapt.kernel.GateFunctions;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrent;
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
 * The network declared by {@link Translation}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value     layer               of                     shape       parameters   FLOPs   bytes
 * said      input                                      [b, 6, 3]            0       0      72
 * meaning   lstm(4)             said                   [b, 4]             128   2,304      48
 * hidden    hidden state        meaning                [b, 4]               0       0      16
 * cell      cell state          meaning                [b, 4]               0       0      16
 * before    input                                      [b, 5, 2]            0       0      40
 * decoded   lstm(4)             before, hidden, cell   [b, 5, 4]          112   1,760      80
 * next      dense(3), softmax   decoded                [b, 5, 3]           15     195      60
 *                                                                         255   4,259
 * </pre>
 *
 * <p>255 parameters, all trained. For each example a prediction takes 4,259 FLOPs and 252 bytes
 * that its rows share; training takes 1,456 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class TranslationNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 255;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 4_259;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 252;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 1_456;

  private static final Signature SIGNATURE = Signature.of("Translation").flops(FLOPS)
      .input("said", 6, 3)
      .row("meaning", "LSTM", /* parameters= */ 128, new int[] {4}, "said").text("lstm(4)")
      .row("hidden", "State", /* parameters= */ 0, new int[] {4}, "meaning").text("hidden state")
      .row("cell", "State", /* parameters= */ 0, new int[] {4}, "meaning").text("cell state")
      .input("before", 5, 2)
      .row("decoded", "LSTM", /* parameters= */ 112, new int[] {5, 4}, "before", "hidden",
          "cell").text("lstm(4)")
      .row("next", "Dense", /* parameters= */ 15, new int[] {5, 3},
          "decoded").text("dense(3), softmax")
      .output("next", "categorical_crossentropy", /* weight= */ 1f, new int[] {5, 3},
          /* target= */ new int[] {5, 3}, "")
      .build();

  private static final GateFunctions GATES_TANH_SIGMOID = new GateFunctions(Fused.TANH_X,
      Fused.ONE_MINUS_SQUARE_Y, Fused.SIGMOID_X, Fused.Y_TIMES_1_MINUS_Y);
  private static final Recurrence LSTM_4_OVER_6X3_GIVES_CELL = Recurrence.of(
      Recurrence.Cell.LSTM, 6, 3, 4, GATES_TANH_SIGMOID, Recurrence.Option.GIVES_CELL);
  private static final Recurrence LSTM_4_OVER_5X2_SEQUENCES = Recurrence.of(
      Recurrence.Cell.LSTM, 5, 2, 4, GATES_TANH_SIGMOID, Recurrence.Option.SEQUENCES);

  private final Parameter meaningKernel = weight("meaning.kernel", Initializers.glorotUniform(),
      3, 16);
  private final Parameter meaningRecurrentKernel = weight("meaning.recurrentKernel",
      Initializers.orthogonal(1f), 4, 16);
  private final Parameter decodedKernel = weight("decoded.kernel", Initializers.glorotUniform(),
      2, 16);
  private final Parameter decodedRecurrentKernel = weight("decoded.recurrentKernel",
      Initializers.orthogonal(1f), 4, 16);
  private final Parameter nextWeight = weight("next.weight", Initializers.glorotUniform(), 4, 3);
  private final Parameter meaningBias = parameter("meaning.bias",
      Initializers.unitForgetBias(Initializers.zeros()), 16);
  private final Parameter decodedBias = parameter("decoded.bias",
      Initializers.unitForgetBias(Initializers.zeros()), 16);
  private final Parameter nextBias = parameter("next.bias", Initializers.zeros(), 3);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public TranslationNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Copy.class, MatMul.class, Pointwise.class,
        Recurrent.class, Reduce.class, Share.class, Softmax.class, SoftmaxCrossEntropy.class,
        Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param said [b, 6, 3]
   * @param before [b, 5, 2]
   * @param nextTarget [b, 5, 3]
   * @return the examples
   */
  public static Examples examples(float[] said, float[] before, float[] nextTarget) {
    return Examples.of(Arrays.asList(Column.of("said", 18, said), Column.of("before", 10, before)),
        Arrays.asList(Column.of("next", 15, nextTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param said [b, 6, 3]
   * @param before [b, 5, 2]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] said, float[] before) {
    int examples = examples("said", said, 18);
    requireExamples("before", before, examples, 10);
    float[] next = new float[examples * 15];
    predict(examples, said, 0, before, 0, next, 0);
    return next;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param said [b, 6, 3], read
   * @param saidAt where the first example begins
   * @param before [b, 5, 2], read
   * @param beforeAt where the first example begins
   * @param next [b, 5, 3], written
   * @param nextAt where the first example begins
   */
  public void predict(int examples, float[] said, int saidAt, float[] before, int beforeAt,
      float[] next, int nextAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("said", pass.said, batch, 18, said, saidAt + done * 18);
      put("before", pass.before, batch, 10, before, beforeAt + done * 10);
      pass.forward(batch);
      get("next", pass.next, batch, 15, next, nextAt + done * 15);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param said [b, 6, 3]
   * @param before [b, 5, 2]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] said, float[] before) {
    int examples = examples("said", said, 18);
    requireExamples("before", before, examples, 10);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("said", pass.said, batch, 18, said, done * 18);
      put("before", pass.before, batch, 10, before, done * 10);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code said}.
   *
   * @param said [b, 6, 3]
   * @param before [b, 5, 2]
   * @param nextTarget [b, 5, 3]
   * @return the derivative, example by example
   */
  public float[] saidGradient(float[] said, float[] before, float[] nextTarget) {
    int examples = examples("said", said, 18);
    requireExamples("before", before, examples, 10);
    requireExamples("next.target", nextTarget, examples, 15);
    Evaluation.check(this, examples(said, before, nextTarget));
    Training pass = (Training) training(examples);
    put("said", pass.said, examples, 18, said, 0);
    put("before", pass.before, examples, 10, before, 0);
    put("next.target", pass.nextTarget, examples, 15, nextTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[said.length];
    get("said", pass.saidGradient, examples, 18, gradient, 0);
    return gradient;
  }

  /**
   * The derivative of the loss of all examples together by {@code before}.
   *
   * @param said [b, 6, 3]
   * @param before [b, 5, 2]
   * @param nextTarget [b, 5, 3]
   * @return the derivative, example by example
   */
  public float[] beforeGradient(float[] said, float[] before, float[] nextTarget) {
    int examples = examples("said", said, 18);
    requireExamples("before", before, examples, 10);
    requireExamples("next.target", nextTarget, examples, 15);
    Evaluation.check(this, examples(said, before, nextTarget));
    Training pass = (Training) training(examples);
    put("said", pass.said, examples, 18, said, 0);
    put("before", pass.before, examples, 10, before, 0);
    put("next.target", pass.nextTarget, examples, 15, nextTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[before.length];
    get("before", pass.beforeGradient, examples, 10, gradient, 0);
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
  public TranslationNetwork on(Backend backend) {
    return copyInto(new TranslationNetwork(backend, seed()));
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
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final Copy copy = kernel(Copy.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final Buffer said = slot(20, 18);
    private final Buffer before = slot(53, 10);
    private final Buffer meaningSteps = slot(0, 8);
    private final Buffer meaning = slot(8, 4);
    private final Buffer hidden = slot(38, 4);
    private final Buffer cell = slot(42, 4);
    private final Buffer decoded = slot(0, 20);
    private final Buffer nextSum = slot(38, 15);
    private final Buffer next = nextSum;

    Prediction(int capacity) {
      super(TranslationNetwork.this, capacity, /* perExample= */ 63, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(said, before);
    }

    @Override
    public List<Buffer> outputs() {
      return list(next);
    }

    @Override
    public void forward(int batch) {
      meaning(batch);
      hidden(batch);
      cell(batch);
      decoded(batch);
      next(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return said;
        case 1:
          meaning(batch);
          return meaning;
        case 2:
          hidden(batch);
          return hidden;
        case 3:
          cell(batch);
          return cell;
        case 4:
          return before;
        case 5:
          decoded(batch);
          return decoded;
        case 6:
          next(batch);
          return next;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /**
     * <pre>{@code
     * i, f, g, o = said · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * steps = h and c after the last step
     * meaning = steps[0]
     * }</pre>
     */
    private void meaning(int batch) {
      recurrent.forward(LSTM_4_OVER_6X3_GIVES_CELL, batch, said, meaningKernel.value(),
          meaningRecurrentKernel.value(), meaningBias.value(), none(), none(), none(), none(),
          none(), meaningSteps);
      copy.columns(batch, 4, meaningSteps, 0, 8, meaning, 0, 4);
    }

    /** {@code hidden = meaning.steps[0]}. */
    private void hidden(int batch) {
      copy.columns(batch, 4, meaningSteps, 0, 8, hidden, 0, 4);
    }

    /** {@code cell = meaning.steps[-1]}. */
    private void cell(int batch) {
      copy.columns(batch, 4, meaningSteps, 4, 8, cell, 0, 4);
    }

    /**
     * <pre>{@code
     * h, c = hidden, cell
     * i, f, g, o = before · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * decoded = h of every step
     * }</pre>
     */
    private void decoded(int batch) {
      recurrent.forward(LSTM_4_OVER_5X2_SEQUENCES, batch, before, decodedKernel.value(),
          decodedRecurrentKernel.value(), decodedBias.value(), none(), none(), hidden, cell, none(),
          decoded);
    }

    /** {@code sum = decoded · weight + bias; next = softmax(sum)}. */
    private void next(int batch) {
      matMul.mult(batch * 5, 4, 3, decoded, nextWeight.value(), nextSum, Fused.X_PLUS_B,
          nextBias.value());
      softmax.softmax(batch * 5, 3, nextSum, next);
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final Copy copy = kernel(Copy.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final SoftmaxCrossEntropy softmaxCrossEntropy = kernel(SoftmaxCrossEntropy.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Spread spread = kernel(Spread.class);
    private final Buffer said = slot(304, 18);
    private final Buffer before = slot(352, 10);
    private final Buffer nextTarget = slot(322, 15);
    private final Buffer nextShare = slot(362, 1);
    private final Buffer meaningSaved = slot(0, 144);
    private final Buffer meaningSteps = slot(144, 8);
    private final Buffer meaning = slot(152, 4);
    private final Buffer hidden = slot(284, 4);
    private final Buffer cell = slot(288, 4);
    private final Buffer decodedSaved = slot(144, 120);
    private final Buffer decoded = slot(264, 20);
    private final Buffer nextSum = slot(284, 15);
    private final Buffer next = slot(337, 15);
    private final Buffer nextLossCrossEntropy = slot(299, 5);
    private final Buffer nextLossSum = slot(363, 1);
    private final Buffer nextLoss = nextLossSum;
    private final Buffer nextLossSumGradient = slot(289, 1);
    private final Buffer nextLossCrossEntropyGradient = slot(284, 5);
    private final Buffer nextSumGradient = next;
    private final Buffer decodedGradient = slot(284, 20);
    private final Buffer hiddenGradient = slot(337, 4);
    private final Buffer cellGradient = slot(264, 4);
    private final Buffer hiddenGradient2 = hiddenGradient;
    private final Buffer cellGradient2 = cellGradient;
    private final Buffer meaningStepsGradient = slot(274, 8);
    private final Buffer meaningStepsGradient2 = slot(264, 8);
    private final Buffer meaningStepsGradient3 = meaningStepsGradient;
    private final Buffer beforeGradient = slot(264, 10);
    private final Buffer saidGradient = slot(144, 18);

    Training(int capacity) {
      super(TranslationNetwork.this, capacity, /* perExample= */ 364, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(said, before);
    }

    @Override
    public List<Buffer> outputs() {
      return list(next);
    }

    @Override
    public List<Buffer> targets() {
      return list(nextTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(nextLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(nextShare);
    }

    @Override
    public void forward(int batch) {
      meaning(batch);
      hidden(batch);
      cell(batch);
      decoded(batch);
      next(batch);
      nextLoss(batch);
    }

    @Override
    public void backward(int batch) {
      nextLossBackward(batch);
      nextBackward(batch);
      decodedBackward(batch);
      cellBackward(batch);
      hiddenBackward(batch);
      meaningBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      decodedTowardsInputs(batch);
      meaningTowardsInputs(batch);
    }

    /**
     * <pre>{@code
     * i, f, g, o = said · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * steps = h and c after the last step
     * meaning = steps[0]
     * }</pre>
     */
    private void meaning(int batch) {
      recurrent.forward(LSTM_4_OVER_6X3_GIVES_CELL, batch, said, meaningKernel.value(),
          meaningRecurrentKernel.value(), meaningBias.value(), none(), none(), none(), none(),
          meaningSaved, meaningSteps);
      copy.columns(batch, 4, meaningSteps, 0, 8, meaning, 0, 4);
    }

    /** {@code hidden = meaning.steps[0]}. */
    private void hidden(int batch) {
      copy.columns(batch, 4, meaningSteps, 0, 8, hidden, 0, 4);
    }

    /** {@code cell = meaning.steps[-1]}. */
    private void cell(int batch) {
      copy.columns(batch, 4, meaningSteps, 4, 8, cell, 0, 4);
    }

    /**
     * <pre>{@code
     * h, c = hidden, cell
     * i, f, g, o = before · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * decoded = h of every step
     * }</pre>
     */
    private void decoded(int batch) {
      recurrent.forward(LSTM_4_OVER_5X2_SEQUENCES, batch, before, decodedKernel.value(),
          decodedRecurrentKernel.value(), decodedBias.value(), none(), none(), hidden, cell,
          decodedSaved, decoded);
    }

    /** {@code sum = decoded · weight + bias; next = softmax(sum)}. */
    private void next(int batch) {
      matMul.mult(batch * 5, 4, 3, decoded, nextWeight.value(), nextSum, Fused.X_PLUS_B,
          nextBias.value());
      softmax.softmax(batch * 5, 3, nextSum, next);
    }

    /**
     * <pre>{@code
     * crossEntropy = softmaxCrossEntropy(sum, next, target)
     * sum = sum<0>(crossEntropy)
     * loss = sum / 5
     * }</pre>
     */
    private void nextLoss(int batch) {
      softmaxCrossEntropy.loss(batch * 5, 3, nextSum, nextTarget, nextLossCrossEntropy);
      reduce.sum(batch, 5, 1, nextLossCrossEntropy, nextLossSum);
      pointwise.apply(batch, 1, Fused.SUM_OVER_5, nextLoss, nextLossSum);
    }

    private void nextLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_0_2, nextLossSumGradient, nextShare);
      spread.spread(batch, 5, 1, nextLossSumGradient, nextLossCrossEntropyGradient);
      softmaxCrossEntropy.gradient(batch * 5, 3, next, nextTarget, nextLossCrossEntropyGradient,
          nextSumGradient);
    }

    private void nextBackward(int batch) {
      reduce.sum(1, batch * 5, 3, nextSumGradient, nextBias.gradient());
      matMul.multTransB(batch * 5, 3, 4, nextSumGradient, nextWeight.value(), decodedGradient);
      matMul.multTransA(4, batch * 5, 3, decoded, nextSumGradient, nextWeight.gradient());
    }

    private void decodedBackward(int batch) {
      recurrent.gradient(LSTM_4_OVER_5X2_SEQUENCES, batch, before, decodedKernel.value(),
          decodedRecurrentKernel.value(), decodedBias.value(), none(), none(), decodedSaved,
          decodedGradient, none(), decodedKernel.gradient(), decodedRecurrentKernel.gradient(),
          decodedBias.gradient(), hiddenGradient, cellGradient);
    }

    private void cellBackward(int batch) {
      fill(meaningStepsGradient, batch * 8, 0);
      copy.columns(batch, 4, cellGradient2, 0, 4, meaningStepsGradient, 4, 8);
    }

    private void hiddenBackward(int batch) {
      fill(meaningStepsGradient2, batch * 8, 0);
      copy.columns(batch, 4, hiddenGradient2, 0, 4, meaningStepsGradient2, 0, 8);
      pointwise.apply(batch, 8, Fused.A_PLUS_B, meaningStepsGradient3, meaningStepsGradient,
          meaningStepsGradient2);
    }

    private void meaningBackward(int batch) {
      recurrent.gradient(LSTM_4_OVER_6X3_GIVES_CELL, batch, said, meaningKernel.value(),
          meaningRecurrentKernel.value(), meaningBias.value(), none(), none(), meaningSaved,
          meaningStepsGradient3, none(), meaningKernel.gradient(),
          meaningRecurrentKernel.gradient(), meaningBias.gradient(), none(), none());
    }

    private void decodedTowardsInputs(int batch) {
      recurrent.gradient(LSTM_4_OVER_5X2_SEQUENCES, batch, before, decodedKernel.value(),
          decodedRecurrentKernel.value(), decodedBias.value(), none(), none(), decodedSaved,
          decodedGradient, beforeGradient, none(), none(), none(), none(), none());
    }

    private void meaningTowardsInputs(int batch) {
      recurrent.gradient(LSTM_4_OVER_6X3_GIVES_CELL, batch, said, meaningKernel.value(),
          meaningRecurrentKernel.value(), meaningBias.value(), none(), none(), meaningSaved,
          meaningStepsGradient3, saidGradient, none(), none(), none(), none(), none());
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

    /** {@code sum / 5}. */
    static final Formula SUM_OVER_5 = new Formula("sum / 5", 1, "sum") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] sum = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = sum[j] / 5f;
        }
      }
    };

    /** {@code 0.2 * dy}. */
    static final Formula DY_TIMES_0_2 = new Formula("0.2 * dy", 1, "dy") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 0.2f * dy[j];
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

    /** {@code 1 - square(y)}. */
    static final Formula ONE_MINUS_SQUARE_Y = new Formula("1 - square(y)", 1, "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] y = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 1f - y[j] * y[j];
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

    /** {@code y * (1 - y)}. */
    static final Formula Y_TIMES_1_MINUS_Y = new Formula("y * (1 - y)", 1, "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] y = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = y[j] * (1f - y[j]);
        }
      }
    };
  }
}
