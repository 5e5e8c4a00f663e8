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
import org.synapt.kernel.BatchMatMul;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.Permute;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Softmax;
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
 * The network declared by {@link Transformer}. Generated: change the declaration, not this file.
 *
 * <pre>
 * value               layer                       shape       parameters   FLOPs   bytes
 * words               input                       [b, 7, 4]            0       0     112
 * encoder.attention   multiHeadAttention(2 x 3)   [b, 7, 4]          118   3,108     896
 * encoder.seen        add                         [b, 7, 4]            0      28     112
 * encoder.even        layerNormalization          [b, 7, 4]            8     196     112
 * encoder.wide        dense(5), relu              [b, 7, 5]           25     315     140
 * encoder.narrow      dense(4)                    [b, 7, 4]           24     308     112
 * encoder.known       add                         [b, 7, 4]            0      28     112
 * encoder.encoded     layerNormalization          [b, 7, 4]            8     196     112
 * gist                globalMaxPooling1D          [b, 4]               0      28      16
 * kept                dropout(0.5)                [b, 4]               0       0       0
 * liked               dense(1), sigmoid           [b, 1]               5       9       4
 *                                                                    188   4,216
 * </pre>
 *
 * <pre>
 * encoder.attention of words
 * encoder.seen of words, encoder.attention
 * encoder.even of encoder.seen
 * encoder.wide of encoder.even
 * encoder.narrow of encoder.wide
 * encoder.known of encoder.even, encoder.narrow
 * encoder.encoded of encoder.known
 * gist of encoder.encoded
 * kept of gist
 * liked of kept
 * </pre>
 *
 * <p>188 parameters, all trained. For each example a prediction takes 4,216 FLOPs and 1,008 bytes
 * that its rows share; training takes 2,044 bytes.
 */
@Generated("org.synapt.processor.NetworkProcessor")
public final class TransformerNetwork extends Network {
  /** Floats of all parameters. */
  public static final int PARAMETERS = 188;

  /** Floating-point operations of a prediction, for one example. */
  public static final long FLOPS = 4_216;

  /** Memory of a pass that predicts, for each example. */
  public static final long PREDICTION_BYTES = 1_008;

  /** Memory of a pass that trains, for each example. */
  public static final long TRAINING_BYTES = 2_044;

  private static final Signature SIGNATURE = Signature.of("Transformer").flops(FLOPS)
      .input("words", 7, 4)
      .row("encoder.attention", "MultiHeadAttention", /* parameters= */ 118, new int[] {7, 4},
          "words").text("multiHeadAttention(2 x 3)")
      .row("encoder.seen", "Add", /* parameters= */ 0, new int[] {7, 4}, "words",
          "encoder.attention").text("add")
      .row("encoder.even", "LayerNormalization", /* parameters= */ 8, new int[] {7, 4},
          "encoder.seen").text("layerNormalization")
      .row("encoder.wide", "Dense", /* parameters= */ 25, new int[] {7, 5},
          "encoder.even").text("dense(5), relu")
      .row("encoder.narrow", "Dense", /* parameters= */ 24, new int[] {7, 4},
          "encoder.wide").text("dense(4)")
      .row("encoder.known", "Add", /* parameters= */ 0, new int[] {7, 4}, "encoder.even",
          "encoder.narrow").text("add")
      .row("encoder.encoded", "LayerNormalization", /* parameters= */ 8, new int[] {7, 4},
          "encoder.known").text("layerNormalization")
      .row("gist", "GlobalMaxPooling1D", /* parameters= */ 0, new int[] {4},
          "encoder.encoded").text("globalMaxPooling1D")
      .row("kept", "Dropout", /* parameters= */ 0, new int[] {4}, "gist").text("dropout(0.5)")
      .row("liked", "Dense", /* parameters= */ 5, new int[] {1}, "kept").text("dense(1), sigmoid")
      .output("liked", "binary_crossentropy", /* weight= */ 1f, new int[] {1},
          /* target= */ new int[] {1}, "")
      .build();

  private final Parameter encoderAttentionQueryKernel = weight("encoder.attention.query.kernel",
      Initializers.glorotUniform(), 4, 2, 3);
  private final Parameter encoderAttentionKeyKernel = weight("encoder.attention.key.kernel",
      Initializers.glorotUniform(), 4, 2, 3);
  private final Parameter encoderAttentionValueKernel = weight("encoder.attention.value.kernel",
      Initializers.glorotUniform(), 4, 2, 3);
  private final Parameter encoderAttentionAttentionOutputKernel =
      weight("encoder.attention.attentionOutput.kernel",
      Initializers.glorotUniform(), 2, 3, 4);
  private final Parameter encoderWideWeight = weight("encoder.wide.weight",
      Initializers.glorotUniform(), 4, 5);
  private final Parameter encoderNarrowWeight = weight("encoder.narrow.weight",
      Initializers.glorotUniform(), 5, 4);
  private final Parameter likedWeight = weight("liked.weight", Initializers.glorotUniform(), 4, 1);
  private final Parameter encoderAttentionQueryBias = parameter("encoder.attention.query.bias",
      Initializers.zeros(), 2, 3);
  private final Parameter encoderAttentionKeyBias = parameter("encoder.attention.key.bias",
      Initializers.zeros(), 2, 3);
  private final Parameter encoderAttentionValueBias = parameter("encoder.attention.value.bias",
      Initializers.zeros(), 2, 3);
  private final Parameter encoderAttentionAttentionOutputBias =
      parameter("encoder.attention.attentionOutput.bias",
      Initializers.zeros(), 4);
  private final Parameter encoderEvenGamma = parameter("encoder.even.gamma", Initializers.ones(),
      4);
  private final Parameter encoderEvenBeta = parameter("encoder.even.beta", Initializers.zeros(), 4);
  private final Parameter encoderWideBias = parameter("encoder.wide.bias", Initializers.zeros(), 5);
  private final Parameter encoderNarrowBias = parameter("encoder.narrow.bias", Initializers.zeros(),
      4);
  private final Parameter encoderEncodedGamma = parameter("encoder.encoded.gamma",
      Initializers.ones(), 4);
  private final Parameter encoderEncodedBeta = parameter("encoder.encoded.beta",
      Initializers.zeros(), 4);
  private final Parameter likedBias = parameter("liked.bias", Initializers.zeros(), 1);

  /**
   * A network that starts anew.
   *
   * @param backend where it runs
   * @param seed what everything random follows from
   */
  public TransformerNetwork(Backend backend, Seed seed) {
    super(backend, seed, SIGNATURE, Arrays.asList(BatchMatMul.class, LayerNormalization.class,
        MatMul.class, Permute.class, Pointwise.class, RandomMask.class, Reduce.class, Share.class,
        Softmax.class, Spread.class));
  }

  /**
   * Examples to learn from, each array with one behind the other.
   *
   * @param words [b, 7, 4]
   * @param likedTarget [b, 1]
   * @return the examples
   */
  public static Examples examples(float[] words, float[] likedTarget) {
    return Examples.of(Arrays.asList(Column.of("words", 28, words)),
        Arrays.asList(Column.of("liked", 1, likedTarget)));
  }

  /**
   * Predicts, for each example.
   *
   * @param words [b, 7, 4]
   * @return the predictions, one behind the other
   */
  public float[] predict(float[] words) {
    int examples = examples("words", words, 28);
    float[] liked = new float[examples];
    predict(examples, words, 0, liked, 0);
    return liked;
  }

  /**
   * Predicts into arrays of the caller's, and allocates nothing.
   *
   * @param examples how many
   * @param words [b, 7, 4], read
   * @param wordsAt where the first example begins
   * @param liked [b, 1], written
   * @param likedAt where the first example begins
   */
  public void predict(int examples, float[] words, int wordsAt, float[] liked, int likedAt) {
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("words", pass.words, batch, 28, words, wordsAt + done * 28);
      pass.forward(batch);
      get("liked", pass.liked, batch, 1, liked, likedAt + done);
    }
  }

  /**
   * The value of a row, for each example.
   *
   * @param row the row's name
   * @param words [b, 7, 4]
   * @return the values, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public float[] value(String row, float[] words) {
    int examples = examples("words", words, 28);
    float[] values = new float[examples * SIGNATURE.row(row).size()];
    for (int done = 0; done < examples; done += LARGEST_BATCH) {
      int batch = Math.min(examples - done, LARGEST_BATCH);
      Prediction pass = (Prediction) prediction(batch);
      put("words", pass.words, batch, 28, words, done * 28);
      pass.value(row, batch, values, done);
    }
    return values;
  }

  /**
   * The derivative of the loss of all examples together by {@code words}.
   *
   * @param words [b, 7, 4]
   * @param likedTarget [b, 1]
   * @return the derivative, example by example
   */
  public float[] wordsGradient(float[] words, float[] likedTarget) {
    int examples = examples("words", words, 28);
    requireExamples("liked.target", likedTarget, examples, 1);
    Evaluation.check(this, examples(words, likedTarget));
    Training pass = (Training) training(examples);
    put("words", pass.words, examples, 28, words, 0);
    put("liked.target", pass.likedTarget, examples, 1, likedTarget, 0);
    pass.gradients(examples);
    float[] gradient = new float[words.length];
    get("words", pass.wordsGradient6, examples, 28, gradient, 0);
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
  public TransformerNetwork on(Backend backend) {
    return copyInto(new TransformerNetwork(backend, seed()));
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
    private final Permute permute = kernel(Permute.class);
    private final BatchMatMul batchMatMul = kernel(BatchMatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final LayerNormalization layerNormalization = kernel(LayerNormalization.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final Buffer words = slot(224, 28);
    private final Buffer encoderAttentionScaledQuery = slot(0, 42);
    private final Buffer encoderAttentionQueryParted = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionQueryHeads = slot(98, 42);
    private final Buffer encoderAttentionKey = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionKeyParted = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionKeyHeads = slot(140, 42);
    private final Buffer encoderAttentionValue = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionValueParted = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionValueHeads = slot(182, 42);
    private final Buffer encoderAttentionScores = slot(0, 98);
    private final Buffer encoderAttentionWeights = encoderAttentionScores;
    private final Buffer encoderAttentionContext = encoderAttentionQueryHeads;
    private final Buffer encoderAttentionContexts = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionContexts2 = encoderAttentionScaledQuery;
    private final Buffer encoderAttention = slot(42, 28);
    private final Buffer encoderSeen = encoderAttention;
    private final Buffer encoderEven = encoderAttention;
    private final Buffer encoderWide = slot(0, 35);
    private final Buffer encoderNarrow = slot(70, 28);
    private final Buffer encoderKnown = encoderAttention;
    private final Buffer encoderEncoded = encoderAttention;
    private final Buffer gist = slot(0, 4);
    private final Buffer liked = slot(4, 1);
    private final int[] encoderAttentionQueryHeadsExtents = {7, 2, 3};
    private final int[] encoderAttentionQueryHeadsOrder = {1, 0, 2};
    private final int[] encoderAttentionKeyHeadsExtents = {7, 2, 3};
    private final int[] encoderAttentionKeyHeadsOrder = {1, 0, 2};
    private final int[] encoderAttentionValueHeadsExtents = {7, 2, 3};
    private final int[] encoderAttentionValueHeadsOrder = {1, 0, 2};
    private final int[] encoderAttentionContextsExtents = {2, 7, 3};
    private final int[] encoderAttentionContextsOrder = {1, 0, 2};

    Prediction(int capacity) {
      super(TransformerNetwork.this, capacity, /* perExample= */ 252, /* perBatch= */ 0);
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
      encoderAttention(batch);
      encoderSeen(batch);
      encoderEven(batch);
      encoderWide(batch);
      encoderNarrow(batch);
      encoderKnown(batch);
      encoderEncoded(batch);
      gist(batch);
      liked(batch);
    }

    @Override
    protected Buffer row(int row, int batch) {
      switch (row) {
        case 0:
          return words;
        case 1:
          encoderAttention(batch);
          return encoderAttention;
        case 2:
          encoderSeen(batch);
          return encoderSeen;
        case 3:
          encoderEven(batch);
          return encoderEven;
        case 4:
          encoderWide(batch);
          return encoderWide;
        case 5:
          encoderNarrow(batch);
          return encoderNarrow;
        case 6:
          encoderKnown(batch);
          return encoderKnown;
        case 7:
          encoderEncoded(batch);
          return encoderEncoded;
        case 8:
          gist(batch);
          return gist;
        case 9:
          return gist;
        case 10:
          liked(batch);
          return liked;
        default:
          throw new IndexOutOfBoundsException("no row " + row);
      }
    }

    /**
     * <pre>{@code
     * scaledQuery = 0.57735026 * (words · query.kernel + query.bias)
     * queryHeads = permute<[1, 0, 2]>(scaledQuery)
     * key = words · key.kernel + key.bias
     * keyHeads = permute<[1, 0, 2]>(key)
     * value = words · value.kernel + value.bias
     * valueHeads = permute<[1, 0, 2]>(value)
     * scores = batchMultTransB(queryHeads, keyHeads)
     * weights = softmax(scores)
     * context = batchMult(weights, valueHeads)
     * contexts = permute<[1, 0, 2]>(context)
     * encoder.attention = contexts · attentionOutput.kernel + attentionOutput.bias
     * }</pre>
     */
    private void encoderAttention(int batch) {
      matMul.mult(batch * 7, 4, 6, words, encoderAttentionQueryKernel.value(),
          encoderAttentionScaledQuery, Fused.N0_577_TIMES_X_PLUS_B,
          encoderAttentionQueryBias.value());
      permute.permute(batch, encoderAttentionQueryHeadsExtents, encoderAttentionQueryHeadsOrder,
          encoderAttentionQueryParted, encoderAttentionQueryHeads);
      matMul.mult(batch * 7, 4, 6, words, encoderAttentionKeyKernel.value(), encoderAttentionKey,
          Fused.X_PLUS_B, encoderAttentionKeyBias.value());
      permute.permute(batch, encoderAttentionKeyHeadsExtents, encoderAttentionKeyHeadsOrder,
          encoderAttentionKeyParted, encoderAttentionKeyHeads);
      matMul.mult(batch * 7, 4, 6, words, encoderAttentionValueKernel.value(),
          encoderAttentionValue, Fused.X_PLUS_B, encoderAttentionValueBias.value());
      permute.permute(batch, encoderAttentionValueHeadsExtents, encoderAttentionValueHeadsOrder,
          encoderAttentionValueParted, encoderAttentionValueHeads);
      batchMatMul.multTransB(batch * 2, 7, 3, 7, encoderAttentionQueryHeads,
          encoderAttentionKeyHeads, encoderAttentionScores);
      softmax.softmax(batch * 14, 7, encoderAttentionScores, encoderAttentionWeights);
      batchMatMul.mult(batch * 2, 7, 7, 3, encoderAttentionWeights, encoderAttentionValueHeads,
          encoderAttentionContext);
      permute.permute(batch, encoderAttentionContextsExtents, encoderAttentionContextsOrder,
          encoderAttentionContext, encoderAttentionContexts);
      matMul.mult(batch * 7, 6, 4, encoderAttentionContexts2,
          encoderAttentionAttentionOutputKernel.value(), encoderAttention, Fused.X_PLUS_B,
          encoderAttentionAttentionOutputBias.value());
    }

    /** {@code encoder.seen = words + encoder.attention}. */
    private void encoderSeen(int batch) {
      pointwise.apply(batch, 28, Fused.X1_PLUS_X2, encoderSeen, words, encoderAttention);
    }

    /** {@code encoder.even = gamma * (encoder.seen - mean) / sqrt(variance + 0.001) + beta}. */
    private void encoderEven(int batch) {
      layerNormalization.forward(batch * 7, 4, 0.001f, encoderSeen, encoderEvenGamma.value(),
          encoderEvenBeta.value(), none(), encoderEven);
    }

    /** {@code encoder.wide = relu(encoder.even · weight + bias)}. */
    private void encoderWide(int batch) {
      matMul.mult(batch * 7, 4, 5, encoderEven, encoderWideWeight.value(), encoderWide,
          Fused.RELU_X_PLUS_B, encoderWideBias.value());
    }

    /** {@code encoder.narrow = encoder.wide · weight + bias}. */
    private void encoderNarrow(int batch) {
      matMul.mult(batch * 7, 5, 4, encoderWide, encoderNarrowWeight.value(), encoderNarrow,
          Fused.X_PLUS_B, encoderNarrowBias.value());
    }

    /** {@code encoder.known = encoder.even + encoder.narrow}. */
    private void encoderKnown(int batch) {
      pointwise.apply(batch, 28, Fused.X1_PLUS_X2, encoderKnown, encoderEven, encoderNarrow);
    }

    /** {@code encoder.encoded = gamma * (encoder.known - mean) / sqrt(variance + 0.001) + beta}. */
    private void encoderEncoded(int batch) {
      layerNormalization.forward(batch * 7, 4, 0.001f, encoderKnown, encoderEncodedGamma.value(),
          encoderEncodedBeta.value(), none(), encoderEncoded);
    }

    /** {@code gist = max<0>(encoder.encoded)}. */
    private void gist(int batch) {
      reduce.max(batch, 7, 4, encoderEncoded, gist);
    }

    /** {@code liked = sigmoid(gist · weight + bias)}. */
    private void liked(int batch) {
      matMul.mult(batch, 4, 1, gist, likedWeight.value(), liked, Fused.SIGMOID_X_PLUS_B,
          likedBias.value());
    }
  }

  /** Rows forward and backward; what a gradient reads is kept until then. */
  private final class Training extends TrainingPass {
    private final MatMul matMul = kernel(MatMul.class);
    private final Permute permute = kernel(Permute.class);
    private final BatchMatMul batchMatMul = kernel(BatchMatMul.class);
    private final Softmax softmax = kernel(Softmax.class);
    private final Pointwise pointwise = kernel(Pointwise.class);
    private final LayerNormalization layerNormalization = kernel(LayerNormalization.class);
    private final Reduce reduce = kernel(Reduce.class);
    private final RandomMask randomMask = kernel(RandomMask.class);
    private final Spread spread = kernel(Spread.class);
    private final Buffer words = slot(364, 28);
    private final Buffer likedTarget = slot(508, 1);
    private final Buffer likedShare = slot(509, 1);
    private final Buffer encoderAttentionScaledQuery = slot(0, 42);
    private final Buffer encoderAttentionQueryParted = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionQueryHeads = slot(196, 42);
    private final Buffer encoderAttentionKey = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionKeyParted = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionKeyHeads = slot(238, 42);
    private final Buffer encoderAttentionValue = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionValueParted = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionValueHeads = slot(280, 42);
    private final Buffer encoderAttentionScores = slot(0, 98);
    private final Buffer encoderAttentionWeights = encoderAttentionScores;
    private final Buffer encoderAttentionContext = slot(98, 42);
    private final Buffer encoderAttentionContexts = slot(140, 42);
    private final Buffer encoderAttentionContexts2 = encoderAttentionContexts;
    private final Buffer encoderAttention = slot(392, 28);
    private final Buffer encoderSeen = encoderAttention;
    private final Buffer encoderEvenSaved = slot(182, 14);
    private final Buffer encoderEven = slot(420, 28);
    private final Buffer encoderWide = slot(98, 35);
    private final Buffer encoderNarrow = slot(322, 28);
    private final Buffer encoderKnown = encoderNarrow;
    private final Buffer encoderEncodedSaved = slot(350, 14);
    private final Buffer encoderEncoded = slot(448, 28);
    private final Buffer gist = slot(133, 4);
    private final Buffer keptMask = slot(476, 4);
    private final Buffer kept = slot(480, 4);
    private final Buffer likedSum = slot(137, 1);
    private final Buffer liked = slot(138, 1);
    private final Buffer likedLossTerms = slot(510, 1);
    private final Buffer likedLoss = likedLossTerms;
    private final Buffer likedLossTermsGradient = likedShare;
    private final Buffer likedSumGradient = likedSum;
    private final Buffer keptGradient = slot(504, 4);
    private final Buffer gistGradient = keptGradient;
    private final Buffer gistPartGradient = slot(476, 28);
    private final Buffer gistPartGradient2 = encoderEncoded;
    private final Buffer gistPartGradient3 = gist;
    private final Buffer gistPartGradient4 = keptGradient;
    private final Buffer gistPartGradient5 = gistPartGradient;
    private final Buffer encoderEncodedGradient = encoderEncoded;
    private final Buffer encoderKnownGradient = encoderEncoded;
    private final Buffer encoderWideGradient = slot(322, 35);
    private final Buffer encoderWideSumGradient = encoderWideGradient;
    private final Buffer encoderEvenGradient = slot(98, 28);
    private final Buffer encoderEvenGradient2 = encoderEncoded;
    private final Buffer encoderSeenGradient = encoderEncoded;
    private final Buffer encoderAttentionContexts2Gradient = encoderAttentionContext;
    private final Buffer encoderAttentionContextsGradient = encoderAttentionContext;
    private final Buffer encoderAttentionContextGradient = slot(322, 42);
    private final Buffer encoderAttentionWeightsGradient = slot(98, 98);
    private final Buffer encoderAttentionValueHeadsGradient = encoderAttentionValueHeads;
    private final Buffer encoderAttentionScoresGradient = encoderAttentionWeightsGradient;
    private final Buffer encoderAttentionQueryHeadsGradient = encoderAttentionScaledQuery;
    private final Buffer encoderAttentionKeyHeadsGradient = slot(42, 42);
    private final Buffer encoderAttentionValuePartedGradient = slot(84, 42);
    private final Buffer encoderAttentionValueGradient = encoderAttentionValuePartedGradient;
    private final Buffer encoderAttentionKeyPartedGradient = slot(126, 42);
    private final Buffer encoderAttentionKeyGradient = encoderAttentionKeyPartedGradient;
    private final Buffer encoderAttentionQueryPartedGradient = encoderAttentionKeyHeadsGradient;
    private final Buffer encoderAttentionScaledQueryGradient = encoderAttentionKeyHeadsGradient;
    private final Buffer encoderAttentionQueryGradient = encoderAttentionKeyHeadsGradient;
    private final Buffer wordsGradient = slot(0, 28);
    private final Buffer wordsGradient3 = slot(84, 28);
    private final Buffer wordsGradient5 = slot(112, 28);
    private final Buffer wordsGradient6 = encoderEncoded;
    private final int[] encoderAttentionQueryHeadsExtents = {7, 2, 3};
    private final int[] encoderAttentionQueryHeadsOrder = {1, 0, 2};
    private final int[] encoderAttentionKeyHeadsExtents = {7, 2, 3};
    private final int[] encoderAttentionKeyHeadsOrder = {1, 0, 2};
    private final int[] encoderAttentionValueHeadsExtents = {7, 2, 3};
    private final int[] encoderAttentionValueHeadsOrder = {1, 0, 2};
    private final int[] encoderAttentionContextsExtents = {2, 7, 3};
    private final int[] encoderAttentionContextsOrder = {1, 0, 2};
    private final int[] encoderAttentionContextGradientExtents = {7, 2, 3};
    private final int[] encoderAttentionContextGradientOrder = {1, 0, 2};
    private final int[] encoderAttentionValuePartedGradientExtents = {2, 7, 3};
    private final int[] encoderAttentionValuePartedGradientOrder = {1, 0, 2};
    private final int[] encoderAttentionKeyPartedGradientExtents = {2, 7, 3};
    private final int[] encoderAttentionKeyPartedGradientOrder = {1, 0, 2};
    private final int[] encoderAttentionQueryPartedGradientExtents = {2, 7, 3};
    private final int[] encoderAttentionQueryPartedGradientOrder = {1, 0, 2};
    private final Buffer[] wordsGradient6Operands = {encoderSeenGradient, wordsGradient,
        wordsGradient3, wordsGradient5};

    Training(int capacity) {
      super(TransformerNetwork.this, capacity, /* perExample= */ 511, /* perBatch= */ 0);
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
      encoderAttention(batch);
      encoderSeen(batch);
      encoderEven(batch);
      encoderWide(batch);
      encoderNarrow(batch);
      encoderKnown(batch);
      encoderEncoded(batch);
      gist(batch);
      kept(batch);
      liked(batch);
      likedLoss(batch);
    }

    @Override
    public void backward(int batch) {
      likedLossBackward(batch);
      likedBackward(batch);
      keptBackward(batch);
      gistBackward(batch);
      encoderEncodedBackward(batch);
      encoderNarrowBackward(batch);
      encoderWideBackward(batch);
      encoderEvenBackward(batch);
      encoderAttentionBackward(batch);
    }

    /** What training does not ask for: from the first rows on to the inputs. */
    @Override
    protected void inputGradients(int batch) {
      encoderAttentionTowardsInputs(batch);
    }

    /**
     * <pre>{@code
     * scaledQuery = 0.57735026 * (words · query.kernel + query.bias)
     * queryHeads = permute<[1, 0, 2]>(scaledQuery)
     * key = words · key.kernel + key.bias
     * keyHeads = permute<[1, 0, 2]>(key)
     * value = words · value.kernel + value.bias
     * valueHeads = permute<[1, 0, 2]>(value)
     * scores = batchMultTransB(queryHeads, keyHeads)
     * weights = softmax(scores)
     * context = batchMult(weights, valueHeads)
     * contexts = permute<[1, 0, 2]>(context)
     * encoder.attention = contexts · attentionOutput.kernel + attentionOutput.bias
     * }</pre>
     */
    private void encoderAttention(int batch) {
      matMul.mult(batch * 7, 4, 6, words, encoderAttentionQueryKernel.value(),
          encoderAttentionScaledQuery, Fused.N0_577_TIMES_X_PLUS_B,
          encoderAttentionQueryBias.value());
      permute.permute(batch, encoderAttentionQueryHeadsExtents, encoderAttentionQueryHeadsOrder,
          encoderAttentionQueryParted, encoderAttentionQueryHeads);
      matMul.mult(batch * 7, 4, 6, words, encoderAttentionKeyKernel.value(), encoderAttentionKey,
          Fused.X_PLUS_B, encoderAttentionKeyBias.value());
      permute.permute(batch, encoderAttentionKeyHeadsExtents, encoderAttentionKeyHeadsOrder,
          encoderAttentionKeyParted, encoderAttentionKeyHeads);
      matMul.mult(batch * 7, 4, 6, words, encoderAttentionValueKernel.value(),
          encoderAttentionValue, Fused.X_PLUS_B, encoderAttentionValueBias.value());
      permute.permute(batch, encoderAttentionValueHeadsExtents, encoderAttentionValueHeadsOrder,
          encoderAttentionValueParted, encoderAttentionValueHeads);
      batchMatMul.multTransB(batch * 2, 7, 3, 7, encoderAttentionQueryHeads,
          encoderAttentionKeyHeads, encoderAttentionScores);
      softmax.softmax(batch * 14, 7, encoderAttentionScores, encoderAttentionWeights);
      batchMatMul.mult(batch * 2, 7, 7, 3, encoderAttentionWeights, encoderAttentionValueHeads,
          encoderAttentionContext);
      permute.permute(batch, encoderAttentionContextsExtents, encoderAttentionContextsOrder,
          encoderAttentionContext, encoderAttentionContexts);
      matMul.mult(batch * 7, 6, 4, encoderAttentionContexts2,
          encoderAttentionAttentionOutputKernel.value(), encoderAttention, Fused.X_PLUS_B,
          encoderAttentionAttentionOutputBias.value());
    }

    /** {@code encoder.seen = words + encoder.attention}. */
    private void encoderSeen(int batch) {
      pointwise.apply(batch, 28, Fused.X1_PLUS_X2, encoderSeen, words, encoderAttention);
    }

    /** {@code encoder.even = gamma * (encoder.seen - mean) / sqrt(variance + 0.001) + beta}. */
    private void encoderEven(int batch) {
      layerNormalization.forward(batch * 7, 4, 0.001f, encoderSeen, encoderEvenGamma.value(),
          encoderEvenBeta.value(), encoderEvenSaved, encoderEven);
    }

    /** {@code encoder.wide = relu(encoder.even · weight + bias)}. */
    private void encoderWide(int batch) {
      matMul.mult(batch * 7, 4, 5, encoderEven, encoderWideWeight.value(), encoderWide,
          Fused.RELU_X_PLUS_B, encoderWideBias.value());
    }

    /** {@code encoder.narrow = encoder.wide · weight + bias}. */
    private void encoderNarrow(int batch) {
      matMul.mult(batch * 7, 5, 4, encoderWide, encoderNarrowWeight.value(), encoderNarrow,
          Fused.X_PLUS_B, encoderNarrowBias.value());
    }

    /** {@code encoder.known = encoder.even + encoder.narrow}. */
    private void encoderKnown(int batch) {
      pointwise.apply(batch, 28, Fused.X1_PLUS_X2, encoderKnown, encoderEven, encoderNarrow);
    }

    /** {@code encoder.encoded = gamma * (encoder.known - mean) / sqrt(variance + 0.001) + beta}. */
    private void encoderEncoded(int batch) {
      layerNormalization.forward(batch * 7, 4, 0.001f, encoderKnown, encoderEncodedGamma.value(),
          encoderEncodedBeta.value(), encoderEncodedSaved, encoderEncoded);
    }

    /** {@code gist = max<0>(encoder.encoded)}. */
    private void gist(int batch) {
      reduce.max(batch, 7, 4, encoderEncoded, gist);
    }

    /** {@code mask = randomMask<0.5, 9, [4]>(); kept = gist * mask}. */
    private void kept(int batch) {
      randomMask.fill(batch * 4, rate(0.5f), key(9), keptMask);
      pointwise.apply(batch, 4, Fused.X_TIMES_MASK, kept, gist, keptMask);
    }

    /** {@code sum = kept · weight + bias; liked = sigmoid(sum)}. */
    private void liked(int batch) {
      matMul.mult(batch, 4, 1, kept, likedWeight.value(), likedSum, Fused.X_PLUS_B,
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
      matMul.multTransB(batch, 1, 4, likedSumGradient, likedWeight.value(), keptGradient);
      matMul.multTransA(4, batch, 1, kept, likedSumGradient, likedWeight.gradient());
    }

    private void keptBackward(int batch) {
      pointwise.apply(batch, 4, Fused.DY_TIMES_MASK, gistGradient, keptGradient, keptMask);
    }

    private void gistBackward(int batch) {
      spread.spread(batch, 7, 4, gist, gistPartGradient);
      pointwise.apply(batch, 28, Fused.X_FROM_Y_THEN_1_ELSE_0, gistPartGradient2, encoderEncoded,
          gistPartGradient);
      reduce.sum(batch, 7, 4, gistPartGradient2, gistPartGradient3);
      pointwise.apply(batch, 4, Fused.DY_OVER_N, gistPartGradient4, gistGradient,
          gistPartGradient3);
      spread.spread(batch, 7, 4, gistPartGradient4, gistPartGradient5);
      pointwise.apply(batch, 28, Fused.MASK_TIMES_DY, encoderEncodedGradient, gistPartGradient2,
          gistPartGradient5);
    }

    private void encoderEncodedBackward(int batch) {
      layerNormalization.gradient(batch * 7, 4, encoderKnown, encoderEncodedGamma.value(),
          encoderEncodedSaved, encoderEncodedGradient, encoderEncodedGamma.gradient(),
          encoderEncodedBeta.gradient(), encoderKnownGradient);
    }

    private void encoderNarrowBackward(int batch) {
      reduce.sum(1, batch * 7, 4, encoderKnownGradient, encoderNarrowBias.gradient());
      matMul.multTransB(batch * 7, 4, 5, encoderKnownGradient, encoderNarrowWeight.value(),
          encoderWideGradient);
      matMul.multTransA(5, batch * 7, 4, encoderWide, encoderKnownGradient,
          encoderNarrowWeight.gradient());
    }

    private void encoderWideBackward(int batch) {
      pointwise.apply(batch, 35, Fused.DY_TIMES_STEP_Y, encoderWideSumGradient, encoderWideGradient,
          encoderWide);
      reduce.sum(1, batch * 7, 5, encoderWideSumGradient, encoderWideBias.gradient());
      matMul.multTransB(batch * 7, 5, 4, encoderWideSumGradient, encoderWideWeight.value(),
          encoderEvenGradient);
      pointwise.apply(batch, 28, Fused.A_PLUS_B, encoderEvenGradient2, encoderKnownGradient,
          encoderEvenGradient);
      matMul.multTransA(4, batch * 7, 5, encoderEven, encoderWideSumGradient,
          encoderWideWeight.gradient());
    }

    private void encoderEvenBackward(int batch) {
      layerNormalization.gradient(batch * 7, 4, encoderSeen, encoderEvenGamma.value(),
          encoderEvenSaved, encoderEvenGradient2, encoderEvenGamma.gradient(),
          encoderEvenBeta.gradient(), encoderSeenGradient);
    }

    private void encoderAttentionBackward(int batch) {
      reduce.sum(1, batch * 7, 4, encoderSeenGradient,
          encoderAttentionAttentionOutputBias.gradient());
      matMul.multTransB(batch * 7, 4, 6, encoderSeenGradient,
          encoderAttentionAttentionOutputKernel.value(), encoderAttentionContexts2Gradient);
      matMul.multTransA(6, batch * 7, 4, encoderAttentionContexts2, encoderSeenGradient,
          encoderAttentionAttentionOutputKernel.gradient());
      permute.permute(batch, encoderAttentionContextGradientExtents,
          encoderAttentionContextGradientOrder, encoderAttentionContextsGradient,
          encoderAttentionContextGradient);
      batchMatMul.multTransB(batch * 2, 7, 3, 7, encoderAttentionContextGradient,
          encoderAttentionValueHeads, encoderAttentionWeightsGradient);
      batchMatMul.multTransA(batch * 2, 7, 7, 3, encoderAttentionWeights,
          encoderAttentionContextGradient, encoderAttentionValueHeadsGradient);
      softmax.softmaxGradient(batch * 14, 7, encoderAttentionWeights,
          encoderAttentionWeightsGradient, encoderAttentionScoresGradient);
      batchMatMul.mult(batch * 2, 7, 7, 3, encoderAttentionScoresGradient, encoderAttentionKeyHeads,
          encoderAttentionQueryHeadsGradient);
      batchMatMul.multTransA(batch * 2, 7, 7, 3, encoderAttentionScoresGradient,
          encoderAttentionQueryHeads, encoderAttentionKeyHeadsGradient);
      permute.permute(batch, encoderAttentionValuePartedGradientExtents,
          encoderAttentionValuePartedGradientOrder, encoderAttentionValueHeadsGradient,
          encoderAttentionValuePartedGradient);
      reduce.sum(1, batch * 7, 6, encoderAttentionValueGradient,
          encoderAttentionValueBias.gradient());
      matMul.multTransA(4, batch * 7, 6, words, encoderAttentionValueGradient,
          encoderAttentionValueKernel.gradient());
      permute.permute(batch, encoderAttentionKeyPartedGradientExtents,
          encoderAttentionKeyPartedGradientOrder, encoderAttentionKeyHeadsGradient,
          encoderAttentionKeyPartedGradient);
      reduce.sum(1, batch * 7, 6, encoderAttentionKeyGradient, encoderAttentionKeyBias.gradient());
      matMul.multTransA(4, batch * 7, 6, words, encoderAttentionKeyGradient,
          encoderAttentionKeyKernel.gradient());
      permute.permute(batch, encoderAttentionQueryPartedGradientExtents,
          encoderAttentionQueryPartedGradientOrder, encoderAttentionQueryHeadsGradient,
          encoderAttentionQueryPartedGradient);
      pointwise.apply(batch, 42, Fused.DY_TIMES_0_577, encoderAttentionQueryGradient,
          encoderAttentionScaledQueryGradient);
      reduce.sum(1, batch * 7, 6, encoderAttentionQueryGradient,
          encoderAttentionQueryBias.gradient());
      matMul.multTransA(4, batch * 7, 6, words, encoderAttentionQueryGradient,
          encoderAttentionQueryKernel.gradient());
    }

    private void encoderAttentionTowardsInputs(int batch) {
      matMul.multTransB(batch * 7, 6, 4, encoderAttentionValueGradient,
          encoderAttentionValueKernel.value(), wordsGradient);
      matMul.multTransB(batch * 7, 6, 4, encoderAttentionKeyGradient,
          encoderAttentionKeyKernel.value(), wordsGradient3);
      matMul.multTransB(batch * 7, 6, 4, encoderAttentionQueryGradient,
          encoderAttentionQueryKernel.value(), wordsGradient5);
      pointwise.apply(batch, 28, Fused.A_PLUS_B_PLUS_B2_PLUS_B3, wordsGradient6,
          wordsGradient6Operands);
    }
  }

  /** Elementwise formulas, each fused into one loop. */
  private static final class Fused {
    /** {@code 0.57735026 * (x + b)}. */
    static final Formula N0_577_TIMES_X_PLUS_B = new Formula("0.57735026 * (x + b)", 1, "x", "b") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] b = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = 0.57735026f * (x[j] + b[j]);
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

    /** {@code x1 + x2}. */
    static final Formula X1_PLUS_X2 = new Formula("x1 + x2", 2, "x1", "x2") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x1 = operands[0];
        float[] x2 = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = x1[j] + x2[j];
        }
      }
    };

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

    /** {@code x >= y ? 1 : 0}. */
    static final Formula X_FROM_Y_THEN_1_ELSE_0 = new Formula("x >= y ? 1 : 0", 2, "x", "y") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] x = operands[0];
        float[] y = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = x[j] >= y[j] ? 1f : 0f;
        }
      }
    };

    /** {@code dy / n}. */
    static final Formula DY_OVER_N = new Formula("dy / n", 2, "dy", "n") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        float[] n_ = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = dy[j] / n_[j];
        }
      }
    };

    /** {@code mask * dy}. */
    static final Formula MASK_TIMES_DY = new Formula("mask * dy", 2, "mask", "dy") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] mask = operands[0];
        float[] dy = operands[1];
        for (int j = 0; j < n; j++) {
          result[j] = mask[j] * dy[j];
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

    /** {@code 0.57735026 * dy}. */
    static final Formula DY_TIMES_0_577 = new Formula("0.57735026 * dy", 1, "dy") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] dy = operands[0];
        for (int j = 0; j < n; j++) {
          result[j] = 0.57735026f * dy[j];
        }
      }
    };

    /** {@code a + b + b2 + b3}. */
    static final Formula A_PLUS_B_PLUS_B2_PLUS_B3 =
        new Formula("a + b + b2 + b3", 4, "a", "b", "b2", "b3") {
      @Override
      public void apply(int n, float[] result, float[][] operands) {
        float[] a = operands[0];
        float[] b = operands[1];
        float[] b2 = operands[2];
        float[] b3 = operands[3];
        for (int j = 0; j < n; j++) {
          result[j] = a[j] + b[j] + b2[j] + b3[j];
        }
      }
    };
  }
}
