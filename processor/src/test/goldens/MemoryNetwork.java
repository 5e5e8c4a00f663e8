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
 * The network declared by {@link Memory}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value    layer               shape       parameters   FLOPs   bytes
 * piece    input               [b, 4, 2]            0       0      32
 * memory   lstm(5), stateful   [b, 5]             190   1,920      20
 * level    dense(1)            [b, 1]               6      11       4
 *                                                 196   1,931
 * </pre>
 *
 * <p>196 parameters, 166 of them trained. For each example a prediction takes 1,931 FLOPs and 56
 * bytes that its rows share; training takes 576 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class MemoryNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 196;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 1_931;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 56;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 576;

  private static final Signature SIGNATURE = Signature.of("Memory").flops(FLOPS)
      .input("piece", 4, 2)
      .row("memory", "LSTM", /* parameters= */ 190, new int[] {5},
          "piece").text("lstm(5), stateful")
      .row("level", "Dense", /* parameters= */ 6, new int[] {1}, "memory").text("dense(1)")
      .output("level", "mean_squared_error", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private static final GateFunctions GATES_TANH_SIGMOID = new GateFunctions(Fused.TANH_X,
      Fused.ONE_MINUS_SQUARE_Y, Fused.SIGMOID_X, Fused.Y_TIMES_1_MINUS_Y);
  private static final Recurrence LSTM_5_OVER_4X2_STATEFUL = Recurrence.of(
      Recurrence.Cell.LSTM, 4, 2, 5, GATES_TANH_SIGMOID, Recurrence.Option.STATEFUL);

  private final Parameter memoryKernel = weight("memory.kernel", Initializers.glorotUniform(),
      2, 20);
  private final Parameter memoryRecurrentKernel = weight("memory.recurrentKernel",
      Initializers.orthogonal(1f), 5, 20);
  private final Parameter levelWeight = weight("level.weight", Initializers.glorotUniform(), 5, 1);
  private final Parameter memoryBias = parameter("memory.bias",
      Initializers.unitForgetBias(Initializers.zeros()), 20);
  private final Parameter levelBias = parameter("level.bias", Initializers.zeros(), 1);
  private final Parameter memoryHidden = state("memory.hidden", 3, 5);
  private final Parameter memoryCell = state("memory.cell", 3, 5);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public MemoryNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(MatMul.class, Pointwise.class, Recurrent.class,
        Reduce.class, Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param piece [b, 4, 2]
   * @param levelTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] piece, float[] levelTarget) {
    return Examples.of(Arrays.asList(Column.of("piece", 8, piece)),
        Arrays.asList(Column.of("level", 1, levelTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param piece [b, 4, 2]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] piece) {
    int examples = examples("piece", piece, 8);
    float[] level = new float[examples];
    predict(examples, piece, 0, level, 0);
    return level;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param piece [b, 4, 2], read
   * @param pieceAt where the first example begins
   * @param level [b, 1], written
   * @param levelAt where the first example begins
   */
  public void predict(int examples, float[] piece, int pieceAt, float[] level, int levelAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("piece", pass.piece, batch, 8, piece, pieceAt + done * 8);
      pass.forward(batch);
      get("level", pass.level, batch, 1, level, levelAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param piece [b, 4, 2]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] piece) {
    int examples = examples("piece", piece, 8);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("piece", pass.piece, batch, 8, piece, done * 8);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code piece}.
   *
   * @param piece [b, 4, 2]
   * @param levelTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] pieceGradient(float[] piece, float[] levelTarget) {
    int examples = examples("piece", piece, 8);
    requireExamples("level.target", levelTarget, examples, 1);
    Evaluation.check(this, examples(piece, levelTarget));
    Training pass = (Training) training(examples);
    put("piece", pass.piece, examples, 8, piece, 0);
    put("level.target", pass.levelTarget, examples, 1, levelTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[piece.length];
    get("piece", pass.pieceGradient, examples, 8, gradient, 0);
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
  public MemoryNetwork on(Backend backend) {
    return copyInto(new MemoryNetwork(backend, seed()));
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
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer piece = slot(0, 8);
    private final Buffer memory = slot(8, 5);
    private final Buffer level = slot(13, 1);

    Prediction(int capacity) {
      super(MemoryNetwork.this, capacity, /* perExample= */ 14, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(piece);
    }

    @Override
    public List<Buffer> outputs() {
      return list(level);
    }

    @Override
    public void forward(int batch) {
      memory(batch);
      level(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return piece;
        case 1:
          memory(batch);
          return memory;
        case 2:
          level(batch);
          return level;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /**
     * <pre>{@code
     * h, c = hidden, cell
     * i, f, g, o = piece · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * memory = h after the last step
     * }</pre>
     */
    private void memory(int batch) {
      recurrent.forward(LSTM_5_OVER_4X2_STATEFUL, batch, piece, memoryKernel.value(),
          memoryRecurrentKernel.value(), memoryBias.value(), none(), none(), memoryHidden.value(),
          memoryCell.value(), none(), memory);
    }

    /** {@code level = memory · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 5, 1, memory, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer piece = slot(120, 8);
    private final Buffer levelTarget = slot(141, 1);
    private final Buffer levelShare = slot(142, 1);
    private final Buffer memorySaved = slot(0, 120);
    private final Buffer memory = slot(128, 5);
    private final Buffer level = slot(133, 1);
    private final Buffer levelLossTerms = slot(143, 1);
    private final Buffer levelLoss = levelLossTerms;
    private final Buffer levelLossTermsGradient = levelShare;
    private final Buffer levelGradient = level;
    private final Buffer memoryGradient = slot(136, 5);
    private final Buffer pieceGradient = slot(128, 8);

    Training(int capacity) {
      super(MemoryNetwork.this, capacity, /* perExample= */ 144, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(piece);
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
      memory(batch);
      level(batch);
      levelLoss(batch);
    }

    @Override
    public void backward(int batch) {
      levelLossBackward(batch);
      levelBackward(batch);
      memoryBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      memoryTowardsInputs(batch);
    }

    /**
     * <pre>{@code
     * h, c = hidden, cell
     * i, f, g, o = piece · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * memory = h after the last step
     * }</pre>
     */
    private void memory(int batch) {
      recurrent.forward(LSTM_5_OVER_4X2_STATEFUL, batch, piece, memoryKernel.value(),
          memoryRecurrentKernel.value(), memoryBias.value(), none(), none(), memoryHidden.value(),
          memoryCell.value(), memorySaved, memory);
    }

    /** {@code level = memory · weight + bias}. */
    private void level(int batch) {
      matMul.mult(batch, 5, 1, memory, levelWeight.value(), level, Fused.X_PLUS_B,
          levelBias.value());
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
      matMul.multTransB(batch, 1, 5, levelGradient, levelWeight.value(), memoryGradient);
      matMul.multTransA(5, batch, 1, memory, levelGradient, levelWeight.gradient());
    }

    private void memoryBackward(int batch) {
      recurrent.gradient(LSTM_5_OVER_4X2_STATEFUL, batch, piece, memoryKernel.value(),
          memoryRecurrentKernel.value(), memoryBias.value(), none(), none(), memorySaved,
          memoryGradient, none(), memoryKernel.gradient(), memoryRecurrentKernel.gradient(),
          memoryBias.gradient(), none(), none());
    }

    private void memoryTowardsInputs(int batch) {
      recurrent.gradient(LSTM_5_OVER_4X2_STATEFUL, batch, piece, memoryKernel.value(),
          memoryRecurrentKernel.value(), memoryBias.value(), none(), none(), memorySaved,
          memoryGradient, pieceGradient, none(), none(), none(), none(), none());
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
