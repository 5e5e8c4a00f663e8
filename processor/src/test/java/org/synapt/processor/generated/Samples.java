package org.synapt.processor.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.synapt.annotations.ActivationFunction;
import org.synapt.annotations.Loss;

/** Declarations that together use every layer, activation and loss; no two numbers are equal. */
final class Samples {
  private static final String HEAD =
      """
      package samples;

      import static org.synapt.annotations.ActivationFunction.*;
      import static org.synapt.annotations.Loss.*;

      import org.synapt.annotations.*;

      """;

  static final String CHAIN =
      """
      /** A chain. */
      @Network
      interface Chain {
        @Input(shape = 5)                        Tensor pixels();
        @Dense(units = 4, activation = RELU)     Tensor hidden1();
        @Dense(units = 6, activation = TANH)     Tensor hidden2();
        @Output(loss = CATEGORICAL_CROSSENTROPY)
        @Dense(units = 3, activation = SOFTMAX)  Tensor digit();
      }
      """;

  static final String HOUSE_PRICE =
      """
      /** Two inputs that meet. */
      @Network
      interface HousePrice {
        @Input(shape = 5)                       Tensor measures();
        @Dense(units = 4, activation = RELU)    Tensor size(Tensor measures);

        @Input(shape = 7)                       Tensor words();
        @Dense(units = 3, activation = RELU)    Tensor tone(Tensor words);

        @Concatenate                            Tensor both(Tensor size, Tensor tone);
        @Dense(units = 6, activation = SIGMOID) Tensor mixed();

        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                       Tensor price();
      }
      """;

  static final String SAME_SIGNER =
      """
      /** One encoder for two signatures. */
      @Network
      interface SameSigner {
        @Input(shape = 6)                        Tensor left();
        @Input(shape = 6)                        Tensor right();

        @Dense(units = 4, activation = TANH)     Layer encoder();
        @Apply                                   Tensor leftCode(Layer encoder, Tensor left);
        @Apply                                   Tensor rightCode(Layer encoder, Tensor right);

        @Formula("abs(leftCode - rightCode)")    Tensor apart(Tensor leftCode, Tensor rightCode);
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)  Tensor same();
      }
      """;

  static final String RESIDUAL =
      """
      /** Two layers around which the input is added back. */
      @Block
      @interface Residual {
        /** The width of the inner layer. */
        int units();

        /** What is stacked. */
        interface Body {
          @Input                                          Tensor x();
          @Dense(units = Block.OF_BLOCK, activation = RELU) Tensor inner(Tensor x);
          @Dense(units = 4)                               Tensor outer(Tensor inner);
          @Add(activation = TANH)                         Tensor sum(Tensor outer, Tensor x);
        }
      }
      """;

  static final String TOWER =
      """
      /** Three residual blocks. */
      @Network
      interface Tower {
        @Input(shape = 4)                   Tensor signal();
        @Residual(units = 5) @Repeat(3)     Tensor trunk();
        @Dropout(rate = 0.4)                Tensor kept();
        @Output(loss = HUBER, delta = 0.5)
        @Dense(units = 2)                   Tensor level();
      }
      """;

  static final String PENALTY =
      """
      /** Misses cost 99 times as much as false alarms. */
      @Network
      interface Penalty {
        @Input(shape = 4)                        Tensor measures();
        @Dense(units = 5, activation = SWISH)    Tensor hidden();
        @Output(formula = "-(99 * target * log(prediction + 1e-6) + (1 - target) * log(1 - prediction + 1e-6))")
        @Dense(units = 1, activation = SIGMOID)  Tensor alarm();
      }
      """;

  static final String REGULARIZED =
      """
      /** A frozen layer, and others that stay small. */
      @Network
      interface Regularized {
        @Input(shape = 5)                     Tensor measures();
        @Dense(units = 4, activation = TANH, trainable = false)
        Tensor known();
        @Dense(units = 6, activation = RELU,
            kernelRegularizer = @Regularize(l2 = 1e-3),
            activityRegularizer = @Regularize(l1 = 0.01),
            kernelConstraint = @Constrain(Constraint.MAX_NORM))
        Tensor hidden();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                     Tensor level();
      }
      """;

  private static final String PENALTIES =
      """
      /** Regularizers and constraints wherever they can be. */
      @Network
      interface Penalties {
        @Input(shape = 4)                     Tensor left();
        @Input(shape = 4)                     Tensor right();
        @Dense(units = 3, activation = TANH,
            kernelRegularizer = @Regularize(l1 = 0.02, l2 = 0.01),
            biasRegularizer = @Regularize(l2 = 0.3),
            activityRegularizer = @Regularize(l1 = 0.1, l2 = 0.2),
            biasConstraint = @Constrain(Constraint.NON_NEG))
        Layer encoder();
        @Apply                                Tensor penalties(Layer encoder, Tensor left);
        @Apply                                Tensor rightCode(Layer encoder, Tensor right);
        @Add                                  Tensor both(Tensor penalties, Tensor rightCode);
        @PReLU(alphaRegularizer = @Regularize(l1 = 0.05),
            alphaConstraint = @Constrain(value = Constraint.MIN_MAX_NORM, rate = 0.5))
        Tensor bent();
        @Trainable(false) @Residual(units = 5) @Repeat(2)
        Tensor trunk(Tensor left);
        @Output(loss = MEAN_SQUARED_ERROR, weight = 0.5)
        @Dense(units = 2, kernelRegularizer = @Regularize(l1 = 0.2),
            activityRegularizer = @Regularize(l2 = 0.1),
            kernelConstraint = @Constrain(value = Constraint.UNIT_NORM, axis = -1))
        Tensor level(Tensor trunk);
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID, activityRegularizer = @Regularize(l2 = 0.1))
        Tensor same(Tensor bent);
      }
      """;

  static final String NORMALIZED =
      """
      /** Two layers whose results are normalized. */
      @Network
      interface Normalized {
        @Input(shape = 5)                         Tensor measures();
        @Dense(units = 4, useBias = false)        Tensor sums();
        @BatchNormalization                       Tensor normal();
        @Activation(RELU)                         Tensor hidden();
        @GaussianNoise(stddev = 0.1)              Tensor noisy();
        @LayerNormalization(center = false)       Tensor even();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                         Tensor level();
      }
      """;

  private static final String NOISES =
      """
      /** Normalizations of every kind, and what disturbs values while training. */
      @Network
      interface Noises {
        @Input(shape = {3, 4})                    Tensor image();
        @BatchNormalization(axis = 0, momentum = 0.8, epsilon = 0.1,
            gammaRegularizer = @Regularize(l2 = 0.1))
        Tensor rows();
        @AlphaDropout(rate = 0.3)                 Tensor kept();
        @Dense(units = 6, activation = SELU)      Tensor bent();
        @AlphaDropout(rate = 0.2, noiseShape = {1, 6}) Tensor keptAlike();
        @BatchNormalization(scale = false, epsilon = 0.1)
        Tensor columns();
        @GaussianDropout(rate = 0.4)              Tensor scaled();
        @BatchNormalization(trainable = false)    Tensor frozen();
        @BatchNormalization(center = false, epsilon = 0.1) Layer shared();
        @Apply                                    Tensor once(Layer shared, Tensor frozen);
        @Apply                                    Tensor twice(Layer shared, Tensor once);
        @LayerNormalization(axis = {0, 1}, epsilon = 0.1) Tensor even();
        @LayerNormalization(axis = 0, scale = false, epsilon = 0.1) Tensor flat();
        @ActivityRegularization(l1 = 0.1, l2 = 0.2) Tensor small();
        @BatchNormalization(scale = false, center = false, epsilon = 0.1) Tensor plain();
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 2)                         Tensor level();
      }
      """;

  private static final String IMAGES =
      """
      /** Layers that move elements. */
      @Network
      interface Images {
        @Input(shape = {3, 4})                          Tensor image();
        @Permute(dims = {1, 0})                         Tensor turned();
        @Reshape(targetShape = {2, -1})                 Tensor halves();
        @Dense(units = 3, activation = SOFTPLUS)        Tensor features();
        @PReLU                                          Tensor bent();
        @PReLU(sharedAxes = 0)                          Tensor bentAlike();
        @Softmax(axis = 0)                              Tensor shares();
        @Flatten                                        Tensor flat();
        @RepeatVector(n = 2)                            Tensor twice();
        @Dot(axes = {0, 0})                             Tensor products(Tensor twice, Tensor bentAlike);
        @Output(loss = MEAN_ABSOLUTE_ERROR)
        @Dense(units = 2)                               Tensor level();
      }
      """;

  static final String MERGES =
      """
      /** Layers that merge, and outputs of several kinds. */
      @Network
      interface Merges {
        @Input(shape = {2, 3})              Tensor a();
        @Input(shape = {2, 3})              Tensor c();
        @Input(shape = {1, 3})              Tensor thin();
        @Add                                Tensor added(Tensor a, Tensor c, Tensor thin);
        @Subtract                           Tensor taken(Tensor a, Tensor thin);
        @Multiply                           Tensor times(Tensor a, Tensor c);
        @Average                            Tensor average(Tensor added, Tensor taken, Tensor times);
        @Maximum                            Tensor largest(Tensor a, Tensor c);
        @Minimum                            Tensor smallest(Tensor a, Tensor average);
        @Concatenate(axis = 0)              Tensor stacked(Tensor largest, Tensor smallest);
        @Dot(axes = {1, 1})                 Tensor alike(Tensor stacked, Tensor c);
        @Dot(axes = -1, normalize = true)   Tensor cosines(Tensor a, Tensor c);
        @Flatten                            Tensor flat(Tensor cosines);
        @Output(loss = LOG_COSH, weight = 0.5)
        @Dense(units = 2)                   Tensor level(Tensor flat);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Activation(TANH)                   Tensor match(Tensor alike);
      }
      """;

  private static final String SLOPES =
      """
      /** Layers with slopes of their own. */
      @Network
      interface Slopes {
        @Input(shape = 6)                             Tensor x();
        @Dense(units = 5)                             Tensor first();
        @ELU(alpha = 0.7)                             Tensor elu(Tensor first);
        @LeakyReLU(alpha = 0.1)                       Tensor leaky(Tensor first);
        @ThresholdedReLU(theta = 0.25)                Tensor thresholded(Tensor first);
        @Formula("sin(elu) * leaky + thresholded / (2 + square(elu))")
        Tensor mixed(Tensor elu, Tensor leaky, Tensor thresholded);
        @Dropout(rate = 0.25)                         Tensor kept();
        @Dropout(rate = 0.5)                          Tensor keptAgain();
        @Output(loss = MEAN_SQUARED_ERROR, target = "x")
        @Dense(units = 6, useBias = false)            Tensor again();
      }
      """;

  private static final Set<Loss> OF_SHARES =
      Set.of(
          Loss.CATEGORICAL_CROSSENTROPY,
          Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
          Loss.KULLBACK_LEIBLER_DIVERGENCE);

  private Samples() {}

  /** A declaration as a file of the package {@code samples}. */
  static String file(String declaration) {
    return HEAD + declaration;
  }

  /** Every sample by the name of its declaration. */
  static Map<String, String> all() {
    Map<String, String> samples = new LinkedHashMap<>();
    samples.put("Chain", CHAIN);
    samples.put("HousePrice", HOUSE_PRICE);
    samples.put("SameSigner", SAME_SIGNER);
    samples.put("Tower", TOWER);
    samples.put("Penalty", PENALTY);
    samples.put("Regularized", REGULARIZED);
    samples.put("Penalties", PENALTIES);
    samples.put("Normalized", NORMALIZED);
    samples.put("Noises", NOISES);
    samples.put("Images", IMAGES);
    samples.put("Merges", MERGES);
    samples.put("Slopes", SLOPES);
    samples.putAll(new TreeMap<>(ImageSamples.all()));
    samples.putAll(new TreeMap<>(SequenceSamples.all()));
    samples.putAll(new TreeMap<>(EmbeddingSamples.all()));
    samples.putAll(new TreeMap<>(StepSamples.all()));
    for (ActivationFunction activation : ActivationFunction.values()) {
      if (activation != ActivationFunction.OF_BLOCK) {
        samples.put("Activation" + camel(activation), activation(activation));
      }
    }
    for (Loss loss : Loss.values()) {
      if (loss != Loss.NONE) {
        samples.put("Loss" + camel(loss), loss(loss));
      }
    }
    for (String loss : List.of("CATEGORICAL", "SPARSE_CATEGORICAL", "BINARY")) {
      samples.put("Logits" + loss, ofLogits(loss));
    }
    return samples;
  }

  /** Every sample as a file, and the blocks that they use. */
  static List<String> files() {
    List<String> files = new ArrayList<>(all().values().stream().map(Samples::file).toList());
    files.add(file(RESIDUAL));
    files.add(file(ImageSamples.SHORTCUT));
    return files;
  }

  private static String activation(ActivationFunction activation) {
    return """
        /** One activation, of a layer and on its own. */
        @Network
        interface Activation%s {
          @Input(shape = 4)                  Tensor x();
          @SuppressWarnings("LinearStack")
          @Dense(units = 3, activation = %s) Tensor inner();
          @Activation(%s)                    Tensor outer();
          @Output(loss = MEAN_SQUARED_ERROR)
          @Dense(units = 2)                  Tensor level();
        }
        """
        .formatted(camel(activation), activation, activation);
  }

  private static String loss(Loss loss) {
    String activation =
        OF_SHARES.contains(loss)
            ? "SOFTMAX"
            : switch (loss) {
              case BINARY_CROSSENTROPY -> "SIGMOID";
              case POISSON -> "EXPONENTIAL";
              case MEAN_SQUARED_LOGARITHMIC_ERROR -> "SOFTPLUS";
              case HINGE, SQUARED_HINGE -> "TANH";
              default -> "LINEAR";
            };
    return """
        /** One loss. */
        @Network
        interface Loss%s {
          @Input(shape = {2, 4})                    Tensor x();
          @Output(loss = %s, weight = 2)
          @Dense(units = 3, activation = %s)        Tensor level();
        }
        """
        .formatted(camel(loss), loss, activation);
  }

  private static String ofLogits(String loss) {
    return """
        /** One loss of logits. */
        @Network
        interface Logits%s {
          @Input(shape = 4)                              Tensor x();
          @Output(loss = %s_CROSSENTROPY, fromLogits = true)
          @Dense(units = 3)                              Tensor logits();
        }
        """
        .formatted(loss, loss);
  }

  private static String camel(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
