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
 * The network declared by {@link BothWays}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value     layer                                   shape       parameters   FLOPs   bytes
 * words     input                                   [b, 6, 3]            0       0      72
 * context   bidirectional gru(4)                    [b, 6, 8]          216   3,456     384
 * gist      bidirectional simpleRNN(5), ave, relu   [b, 5]             140   2,170      40
 * start     backward hidden state                   [b, 4]               0       0      16
 * all       concatenate                             [b, 9]               0       0      36
 * liked     dense(1), sigmoid                       [b, 1]              10      19       4
 *                                                                      366   5,645
 * </pre>
 *
 * <pre>
 * context of words
 * gist of context
 * start of context
 * all of gist, start
 * liked of all
 * </pre>
 *
 * <p>366 parameters, all trained. For each example a prediction takes 5,645 FLOPs and 456 bytes
 * that its rows share; training takes 2,044 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class BothWaysNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 366;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 5_645;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 456;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 2_044;

  private static final Signature SIGNATURE = Signature.of("BothWays").flops(FLOPS)
      .input("words", 6, 3)
      .row("context", "GRU", /* parameters= */ 216, new int[] {6, 8},
          "words").text("bidirectional gru(4)")
      .row("gist", "SimpleRNN", /* parameters= */ 140, new int[] {5},
          "context").text("bidirectional simpleRNN(5), ave, relu")
      .row("start", "State", /* parameters= */ 0, new int[] {4},
          "context").text("backward hidden state")
      .row("all", "Concatenate", /* parameters= */ 0, new int[] {9}, "gist",
          "start").text("concatenate")
      .row("liked", "Dense", /* parameters= */ 10, new int[] {1}, "all").text("dense(1), sigmoid")
      .output("liked", "binary_crossentropy", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private static final GateFunctions GATES_TANH_SIGMOID = new GateFunctions(Fused.TANH_X,
      Fused.ONE_MINUS_SQUARE_Y, Fused.SIGMOID_X, Fused.Y_TIMES_1_MINUS_Y);
  private static final GateFunctions GATES_RELU = new GateFunctions(Fused.RELU_X, Fused.STEP_Y,
      Fused.RELU_X, Fused.STEP_Y);
  private static final Recurrence GRU_4_OVER_6X3_SEQUENCES = Recurrence.of(
      Recurrence.Cell.GRU, 6, 3, 4, GATES_TANH_SIGMOID, Recurrence.Option.SEQUENCES,
      Recurrence.Option.RESET_AFTER);
  private static final Recurrence GRU_4_OVER_6X3_BACKWARD_SEQUENCES = Recurrence.of(
      Recurrence.Cell.GRU, 6, 3, 4, GATES_TANH_SIGMOID, Recurrence.Option.BACKWARD,
      Recurrence.Option.ALIGNED, Recurrence.Option.SEQUENCES, Recurrence.Option.RESET_AFTER);
  private static final Recurrence SIMPLE_RNN_5_OVER_6X8 = Recurrence.of(
      Recurrence.Cell.SIMPLE_RNN, 6, 8, 5, GATES_RELU);
  private static final Recurrence SIMPLE_RNN_5_OVER_6X8_BACKWARD = Recurrence.of(
      Recurrence.Cell.SIMPLE_RNN, 6, 8, 5, GATES_RELU, Recurrence.Option.BACKWARD);

  private final Parameter contextForwardKernel = weight("context.forward.kernel",
      Initializers.glorotUniform(), 3, 12);
  private final Parameter contextForwardRecurrentKernel = weight("context.forward.recurrentKernel",
      Initializers.orthogonal(1f), 4, 12);
  private final Parameter contextBackwardKernel = weight("context.backward.kernel",
      Initializers.glorotUniform(), 3, 12);
  private final Parameter contextBackwardRecurrentKernel =
      weight("context.backward.recurrentKernel",
      Initializers.orthogonal(1f), 4, 12);
  private final Parameter gistForwardKernel = weight("gist.forward.kernel",
      Initializers.glorotUniform(), 8, 5);
  private final Parameter gistForwardRecurrentKernel = weight("gist.forward.recurrentKernel",
      Initializers.orthogonal(1f), 5, 5);
  private final Parameter gistBackwardKernel = weight("gist.backward.kernel",
      Initializers.glorotUniform(), 8, 5);
  private final Parameter gistBackwardRecurrentKernel = weight("gist.backward.recurrentKernel",
      Initializers.orthogonal(1f), 5, 5);
  private final Parameter likedWeight = weight("liked.weight", Initializers.glorotUniform(), 9, 1);
  private final Parameter contextForwardBias = parameter("context.forward.bias",
      Initializers.zeros(), 2, 12);
  private final Parameter contextBackwardBias = parameter("context.backward.bias",
      Initializers.zeros(), 2, 12);
  private final Parameter gistForwardBias = parameter("gist.forward.bias", Initializers.zeros(), 5);
  private final Parameter gistBackwardBias = parameter("gist.backward.bias", Initializers.zeros(),
      5);
  private final Parameter likedBias = parameter("liked.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public BothWaysNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Copy.class, MatMul.class, Pointwise.class,
        Recurrent.class, Reduce.class, Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param words [b, 6, 3]
   * @param likedTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] words, float[] likedTarget) {
    return Examples.of(Arrays.asList(Column.of("words", 18, words)),
        Arrays.asList(Column.of("liked", 1, likedTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param words [b, 6, 3]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] words) {
    int examples = examples("words", words, 18);
    float[] liked = new float[examples];
    predict(examples, words, 0, liked, 0);
    return liked;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param words [b, 6, 3], read
   * @param wordsAt where the first example begins
   * @param liked [b, 1], written
   * @param likedAt where the first example begins
   */
  public void predict(int examples, float[] words, int wordsAt, float[] liked, int likedAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("words", pass.words, batch, 18, words, wordsAt + done * 18);
      pass.forward(batch);
      get("liked", pass.liked, batch, 1, liked, likedAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param words [b, 6, 3]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] words) {
    int examples = examples("words", words, 18);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("words", pass.words, batch, 18, words, done * 18);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code words}.
   *
   * @param words [b, 6, 3]
   * @param likedTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] wordsGradient(float[] words, float[] likedTarget) {
    int examples = examples("words", words, 18);
    requireExamples("liked.target", likedTarget, examples, 1);
    Evaluation.check(this, examples(words, likedTarget));
    Training pass = (Training) training(examples);
    put("words", pass.words, examples, 18, words, 0);
    put("liked.target", pass.likedTarget, examples, 1, likedTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[words.length];
    get("words", pass.wordsGradient3, examples, 18, gradient, 0);
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
  public BothWaysNetwork on(Backend backend) {
    return copyInto(new BothWaysNetwork(backend, seed()));
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
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer words = slot(96, 18);
    private final Buffer contextForwardSteps = slot(48, 24);
    private final Buffer contextBackwardSteps = slot(72, 24);
    private final Buffer context = slot(0, 48);
    private final Buffer gistForwardSteps = slot(48, 5);
    private final Buffer gistBackwardSteps = slot(53, 5);
    private final Buffer gist = gistForwardSteps;
    private final Buffer start = slot(9, 4);
    private final Buffer all = slot(0, 9);
    private final Buffer liked = slot(9, 1);

    Prediction(int capacity) {
      super(BothWaysNetwork.this, capacity, /* perExample= */ 114, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(words);
    }

    @Override
    public List<Buffer> outputs() {
      return list(liked);
    }

    @Override
    public void forward(int batch) {
      context(batch);
      gist(batch);
      start(batch);
      all(batch);
      liked(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return words;
        case 1:
          context(batch);
          return context;
        case 2:
          gist(batch);
          return gist;
        case 3:
          start(batch);
          return start;
        case 4:
          all(batch);
          return all;
        case 5:
          liked(batch);
          return liked;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /**
     * <pre>{@code
     * z, r, g = words · forward.kernel + forward.bias[0]
     * hz, hr, hg = h · forward.recurrentKernel + forward.bias[1]
     * z, r = sigmoid(z + hz), sigmoid(r + hr)
     * h = z * h + (1 - z) * tanh(g + r * hg)
     * forward.steps = h of every step
     * z, r, g = words · backward.kernel + backward.bias[0]
     * hz, hr, hg = h · backward.recurrentKernel + backward.bias[1]
     * z, r = sigmoid(z + hz), sigmoid(r + hr)
     * h = z * h + (1 - z) * tanh(g + r * hg)
     * backward.steps = h of every step, read backward
     * context = concatenate<1>(forward.steps, backward.steps)
     * }</pre>
     */
    private void context(int batch) {
      recurrent.forward(GRU_4_OVER_6X3_SEQUENCES, batch, words, contextForwardKernel.value(),
          contextForwardRecurrentKernel.value(), contextForwardBias.value(), none(), none(), none(),
          none(), none(), contextForwardSteps);
      recurrent.forward(GRU_4_OVER_6X3_BACKWARD_SEQUENCES, batch, words,
          contextBackwardKernel.value(), contextBackwardRecurrentKernel.value(),
          contextBackwardBias.value(), none(), none(), none(), none(), none(),
          contextBackwardSteps);
      copy.columns(batch * 6, 4, contextForwardSteps, 0, 4, context, 0, 8);
      copy.columns(batch * 6, 4, contextBackwardSteps, 0, 4, context, 4, 8);
    }

    /**
     * <pre>{@code
     * h = relu(context · forward.kernel + h · forward.recurrentKernel + forward.bias)
     * forward.steps = h after the last step
     * h = relu(context · backward.kernel + h · backward.recurrentKernel + backward.bias)
     * backward.steps = h after the first step, read backward
     * gist = (forward.steps + backward.steps) / 2
     * }</pre>
     */
    private void gist(int batch) {
      recurrent.forward(SIMPLE_RNN_5_OVER_6X8, batch, context, gistForwardKernel.value(),
          gistForwardRecurrentKernel.value(), gistForwardBias.value(), none(), none(), none(),
          none(), none(), gistForwardSteps);
      recurrent.forward(SIMPLE_RNN_5_OVER_6X8_BACKWARD, batch, context, gistBackwardKernel.value(),
          gistBackwardRecurrentKernel.value(), gistBackwardBias.value(), none(), none(), none(),
          none(), none(), gistBackwardSteps);
      pointwise.apply(batch, 5, Fused.F_PLUS_B_OVER_2, gist, gistForwardSteps, gistBackwardSteps);
    }

    /** {@code start = context.backward.steps[0]}. */
    private void start(int batch) {
      copy.columns(batch, 4, contextBackwardSteps, 0, 24, start, 0, 4);
    }

    /** {@code all = concatenate<0>(gist, start)}. */
    private void all(int batch) {
      copy.columns(batch, 5, gist, 0, 5, all, 0, 9);
      copy.columns(batch, 4, start, 0, 4, all, 5, 9);
    }

    /** {@code liked = sigmoid(all · weight + bias)}. */
    private void liked(int batch) {
      matMul.mult(batch, 9, 1, all, likedWeight.value(), liked, Fused.SIGMOID_X_PLUS_B,
          likedBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final Copy copy = kernel(Copy.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer words = slot(480, 18);
    private final Buffer likedTarget = slot(508, 1);
    private final Buffer likedShare = slot(509, 1);
    private final Buffer contextForwardSaved = slot(0, 120);
    private final Buffer contextForwardSteps = slot(240, 24);
    private final Buffer contextBackwardSaved = slot(120, 120);
    private final Buffer contextBackwardSteps = slot(408, 24);
    private final Buffer context = slot(360, 48);
    private final Buffer gistForwardSaved = slot(240, 60);
    private final Buffer gistForwardSteps = slot(432, 5);
    private final Buffer gistBackwardSaved = slot(300, 60);
    private final Buffer gistBackwardSteps = slot(437, 5);
    private final Buffer gist = gistForwardSteps;
    private final Buffer start = slot(437, 4);
    private final Buffer all = slot(408, 9);
    private final Buffer likedSum = slot(426, 1);
    private final Buffer liked = slot(417, 1);
    private final Buffer likedLossTerms = slot(510, 1);
    private final Buffer likedLoss = likedLossTerms;
    private final Buffer likedLossTermsGradient = likedShare;
    private final Buffer likedSumGradient = likedSum;
    private final Buffer allGradient = slot(417, 9);
    private final Buffer gistGradient = slot(498, 5);
    private final Buffer startGradient = slot(408, 4);
    private final Buffer contextBackwardStepsGradient = slot(456, 24);
    private final Buffer gistForwardStepsGradient = slot(503, 5);
    private final Buffer gistBackwardStepsGradient = gistGradient;
    private final Buffer contextGradient = slot(408, 48);
    private final Buffer contextGradient2 = slot(300, 48);
    private final Buffer contextGradient3 = contextGradient;
    private final Buffer contextForwardStepsGradient = contextForwardSteps;
    private final Buffer contextBackwardStepsGradient2 = slot(264, 24);
    private final Buffer contextBackwardStepsGradient3 = contextBackwardStepsGradient;
    private final Buffer wordsGradient = slot(264, 18);
    private final Buffer wordsGradient2 = slot(120, 18);
    private final Buffer wordsGradient3 = wordsGradient;

    Training(int capacity) {
      super(BothWaysNetwork.this, capacity, /* perExample= */ 511, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(words);
    }

    @Override
    public List<Buffer> outputs() {
      return list(liked);
    }

    @Override
    public List<Buffer> targets() {
      return list(likedTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(likedLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(likedShare);
    }

    @Override
    public void forward(int batch) {
      context(batch);
      gist(batch);
      start(batch);
      all(batch);
      liked(batch);
      likedLoss(batch);
    }

    @Override
    public void backward(int batch) {
      likedLossBackward(batch);
      likedBackward(batch);
      allBackward(batch);
      startBackward(batch);
      gistBackward(batch);
      contextBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      contextTowardsInputs(batch);
    }

    /**
     * <pre>{@code
     * z, r, g = words · forward.kernel + forward.bias[0]
     * hz, hr, hg = h · forward.recurrentKernel + forward.bias[1]
     * z, r = sigmoid(z + hz), sigmoid(r + hr)
     * h = z * h + (1 - z) * tanh(g + r * hg)
     * forward.steps = h of every step
     * z, r, g = words · backward.kernel + backward.bias[0]
     * hz, hr, hg = h · backward.recurrentKernel + backward.bias[1]
     * z, r = sigmoid(z + hz), sigmoid(r + hr)
     * h = z * h + (1 - z) * tanh(g + r * hg)
     * backward.steps = h of every step, read backward
     * context = concatenate<1>(forward.steps, backward.steps)
     * }</pre>
     */
    private void context(int batch) {
      recurrent.forward(GRU_4_OVER_6X3_SEQUENCES, batch, words, contextForwardKernel.value(),
          contextForwardRecurrentKernel.value(), contextForwardBias.value(), none(), none(), none(),
          none(), contextForwardSaved, contextForwardSteps);
      recurrent.forward(GRU_4_OVER_6X3_BACKWARD_SEQUENCES, batch, words,
          contextBackwardKernel.value(), contextBackwardRecurrentKernel.value(),
          contextBackwardBias.value(), none(), none(), none(), none(), contextBackwardSaved,
          contextBackwardSteps);
      copy.columns(batch * 6, 4, contextForwardSteps, 0, 4, context, 0, 8);
      copy.columns(batch * 6, 4, contextBackwardSteps, 0, 4, context, 4, 8);
    }

    /**
     * <pre>{@code
     * h = relu(context · forward.kernel + h · forward.recurrentKernel + forward.bias)
     * forward.steps = h after the last step
     * h = relu(context · backward.kernel + h · backward.recurrentKernel + backward.bias)
     * backward.steps = h after the first step, read backward
     * gist = (forward.steps + backward.steps) / 2
     * }</pre>
     */
    private void gist(int batch) {
      recurrent.forward(SIMPLE_RNN_5_OVER_6X8, batch, context, gistForwardKernel.value(),
          gistForwardRecurrentKernel.value(), gistForwardBias.value(), none(), none(), none(),
          none(), gistForwardSaved, gistForwardSteps);
      recurrent.forward(SIMPLE_RNN_5_OVER_6X8_BACKWARD, batch, context, gistBackwardKernel.value(),
          gistBackwardRecurrentKernel.value(), gistBackwardBias.value(), none(), none(), none(),
          none(), gistBackwardSaved, gistBackwardSteps);
      pointwise.apply(batch, 5, Fused.F_PLUS_B_OVER_2, gist, gistForwardSteps, gistBackwardSteps);
    }

    /** {@code start = context.backward.steps[0]}. */
    private void start(int batch) {
      copy.columns(batch, 4, contextBackwardSteps, 0, 24, start, 0, 4);
    }

    /** {@code all = concatenate<0>(gist, start)}. */
    private void all(int batch) {
      copy.columns(batch, 5, gist, 0, 5, all, 0, 9);
      copy.columns(batch, 4, start, 0, 4, all, 5, 9);
    }

    /** {@code sum = all · weight + bias; liked = sigmoid(sum)}. */
    private void liked(int batch) {
      matMul.mult(batch, 9, 1, all, likedWeight.value(), likedSum, Fused.X_PLUS_B,
          likedBias.value());
      pointwise.apply(batch, 1, Fused.SIGMOID_X, liked, likedSum);
    }

    /** {@code loss = softplus(sum) - sum * target}. */
    private void likedLoss(int batch) {
      pointwise.apply(batch, 1, Fused.SOFTPLUS_Z_MINUS_Z_TIMES_T, likedLossTerms, likedSum,
          likedTarget);
    }

    private void likedLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_SIGMOID_Z_MINUS_T, likedSumGradient,
          likedLossTermsGradient, likedSum, likedTarget);
    }

    private void likedBackward(int batch) {
      reduce.sum(1, batch, 1, likedSumGradient, likedBias.gradient());
      matMul.multTransB(batch, 1, 9, likedSumGradient, likedWeight.value(), allGradient);
      matMul.multTransA(9, batch, 1, all, likedSumGradient, likedWeight.gradient());
    }

    private void allBackward(int batch) {
      copy.columns(batch, 5, allGradient, 0, 9, gistGradient, 0, 5);
      copy.columns(batch, 4, allGradient, 5, 9, startGradient, 0, 4);
    }

    private void startBackward(int batch) {
      fill(contextBackwardStepsGradient, batch * 24, 0);
      copy.columns(batch, 4, startGradient, 0, 4, contextBackwardStepsGradient, 0, 24);
    }

    private void gistBackward(int batch) {
      pointwise.apply(batch, 5, Fused.DY_TIMES_0_5, gistForwardStepsGradient, gistGradient);
      pointwise.apply(batch, 5, Fused.DY_TIMES_0_5, gistBackwardStepsGradient, gistGradient);
      recurrent.gradient(SIMPLE_RNN_5_OVER_6X8_BACKWARD, batch, context, gistBackwardKernel.value(),
          gistBackwardRecurrentKernel.value(), gistBackwardBias.value(), none(), none(),
          gistBackwardSaved, gistBackwardStepsGradient, contextGradient,
          gistBackwardKernel.gradient(), gistBackwardRecurrentKernel.gradient(),
          gistBackwardBias.gradient(), none(), none());
      recurrent.gradient(SIMPLE_RNN_5_OVER_6X8, batch, context, gistForwardKernel.value(),
          gistForwardRecurrentKernel.value(), gistForwardBias.value(), none(), none(),
          gistForwardSaved, gistForwardStepsGradient, contextGradient2,
          gistForwardKernel.gradient(), gistForwardRecurrentKernel.gradient(),
          gistForwardBias.gradient(), none(), none());
      pointwise.apply(batch, 48, Fused.A_PLUS_B, contextGradient3, contextGradient,
          contextGradient2);
    }

    private void contextBackward(int batch) {
      copy.columns(batch * 6, 4, contextGradient3, 0, 8, contextForwardStepsGradient, 0, 4);
      copy.columns(batch * 6, 4, contextGradient3, 4, 8, contextBackwardStepsGradient2, 0, 4);
      pointwise.apply(batch, 24, Fused.A_PLUS_B, contextBackwardStepsGradient3,
          contextBackwardStepsGradient, contextBackwardStepsGradient2);
      recurrent.gradient(GRU_4_OVER_6X3_BACKWARD_SEQUENCES, batch, words,
          contextBackwardKernel.value(), contextBackwardRecurrentKernel.value(),
          contextBackwardBias.value(), none(), none(), contextBackwardSaved,
          contextBackwardStepsGradient3, none(), contextBackwardKernel.gradient(),
          contextBackwardRecurrentKernel.gradient(), contextBackwardBias.gradient(), none(),
          none());
      recurrent.gradient(GRU_4_OVER_6X3_SEQUENCES, batch, words, contextForwardKernel.value(),
          contextForwardRecurrentKernel.value(), contextForwardBias.value(), none(), none(),
          contextForwardSaved, contextForwardStepsGradient, none(), contextForwardKernel.gradient(),
          contextForwardRecurrentKernel.gradient(), contextForwardBias.gradient(), none(), none());
    }

    private void contextTowardsInputs(int batch) {
      recurrent.gradient(GRU_4_OVER_6X3_BACKWARD_SEQUENCES, batch, words,
          contextBackwardKernel.value(), contextBackwardRecurrentKernel.value(),
          contextBackwardBias.value(), none(), none(), contextBackwardSaved,
          contextBackwardStepsGradient3, wordsGradient, none(), none(), none(), none(), none());
      recurrent.gradient(GRU_4_OVER_6X3_SEQUENCES, batch, words, contextForwardKernel.value(),
          contextForwardRecurrentKernel.value(), contextForwardBias.value(), none(), none(),
          contextForwardSaved, contextForwardStepsGradient, wordsGradient2, none(), none(), none(),
          none(), none());
      pointwise.apply(batch, 18, Fused.A_PLUS_B, wordsGradient3, wordsGradient, wordsGradient2);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code (f + b) / 2}. */
    static final Formula F_PLUS_B_OVER_2 = new Formula("(f + b) / 2", 2, "f", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] f = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = (f[j] + b[j]) / 2f;
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

    /** {@code relu(x)}. */
    static final Formula RELU_X = new Formula("relu(x)", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.relu(x[j]);
        }
      }
    };

    /** {@code step(y)}. */
    static final Formula STEP_Y = new Formula("step(y)", 1, "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] y = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = Functions.step(y[j]);
        }
      }
    };
  }
}
