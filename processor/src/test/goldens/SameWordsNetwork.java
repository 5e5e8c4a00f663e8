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
import org.synapt.kernel.Gather;
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
import org.synapt.network.Table;
import org.synapt.network.TrainingPass;
import org.synapt.persistence.ParameterFile;
import org.synapt.training.Evaluation;

/**
 * The network declared by {@link SameWords}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value        layer               of                    shape          parameters   FLOPs   bytes
 * left         input                                     [b, 4]                  0       0      16
 * right        input                                     [b, 2, 3]               0       0      24
 * leftWords    embedding(9, 2)     left                  [b, 4, 2]              18       0      32
 * rightWords   embedding(9, 2)     right                 [b, 2, 3, 2]            0       0      48
 * leftGist     flatten             leftWords             [b, 8]                  0       0       0
 * rightGist    flatten             rightWords            [b, 12]                 0       0       0
 * both         concatenate         leftGist, rightGist   [b, 20]                 0       0      80
 * same         dense(1), sigmoid   both                  [b, 1]                 21      41       4
 *                                                                               39      41
 * </pre>
 *
 * <p>39 parameters, all trained. For each example a prediction takes 41 FLOPs and 200 bytes that
 * its rows share; training takes 216 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class SameWordsNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 39;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 41;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 200;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 216;

  private static final Signature SIGNATURE = Signature.of("SameWords").flops(FLOPS)
      .input("left", 4).below(9)
      .input("right", 2, 3).below(9)
      .row("leftWords", "Embedding", /* parameters= */ 18, new int[] {4, 2},
          "left").text("embedding(9, 2)")
      .row("rightWords", "Embedding", /* parameters= */ 0, new int[] {2, 3, 2},
          "right").text("embedding(9, 2)")
      .row("leftGist", "Flatten", /* parameters= */ 0, new int[] {8}, "leftWords").text("flatten")
      .row("rightGist", "Flatten", /* parameters= */ 0, new int[] {12},
          "rightWords").text("flatten")
      .row("both", "Concatenate", /* parameters= */ 0, new int[] {20}, "leftGist",
          "rightGist").text("concatenate")
      .row("same", "Dense", /* parameters= */ 21, new int[] {1}, "both").text("dense(1), sigmoid")
      .output("same", "binary_crossentropy", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private final Parameter sameWeight = weight("same.weight", Initializers.glorotUniform(), 20, 1);
  private final Table wordsEmbeddings = table("words.embeddings",
      Initializers.randomUniform(-0.05f, 0.05f), 9, 2);
  private final Parameter sameBias = parameter("same.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public SameWordsNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(Copy.class, Gather.class, MatMul.class,
        Pointwise.class, Reduce.class, Share.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param left [b, 4]
   * @param right [b, 2, 3]
   * @param sameTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] left, float[] right, float[] sameTarget) {
    return Examples.of(Arrays.asList(Column.of("left", 4, left), Column.of("right", 6, right)),
        Arrays.asList(Column.of("same", 1, sameTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param left [b, 4]
   * @param right [b, 2, 3]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] left, float[] right) {
    int examples = examples("left", left, 4);
    requireExamples("right", right, examples, 6);
    float[] same = new float[examples];
    predict(examples, left, 0, right, 0, same, 0);
    return same;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param left [b, 4], read
   * @param leftAt where the first example begins
   * @param right [b, 2, 3], read
   * @param rightAt where the first example begins
   * @param same [b, 1], written
   * @param sameAt where the first example begins
   */
  public void predict(int examples, float[] left, int leftAt, float[] right, int rightAt,
      float[] same, int sameAt) {
    requireWhole(SIGNATURE.inputs().get(0), left, leftAt, examples, 4);
    requireWhole(SIGNATURE.inputs().get(1), right, rightAt, examples, 6);
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("left", pass.left, batch, 4, left, leftAt + done * 4);
      put("right", pass.right, batch, 6, right, rightAt + done * 6);
      pass.forward(batch);
      get("same", pass.same, batch, 1, same, sameAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param left [b, 4]
   * @param right [b, 2, 3]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] left, float[] right) {
    int examples = examples("left", left, 4);
    requireExamples("right", right, examples, 6);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    requireWhole(SIGNATURE.inputs().get(0), left, 0, examples, 4);
    requireWhole(SIGNATURE.inputs().get(1), right, 0, examples, 6);
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("left", pass.left, batch, 4, left, done * 4);
      put("right", pass.right, batch, 6, right, done * 6);
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
  public SameWordsNetwork on(Backend backend) {
    return copyInto(new SameWordsNetwork(backend, seed()));
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
    private final Gather gather = kernel(Gather.class);
    private final Copy copy = kernel(Copy.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Buffer left = slot(46, 4);
    private final Buffer right = slot(40, 6);
    private final Buffer leftWords = slot(32, 8);
    private final Buffer rightWords = slot(20, 12);
    private final Buffer leftGist = leftWords;
    private final Buffer rightGist = rightWords;
    private final Buffer both = slot(0, 20);
    private final Buffer same = slot(20, 1);

    Prediction(int capacity) {
      super(SameWordsNetwork.this, capacity, /* perExample= */ 50, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(left, right);
    }

    @Override
    public List<Buffer> outputs() {
      return list(same);
    }

    @Override
    public void forward(int batch) {
      leftWords(batch);
      rightWords(batch);
      both(batch);
      same(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return left;
        case 1:
          return right;
        case 2:
          leftWords(batch);
          return leftWords;
        case 3:
          rightWords(batch);
          return rightWords;
        case 4:
          return leftGist;
        case 5:
          return rightGist;
        case 6:
          both(batch);
          return both;
        case 7:
          same(batch);
          return same;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /** {@code leftWords = words.embeddings[left]}. */
    private void leftWords(int batch) {
      gather.rows(batch * 4, 9, 2, wordsEmbeddings.rows(batch * 4, left), left, leftWords);
    }

    /** {@code rightWords = words.embeddings[right]}. */
    private void rightWords(int batch) {
      gather.rows(batch * 6, 9, 2, wordsEmbeddings.rows(batch * 6, right), right, rightWords);
    }

    /** {@code both = concatenate<0>(leftGist, rightGist)}. */
    private void both(int batch) {
      copy.columns(batch, 8, leftGist, 0, 8, both, 0, 20);
      copy.columns(batch, 12, rightGist, 0, 12, both, 8, 20);
    }

    /** {@code same = sigmoid(both · weight + bias)}. */
    private void same(int batch) {
      matMul.mult(batch, 20, 1, both, sameWeight.value(), same, Fused.SIGMOID_X_PLUS_B,
          sameBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final Gather gather = kernel(Gather.class);
    private final Copy copy = kernel(Copy.class);
    private final MatMul matMul = kernel(MatMul.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer left = slot(46, 4);
    private final Buffer right = slot(40, 6);
    private final Buffer sameTarget = slot(50, 1);
    private final Buffer sameShare = slot(51, 1);
    private final Buffer leftWords = slot(32, 8);
    private final Buffer rightWords = slot(20, 12);
    private final Buffer leftGist = leftWords;
    private final Buffer rightGist = rightWords;
    private final Buffer both = slot(0, 20);
    private final Buffer sameSum = slot(52, 1);
    private final Buffer same = slot(20, 1);
    private final Buffer sameLossTerms = slot(53, 1);
    private final Buffer sameLoss = sameLossTerms;
    private final Buffer sameLossTermsGradient = sameShare;
    private final Buffer sameSumGradient = sameSum;
    private final Buffer bothGradient = slot(20, 20);
    private final Buffer leftGistGradient = slot(12, 8);
    private final Buffer rightGistGradient = slot(0, 12);
    private final Buffer rightWordsGradient = rightGistGradient;
    private final Buffer leftWordsGradient = leftGistGradient;

    Training(int capacity) {
      super(SameWordsNetwork.this, capacity, /* perExample= */ 54, /* perBatch= */ 0);
    }

    @Override
    public List<Buffer> inputs() {
      return list(left, right);
    }

    @Override
    public List<Buffer> outputs() {
      return list(same);
    }

    @Override
    public List<Buffer> targets() {
      return list(sameTarget);
    }

    @Override
    protected List<Buffer> losses() {
      return list(sameLoss);
    }

    @Override
    protected List<Buffer> shares() {
      return list(sameShare);
    }

    @Override
    public void forward(int batch) {
      leftWords(batch);
      rightWords(batch);
      both(batch);
      same(batch);
      sameLoss(batch);
    }

    @Override
    public void backward(int batch) {
      sameLossBackward(batch);
      sameBackward(batch);
      bothBackward(batch);
      rightWordsBackward(batch);
      leftWordsBackward(batch);
    }

    /** Nothing is left to do: the gradients of inputs are not computed, or known by now. */
    @Override
    protected void inputGradients(int batch) {
    }

    /** {@code leftWords = words.embeddings[left]}. */
    private void leftWords(int batch) {
      gather.rows(batch * 4, 9, 2, wordsEmbeddings.rows(batch * 4, left), left, leftWords);
    }

    /** {@code rightWords = words.embeddings[right]}. */
    private void rightWords(int batch) {
      gather.rows(batch * 6, 9, 2, wordsEmbeddings.rows(batch * 6, right), right, rightWords);
    }

    /** {@code both = concatenate<0>(leftGist, rightGist)}. */
    private void both(int batch) {
      copy.columns(batch, 8, leftGist, 0, 8, both, 0, 20);
      copy.columns(batch, 12, rightGist, 0, 12, both, 8, 20);
    }

    /** {@code sum = both · weight + bias; same = sigmoid(sum)}. */
    private void same(int batch) {
      matMul.mult(batch, 20, 1, both, sameWeight.value(), sameSum, Fused.X_PLUS_B,
          sameBias.value());
      pointwise.apply(batch, 1, Fused.SIGMOID_X, same, sameSum);
    }

    /** {@code loss = softplus(sum) - sum * target}. */
    private void sameLoss(int batch) {
      pointwise.apply(batch, 1, Fused.SOFTPLUS_Z_MINUS_Z_TIMES_T, sameLossTerms, sameSum,
          sameTarget);
    }

    private void sameLossBackward(int batch) {
      pointwise.apply(batch, 1, Fused.DY_TIMES_SIGMOID_Z_MINUS_T, sameSumGradient,
          sameLossTermsGradient, sameSum, sameTarget);
    }

    private void sameBackward(int batch) {
      reduce.sum(1, batch, 1, sameSumGradient, sameBias.gradient());
      matMul.multTransB(batch, 1, 20, sameSumGradient, sameWeight.value(), bothGradient);
      matMul.multTransA(20, batch, 1, both, sameSumGradient, sameWeight.gradient());
    }

    private void bothBackward(int batch) {
      copy.columns(batch, 8, bothGradient, 0, 20, leftGistGradient, 0, 8);
      copy.columns(batch, 12, bothGradient, 8, 20, rightGistGradient, 0, 12);
    }

    private void rightWordsBackward(int batch) {
      gather.addRows(batch * 6, 9, 2, right, rightWordsGradient,
          wordsEmbeddings.newGradient(batch * 6, right));
    }

    private void leftWordsBackward(int batch) {
      gather.addRows(batch * 4, 9, 2, left, leftWordsGradient, wordsEmbeddings.gradient(batch * 4,
          left));
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
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
  }
}
