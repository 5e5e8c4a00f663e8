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
import org.synapt.kernel.Gather;
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
import org.synapt.network.Table;
import org.synapt.network.TrainingPass;
import org.synapt.persistence.ParameterFile;
import org.synapt.training.Evaluation;

/**
 * The network declared by {@link AnyWords}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value    layer                        shape         parameters   FLOPs   bytes
 * tokens   input                        [b, any]               0       0       4
 * words    embedding(20, 3), maskZero   [b, any, 3]           60       2      16
 * gist     lstm(2)                      [b, 2]                48     160       8
 * liked    dense(1), sigmoid            [b, 1]                 3       5       4
 *                                                            111     167
 * </pre>
 *
 * <p>111 parameters, all trained. For each example, where any is 1, a prediction takes 167 FLOPs
 * and 32 bytes that its rows share; training takes 112 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class AnyWordsNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 111;

  /** Floating-point operations of a prediction, for one example, where any is 1. */
  public static final long FLOPS = 167;

  /** Memory of a pass that predicts, for each example, where any is 1. */
  public static final long PREDICTION_BYTES = 32;

  /** Memory of a pass that trains, for each example, where any is 1. */
  public static final long TRAINING_BYTES = 112;

  private static final Signature SIGNATURE = Signature.of("AnyWords").flops(FLOPS)
      .input("tokens", Signature.ANY).below(20)
      .row("words", "Embedding", /* parameters= */ 60, new int[] {Signature.ANY, 3},
          "tokens").text("embedding(20, 3), maskZero")
      .row("gist", "LSTM", /* parameters= */ 48, new int[] {2}, "words").text("lstm(2)")
      .row("liked", "Dense", /* parameters= */ 3, new int[] {1}, "gist").text("dense(1), sigmoid")
      .output("liked", "binary_crossentropy", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private static final GateFunctions GATES_TANH_SIGMOID = new GateFunctions(Fused.TANH_X,
      Fused.ONE_MINUS_SQUARE_Y, Fused.SIGMOID_X, Fused.Y_TIMES_1_MINUS_Y);

  private final Parameter gistKernel = weight("gist.kernel", Initializers.glorotUniform(), 3, 8);
  private final Parameter gistRecurrentKernel = weight("gist.recurrentKernel",
      Initializers.orthogonal(1f), 2, 8);
  private final Parameter likedWeight = weight("liked.weight", Initializers.glorotUniform(), 2, 1);
  private final Table wordsEmbeddings = table("words.embeddings",
      Initializers.randomUniform(-0.05f, 0.05f), 20, 3);
  private final Parameter gistBias = parameter("gist.bias",
      Initializers.unitForgetBias(Initializers.zeros()), 8);
  private final Parameter likedBias = parameter("liked.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public AnyWordsNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Gather.class, MatMul.class, Pointwise.class,
        Recurrent.class, Reduce.class, Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param any the extent {@code any} of these arrays
   * @param tokens [b, any]
   * @param likedTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(int any, float[] tokens, float[] likedTarget) {
    return Examples.of(Arrays.asList(Column.of("tokens", any, tokens)),
        Arrays.asList(Column.of("liked", 1, likedTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param any the extent {@code any} of these arrays
   * @param tokens [b, any]
   * @return the predictions, one behind the other
   */
  public float[] predict(int any, float[] tokens) {
    int examples = examples("tokens", tokens, any);
    float[] liked = new float[examples];
    predict(examples, any, tokens, 0, liked, 0);
    return liked;
  }

  /**
   * Predicts into arrays of the caller's.
   *
   * @param examples how many
   * @param any the extent {@code any} of these arrays
   * @param tokens [b, any], read
   * @param tokensAt where the first example begins
   * @param liked [b, 1], written
   * @param likedAt where the first example begins
   */
  public void predict(int examples, int any, float[] tokens, int tokensAt, float[] liked,
      int likedAt) {
    requireWhole(SIGNATURE.inputs().get(0), tokens, tokensAt, examples, any);
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch, any);
      put("tokens", pass.tokens, batch, any, tokens, tokensAt + done * any);
      pass.forward(batch);
      get("liked", pass.liked, batch, 1, liked, likedAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param any the extent {@code any} of these arrays
   * @param tokens [b, any]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, int any, float[] tokens) {
    int examples = examples("tokens", tokens, any);
    float[] values = new float[examples * SIGNATURE.row(row).size(any)];
    requireWhole(SIGNATURE.inputs().get(0), tokens, 0, examples, any);
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch, any);
      put("tokens", pass.tokens, batch, any, tokens, done * any);
      pass.value(row, batch, values, done);
    }
    return values;
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
  public AnyWordsNetwork on(Backend backend) {
    return copyInto(new AnyWordsNetwork(backend, seed()));
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
    private final Gather gather = kernel(Gather.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer tokens = slot(3 + any * 3, any);
    private final Buffer words = slot(3, any * 3);
    private final Buffer wordsMask = slot(3 + any * 4, any);
    private final Buffer gist = slot(0, 2);
    private final Buffer liked = slot(2, 1);
    private final Recurrence lstm2OverAnyx3 = Recurrence.of(Recurrence.Cell.LSTM, any, 3, 2,
        GATES_TANH_SIGMOID);

    Prediction(int capacity, int any) {
      super(AnyWordsNetwork.this, capacity, /* perExample= */ 3 + 5L * any, /* perBatch= */ 0, any);
    }

    @Override
    public List<Buffer> inputs() {
      return list(tokens);
    }

    @Override
    public List<Buffer> outputs() {
      return list(liked);
    }

    @Override
    public void forward(int batch) {
      words(batch);
      gist(batch);
      liked(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return tokens;
        case 1:
          words(batch);
          return words;
        case 2:
          gist(batch);
          return gist;
        case 3:
          liked(batch);
          return liked;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code words = embeddings[tokens]; mask = tokens > 0 ? 1 : 0}. */
    private void words(int batch) {
      gather.rows(batch * any, 20, 3, wordsEmbeddings.rows(batch * any, tokens), tokens, words);
      pointwise.apply(batch, any, Fused.X_ABOVE_0_THEN_1_ELSE_0, wordsMask, tokens);
    }

    /**
     * <pre>{@code
     * i, f, g, o = words · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * gist = h after the last step, where words.mask is 1
     * }</pre>
     */
    private void gist(int batch) {
      recurrent.forward(lstm2OverAnyx3, batch, words, gistKernel.value(),
          gistRecurrentKernel.value(), gistBias.value(), wordsMask, none(), none(), none(), none(),
          gist);
    }

    /** {@code liked = sigmoid(gist · weight + bias)}. */
    private void liked(int batch) {
      matMul.mult(batch, 2, 1, gist, likedWeight.value(), liked, Fused.SIGMOID_X_PLUS_B,
          likedBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final int any = extent(0);
    private final Gather gather = kernel(Gather.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Recurrent recurrent = kernel(Recurrent.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer tokens = slot(8 + any * 18, any);
    private final Buffer likedTarget = slot(4, 1);
    private final Buffer likedShare = slot(5, 1);
    private final Buffer words = slot(8 + any * 12, any * 3);
    private final Buffer wordsMask = slot(8 + any * 19, any);
    private final Buffer gistSaved = slot(8, any * 12);
    private final Buffer gist = slot(0, 2);
    private final Buffer likedSum = slot(6, 1);
    private final Buffer liked = slot(2, 1);
    private final Buffer likedLossTerms = slot(7, 1);
    private final Buffer likedLoss = likedLossTerms;
    private final Buffer likedLossTermsGradient = likedShare;
    private final Buffer likedSumGradient = likedSum;
    private final Buffer gistGradient = slot(2, 2);
    private final Buffer wordsGradient = slot(8 + any * 15, any * 3);
    private final Recurrence lstm2OverAnyx3 = Recurrence.of(Recurrence.Cell.LSTM, any, 3, 2,
        GATES_TANH_SIGMOID);

    Training(int capacity, int any) {
      super(AnyWordsNetwork.this, capacity, /* perExample= */ 8 + 20L * any, /* perBatch= */ 0,
          any);
    }

    @Override
    public List<Buffer> inputs() {
      return list(tokens);
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
      words(batch);
      gist(batch);
      liked(batch);
      likedLoss(batch);
    }

    @Override
    public void backward(int batch) {
      likedLossBackward(batch);
      likedBackward(batch);
      gistBackward(batch);
      wordsBackward(batch);
    }

    /** Nothing is left to do: the gradients of inputs are not computed, or known by now. */
    @Override
    protected void inputGradients(int batch) {
    }

    /** {@code words = embeddings[tokens]; mask = tokens > 0 ? 1 : 0}. */
    private void words(int batch) {
      gather.rows(batch * any, 20, 3, wordsEmbeddings.rows(batch * any, tokens), tokens, words);
      pointwise.apply(batch, any, Fused.X_ABOVE_0_THEN_1_ELSE_0, wordsMask, tokens);
    }

    /**
     * <pre>{@code
     * i, f, g, o = words · kernel + h · recurrentKernel + bias
     * c = sigmoid(f) * c + sigmoid(i) * tanh(g)
     * h = sigmoid(o) * tanh(c)
     * gist = h after the last step, where words.mask is 1
     * }</pre>
     */
    private void gist(int batch) {
      recurrent.forward(lstm2OverAnyx3, batch, words, gistKernel.value(),
          gistRecurrentKernel.value(), gistBias.value(), wordsMask, none(), none(), none(),
          gistSaved, gist);
    }

    /** {@code sum = gist · weight + bias; liked = sigmoid(sum)}. */
    private void liked(int batch) {
      matMul.mult(batch, 2, 1, gist, likedWeight.value(), likedSum, Fused.X_PLUS_B,
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
      matMul.multTransB(batch, 1, 2, likedSumGradient, likedWeight.value(), gistGradient);
      matMul.multTransA(2, batch, 1, gist, likedSumGradient, likedWeight.gradient());
    }

    private void gistBackward(int batch) {
      recurrent.gradient(lstm2OverAnyx3, batch, words, gistKernel.value(),
          gistRecurrentKernel.value(), gistBias.value(), wordsMask, none(), gistSaved, gistGradient,
          wordsGradient, gistKernel.gradient(), gistRecurrentKernel.gradient(), gistBias.gradient(),
          none(), none());
    }

    private void wordsBackward(int batch) {
      gather.addRows(batch * any, 20, 3, tokens, wordsGradient,
          wordsEmbeddings.newGradient(batch * any, tokens));
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code x > 0 ? 1 : 0}. */
    static final Formula X_ABOVE_0_THEN_1_ELSE_0 = new Formula("x > 0 ? 1 : 0", 1, "x") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] > 0f ? 1f : 0f;
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
  }
}
