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
 * The network declared by {@link AnyLength}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value     layer          of             shape         parameters   FLOPs   bytes
 * words     input                         [b, any, 3]            0       0      12
 * real      masking(0.0)   words          [b, any, 3]            0      15      28
 * context   lstm(4)        real           [b, any, 4]          128     384      16
 * hidden    hidden state   context        [b, 4]                 0       0      16
 * cell      cell state     context        [b, 4]                 0     384      48
 * both      concatenate    hidden, cell   [b, 8]                 0       0      32
 * level     dense(1)       both           [b, 1]                 9      17       4
 *                                                              137     800
 * </pre>
 *
 * <p>137 parameters, all trained. For each example, where any is 1, a prediction takes 800 FLOPs
 * and 108 bytes that its rows share; training takes 368 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class AnyLengthNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 137;

  /** Floating-point operations of a prediction, for one example, where any is 1. */
  public static final long FLOPS = 800;

  /** Memory of a pass that predicts, for each example, where any is 1. */
  public static final long PREDICTION_BYTES = 108;

  /** Memory of a pass that trains, for each example, where any is 1. */
  public static final long TRAINING_BYTES = 368;

  private static final Signature SIGNATURE = Signature.of("AnyLength").flops(FLOPS)
      .input("words", Signature.ANY, 3)
      .row("real", "Masking", /* parameters= */ 0, new int[] {Signature.ANY, 3},
          "words").text("masking(0.0)")
      .row("context", "LSTM", /* parameters= */ 128, new int[] {Signature.ANY, 4},
          "real").text("lstm(4)")
      .row("hidden", "State", /* parameters= */ 0, new int[] {4}, "context").text("hidden state")
      .row("cell", "State", /* parameters= */ 0, new int[] {4}, "context").text("cell state")
      .row("both", "Concatenate", /* parameters= */ 0, new int[] {8}, "hidden",
          "cell").text("concatenate")
      .row("level", "Dense", /* parameters= */ 9, new int[] {1}, "both").text("dense(1)")
      .output("level", "mean_squared_error", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private static final GateFunctions GATES_TANH_SIGMOID = new GateFunctions(Fused.TANH_X,
      Fused.ONE_MINUS_SQUARE_Y, Fused.SIGMOID_X, Fused.Y_TIMES_1_MINUS_Y);

  private final Parameter contextKernel = weight("context.kernel", Initializers.glorotUniform(),
      3, 16);
  private final Parameter contextRecurrentKernel = weight("context.recurrentKernel",
      Initializers.orthogonal(1f), 4, 16);
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 8, 1);
  private final Parameter contextBias = parameter("context.bias",
      Initializers.unitForgetBias(Initializers.zeros()), 16);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public AnyLengthNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Copy.class, MatMul.class, Pointwise.class,
        Recurrent.class, Reduce.class, Share.class, Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param any the extent {@code any} of these arrays
   * @param words [b, any, 3]
   * @param levelTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(int any, float[] words, float[] levelTarget) {
    return Examples.of(Arrays.asList(Column.of("words", any * 3, words)),
        Arrays.asList(Column.of("level", 1, levelTarget)));
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
    float[] level = new float[examples];
    predict(examples, any, words, 0, level, 0);
    return level;
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param examples how many
   * @param any the extent {@code any} of these arrays
   * @param words [b, any, 3], read
   * @param wordsAt where the first example begins
   * @param level [b, 1], written
   * @param levelAt where the first example begins
   */
  public void predict(int examples, int any, float[] words, int wordsAt, float[] level,
      int levelAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch, any);
      put("words", pass.words, batch, any * 3, words, wordsAt + done * any * 3);
      pass.forward(batch);
      get("level", pass.level, batch, 1, level, levelAt + done);
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
   * @param levelTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] wordsGradient(int any, float[] words, float[] levelTarget) {
    int examples = examples("words", words, any * 3);
    requireExamples("level.target", levelTarget, examples, 1);
    Evaluation.check(this, examples(any, words, levelTarget));
    Training pass = (Training) training(examples, any);
    put("words", pass.words, examples, any * 3, words, 0);
    put("level.target", pass.levelTarget, examples, 1, levelTarget, 0);
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
  public AnyLengthNetwork on(Backend backend) {
    return copyInto(new AnyLengthNetwork(backend, seed()));
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
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Spread spread = kernel(Spread.class);
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final Copy copy = kernel(Copy.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer words = slot(16 + any * 4, any * 3);
    private final Buffer realOther = slot(16, any * 3);
    private final Buffer realAny = slot(16 + any * 10, any);
    private final Buffer realMask = realAny;
    private final Buffer realCounts = slot(16 + any * 7, any * 3);
    private final Buffer real = realCounts;
    private final Buffer context = slot(16, any * 4);
    private final Buffer hidden = slot(8, 4);
    private final Buffer cellSteps = slot(0, 8);
    private final Buffer cell = slot(12, 4);
    private final Buffer both = cellSteps;
    private final Buffer level = slot(8, 1);
    private final Recurrence lstm4OverAnyx3Sequences = Recurrence.of(
        Recurrence.Cell.LSTM, any, 3, 4, GATES_TANH_SIGMOID, Recurrence.Option.SEQUENCES);
    private final Recurrence lstm4OverAnyx3GivesCell = Recurrence.of(
        Recurrence.Cell.LSTM, any, 3, 4, GATES_TANH_SIGMOID, Recurrence.Option.GIVES_CELL);

    Prediction(int capacity, int any) {
      super(AnyLengthNetwork.this, capacity, /* perExample= */ 16 + 11L * any, /* perBatch= */ 0,
          any);
    }

    @Override
    public List<Buffer> inputs() {
      return list(words);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level);
    }

    @Override
    public void forward(int batch) {
      real(batch);
      context(batch);
      hidden(batch);
      cell(batch);
      both(batch);
      level(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return words;
        case 1:
          real(batch);
          return real;
        case 2:
          context(batch);
          return context;
        case 3:
          hidden(batch);
          return hidden;
        case 4:
          cell(batch);
          return cell;
        case 5:
          both(batch);
          return both;
        case 6:
          level(batch);
          return level;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /**
     * <pre>{@code
     * other = words == 0 ? 0 : 1
     * any = max<1>(other)
     * counts = spread<1, 3>(any)
     * real = counts > 0 ? words : 0
     * }</pre>
     */
    private void real(int batch) {
      pointwise.apply(batch, any * 3, Fused.X_0_THEN_0_ELSE_1, realOther, words);
      reduce.max(batch * any, 3, 1, realOther, realAny);
      spread.spread(batch * any, 3, 1, realMask, realCounts);
      pointwise.apply(batch, any * 3, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, real, realCounts, words);
    }

    /**
     * <pre>{@code
     * i, f, g, o = real · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * context = h of every step, where real.mask is 1
     * }</pre>
     */
    private void context(int batch) {
      recurrent.forward(lstm4OverAnyx3Sequences, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), none(), none(),
          none(), context);
    }

    /** {@code hidden = context[-1]}. */
    private void hidden(int batch) {
      copy.columns(batch, 4, context, (any - 1) * 4, any * 4, hidden, 0, 4);
    }

    /**
     * <pre>{@code
     * i, f, g, o = real · context.kernel + h · context.recurrentKernel + context.bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * steps = h and c after the last step, where real.mask is 1
     * cell = steps[-1]
     * }</pre>
     */
    private void cell(int batch) {
      recurrent.forward(lstm4OverAnyx3GivesCell, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), none(), none(),
          none(), cellSteps);
      copy.columns(batch, 4, cellSteps, 4, 8, cell, 0, 4);
    }

    /** {@code both = concatenate<0>(hidden, cell)}. */
    private void both(int batch) {
      copy.columns(batch, 4, hidden, 0, 4, both, 0, 8);
      copy.columns(batch, 4, cell, 0, 4, both, 4, 8);
    }

    /** {@code level = both · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 8, 1, both, levelWeight.value(), level, Fused.X_PLUS_B, levelBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final int any = extent(0);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Spread spread = kernel(Spread.class);
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final Copy copy = kernel(Copy.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer words = slot(27 + any * 52, any * 3);
    private final Buffer levelTarget = slot(24, 1);
    private final Buffer levelShare = slot(25, 1);
    private final Buffer realOther = slot(27, any * 3);
    private final Buffer realAny = slot(27 + any * 64, any);
    private final Buffer realMask = realAny;
    private final Buffer realCounts = slot(27 + any * 55, any * 3);
    private final Buffer real = slot(27 + any * 58, any * 3);
    private final Buffer contextSaved = slot(27, any * 24);
    private final Buffer context = slot(27 + any * 24, any * 4);
    private final Buffer hidden = slot(8, 4);
    private final Buffer cellSaved = slot(27 + any * 24, any * 24);
    private final Buffer cellSteps = slot(0, 8);
    private final Buffer cell = slot(12, 4);
    private final Buffer both = cellSteps;
    private final Buffer level = slot(16, 1);
    private final Buffer levelLossTerms = slot(26, 1);
    private final Buffer levelLoss = levelLossTerms;
    private final Buffer levelLossTermsGradient = levelShare;
    private final Buffer levelGradient = level;
    private final Buffer bothGradient = slot(8, 8);
    private final Buffer hiddenGradient = slot(16, 4);
    private final Buffer cellGradient = slot(20, 4);
    private final Buffer cellStepsGradient = cellSteps;
    private final Buffer contextRecurrentKernelGradient = fixed(0, 64);
    private final Buffer contextBiasGradient = fixed(224, 16);
    private final Buffer contextKernelGradient = fixed(128, 48);
    private final Buffer contextRecurrentKernelGradient2 = contextRecurrentKernelGradient;
    private final Buffer contextBiasGradient2 = contextBiasGradient;
    private final Buffer contextGradient = slot(27 + any * 48, any * 4);
    private final Buffer contextRecurrentKernelGradient3 = fixed(64, 64);
    private final Buffer contextBiasGradient3 = fixed(240, 16);
    private final Buffer contextKernelGradient2 = fixed(176, 48);
    private final Buffer contextRecurrentKernelGradient4 = contextRecurrentKernelGradient3;
    private final Buffer contextBiasGradient4 = contextBiasGradient3;
    private final Buffer realGradient = slot(27 + any * 61, any * 3);
    private final Buffer realGradient2 = slot(27 + any * 24, any * 3);
    private final Buffer realGradient3 = realGradient;
    private final Buffer wordsGradient = realGradient;
    private final Recurrence lstm4OverAnyx3Sequences = Recurrence.of(
        Recurrence.Cell.LSTM, any, 3, 4, GATES_TANH_SIGMOID, Recurrence.Option.SEQUENCES);
    private final Recurrence lstm4OverAnyx3GivesCell = Recurrence.of(
        Recurrence.Cell.LSTM, any, 3, 4, GATES_TANH_SIGMOID, Recurrence.Option.GIVES_CELL);

    Training(int capacity, int any) {
      super(AnyLengthNetwork.this, capacity, /* perExample= */ 27 + 65L * any, /* perBatch= */ 256,
          any);
    }

    @Override
    public List<Buffer> inputs() {
      return list(words);
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
      real(batch);
      context(batch);
      hidden(batch);
      cell(batch);
      both(batch);
      level(batch);
      levelLoss(batch);
    }

    @Override
    public void backward(int batch) {
      levelLossBackward(batch);
      levelBackward(batch);
      bothBackward(batch);
      cellBackward(batch);
      hiddenBackward(batch);
      contextBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      cellTowardsInputs(batch);
      contextTowardsInputs(batch);
      realTowardsInputs(batch);
    }

    /**
     * <pre>{@code
     * other = words == 0 ? 0 : 1
     * any = max<1>(other)
     * counts = spread<1, 3>(any)
     * real = counts > 0 ? words : 0
     * }</pre>
     */
    private void real(int batch) {
      pointwise.apply(batch, any * 3, Fused.X_0_THEN_0_ELSE_1, realOther, words);
      reduce.max(batch * any, 3, 1, realOther, realAny);
      spread.spread(batch * any, 3, 1, realMask, realCounts);
      pointwise.apply(batch, any * 3, Fused.MASK_ABOVE_0_THEN_X_ELSE_0, real, realCounts, words);
    }

    /**
     * <pre>{@code
     * i, f, g, o = real · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * context = h of every step, where real.mask is 1
     * }</pre>
     */
    private void context(int batch) {
      recurrent.forward(lstm4OverAnyx3Sequences, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), none(), none(),
          contextSaved, context);
    }

    /** {@code hidden = context[-1]}. */
    private void hidden(int batch) {
      copy.columns(batch, 4, context, (any - 1) * 4, any * 4, hidden, 0, 4);
    }

    /**
     * <pre>{@code
     * i, f, g, o = real · context.kernel + h · context.recurrentKernel + context.bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * steps = h and c after the last step, where real.mask is 1
     * cell = steps[-1]
     * }</pre>
     */
    private void cell(int batch) {
      recurrent.forward(lstm4OverAnyx3GivesCell, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), none(), none(),
          cellSaved, cellSteps);
      copy.columns(batch, 4, cellSteps, 4, 8, cell, 0, 4);
    }

    /** {@code both = concatenate<0>(hidden, cell)}. */
    private void both(int batch) {
      copy.columns(batch, 4, hidden, 0, 4, both, 0, 8);
      copy.columns(batch, 4, cell, 0, 4, both, 4, 8);
    }

    /** {@code level = both · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 8, 1, both, levelWeight.value(), level, Fused.X_PLUS_B, levelBias.value());
    }

    /** {@code loss = square(level - target)}. */
    private void levelLoss(int batch) {
      pointwise.apply(batch, 1, Fused.SQUARE_P_MINUS_T, levelLossTerms, level, levelTarget);
    }

    private void levelLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_2_TIMES_P_MINUS_T, levelGradient,
          levelLossTermsGradient, level, levelTarget);
    }

    private void levelBackward(int batch) {
      reduce.sum(1, batch, 1, levelGradient, levelBias.gradient());
      matMul.multTransB(batch, 1, 8, levelGradient, levelWeight.value(), bothGradient);
      matMul.multTransA(8, batch, 1, both, levelGradient, levelWeight.gradient());
    }

    private void bothBackward(int batch) {
      copy.columns(batch, 4, bothGradient, 0, 8, hiddenGradient, 0, 4);
      copy.columns(batch, 4, bothGradient, 4, 8, cellGradient, 0, 4);
    }

    private void cellBackward(int batch) {
      fill(cellStepsGradient, batch * 8, 0);
      copy.columns(batch, 4, cellGradient, 0, 4, cellStepsGradient, 4, 8);
      recurrent.gradient(lstm4OverAnyx3GivesCell, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), cellSaved,
          cellStepsGradient, none(), contextKernelGradient, contextRecurrentKernelGradient,
          contextBiasGradient, none(), none());
    }

    private void hiddenBackward(int batch) {
      fill(contextGradient, batch * any * 4, 0);
      copy.columns(batch, 4, hiddenGradient, 0, 4, contextGradient, (any - 1) * 4, any * 4);
    }

    private void contextBackward(int batch) {
      recurrent.gradient(lstm4OverAnyx3Sequences, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), contextSaved,
          contextGradient, none(), contextKernelGradient2, contextRecurrentKernelGradient3,
          contextBiasGradient3, none(), none());
      pointwise.apply(1, 48, Fused.A_PLUS_B, contextKernel.gradient(), contextKernelGradient,
          contextKernelGradient2);
      pointwise.apply(1, 64, Fused.A_PLUS_B, contextRecurrentKernel.gradient(),
          contextRecurrentKernelGradient2, contextRecurrentKernelGradient4);
      pointwise.apply(1, 16, Fused.A_PLUS_B, contextBias.gradient(), contextBiasGradient2,
          contextBiasGradient4);
    }

    private void cellTowardsInputs(int batch) {
      recurrent.gradient(lstm4OverAnyx3GivesCell, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), cellSaved,
          cellStepsGradient, realGradient, none(), none(), none(), none(), none());
    }

    private void contextTowardsInputs(int batch) {
      recurrent.gradient(lstm4OverAnyx3Sequences, batch, real, contextKernel.value(),
          contextRecurrentKernel.value(), contextBias.value(), realMask, none(), contextSaved,
          contextGradient, realGradient2, none(), none(), none(), none(), none());
      pointwise.apply(batch, any * 3, Fused.A_PLUS_B, realGradient3, realGradient, realGradient2);
    }

    private void realTowardsInputs(int batch) {
      pointwise.apply(batch, any * 3, Fused.DY_TIMES_STEP_MASK, wordsGradient, realGradient3,
          realCounts);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
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
