package org.synapt.processor.layer;

import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.annotations.Loss;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.gradient.GradientCheck;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.GraphBuilder;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;
import org.synapt.processor.shape.Shape;

/** Every layer and every loss against central differences, from the annotation to the gradient. */
final class GradientsTest {
  private static final long SEED = 7;
  private static final Mention SQUARES =
      Mentions.of("Output", "loss", constant("MEAN_SQUARED_ERROR"));

  static Stream<Inferred> layers() {
    Shape vector = Shape.of(4);
    Shape matrix = Shape.of(3, 4);
    Shape image = Shape.of(2, 3, 4);
    return Stream.of(
        one("Activation", matrix, "value", constant("MISH")),
        one("Activation", matrix, "value", constant("LOG_SOFTMAX")),
        one("ActivityRegularization", matrix, "l1", 0.3, "l2", 0.2),
        one("AlphaDropout", matrix, "rate", 0.4),
        one("AlphaDropout", matrix, "rate", 0.4, "noiseShape", list(3, 1)),
        one("BatchNormalization", vector, "epsilon", 0.1),
        one("BatchNormalization", image, "epsilon", 0.1, "scale", false),
        one("BatchNormalization", image, "axis", 0, "center", false),
        one("BatchNormalization", matrix, "trainable", false),
        Inferred.of(Mentions.of("Add", "activation", constant("TANH")), matrix, vector, matrix),
        Inferred.of(Mentions.of("Average"), matrix, Shape.of(3, 1), matrix),
        Inferred.of(Mentions.of("Concatenate", "axis", 0), matrix, Shape.of(2, 4)),
        one("Dense", vector, "units", 3, "activation", constant("GELU")),
        one("Dense", matrix, "units", 3, "useBias", false),
        Inferred.of(Mentions.of("Dot"), vector, vector),
        Inferred.of(Mentions.of("Dot", "axes", list(1, 0), "normalize", true), image, matrix),
        Inferred.of(Mentions.of("Dot", "axes", list(0, 0)), image, Shape.of(2, 3)),
        one("Dropout", matrix, "rate", 0.4, "noiseShape", list(3, 1)),
        one("ELU", vector, "alpha", 0.7),
        one("Flatten", image),
        Inferred.of(Mentions.of("Formula", "value", "a * sin(b) ^ 2 - b"), matrix, vector),
        one("GaussianDropout", matrix, "rate", 0.4),
        one("GaussianNoise", matrix, "stddev", 0.4),
        one("LayerNormalization", vector, "epsilon", 0.1),
        one("LayerNormalization", image, "axis", list(-1, 1), "epsilon", 0.1),
        one("LayerNormalization", image, "axis", list(0, 2), "scale", false),
        one("LayerNormalization", image, "axis", list(1), "center", false, "trainable", false),
        one("LeakyReLU", vector),
        Inferred.of(Mentions.of("Maximum"), matrix, vector, Shape.of(1)),
        Inferred.of(Mentions.of("Minimum"), matrix, matrix),
        Inferred.of(Mentions.of("Multiply"), Shape.of(3, 1), Shape.of(1, 4), image),
        one("PReLU", image),
        one("PReLU", image, "sharedAxes", list(0, 1)),
        one("PReLU", image, "sharedAxes", list(1)),
        one("PReLU", image, "sharedAxes", list(0, 1, 2)),
        one("Permute", image, "dims", list(2, 0, 1)),
        one("RepeatVector", vector, "n", 3),
        one("Reshape", image, "targetShape", list(-1, 6)),
        one("Softmax", image, "axis", 1),
        one("SimpleRNN", matrix, "units", 2, "returnSequences", true),
        one("SimpleRNN", matrix, "units", 2, "activation", constant("GELU"), "useBias", false),
        one("LSTM", matrix, "units", 2, "goBackwards", true),
        one("LSTM", matrix, "units", 2, "returnSequences", true, "recurrentDropout", 0.4),
        Inferred.of(Mentions.of("LSTM", "units", 2), matrix, Shape.of(2), Shape.of(2)),
        one("GRU", matrix, "units", 2, "resetAfter", false, "dropout", 0.3),
        one("GRU", matrix, "units", 2, "activation", constant("SWISH"), "trainable", false),
        both("GRU", matrix, "CONCAT", "units", 2, "returnSequences", true),
        both("LSTM", matrix, "MUL", "units", 2),
        both("SimpleRNN", matrix, "AVE", "units", 2, "returnSequences", true),
        Inferred.of(Mentions.of("Subtract"), matrix, matrix),
        one("ThresholdedReLU", matrix, "theta", 0.2));
  }

  private static Inferred one(String layer, Shape operand, Object... stated) {
    return Inferred.of(Mentions.of(layer, stated), operand);
  }

  private static Inferred both(String layer, Shape operand, String merge, Object... stated) {
    return Inferred.of(RecurrentLayersTest.both(Mentions.of(layer, stated), merge), operand);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void agreesWithDifferences(Inferred layer) {
    List<Entry> entries = inputs(layer);
    entries.add(entry("y", layer, entries.stream().map(Entry::name).toList()));

    GradientCheck.check(GraphBuilder.training(model(entries, SQUARES)), SEED, -1.3, 1.3);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void agreesWithDifferencesForEachLoss(Loss loss) {
    Inferred layer = one("Activation", Shape.of(2, 3), "value", constant(before(loss)));
    List<Entry> entries = inputs(layer);
    entries.add(entry("y", layer, List.of("a")));
    Mention output = Mentions.of("Output", "loss", constant(loss.name()), "delta", 0.4);

    GradientCheck.check(GraphBuilder.training(model(entries, output)), SEED, 0.1, 0.9);
  }

  /** The activation with which a loss is fused, or else one that keeps from what a loss clips. */
  private static String before(Loss loss) {
    return switch (loss) {
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY -> "SOFTMAX";
      case BINARY_CROSSENTROPY -> "SIGMOID";
      default -> "HARD_SIGMOID";
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"CATEGORICAL_CROSSENTROPY", "BINARY_CROSSENTROPY"})
  void agreesWithDifferencesWhereNothingIsFused(Loss loss) {
    Inferred layer = one("Activation", Shape.of(2, 3), "value", constant("HARD_SIGMOID"));
    List<Entry> entries = inputs(layer);
    entries.add(entry("y", layer, List.of("a")));
    Mention output = Mentions.of("Output", "loss", constant(loss.name()));

    GradientCheck.check(GraphBuilder.training(model(entries, output)), SEED, 0.1, 0.9);
  }

  @ParameterizedTest
  @EnumSource(names = {"CATEGORICAL_CROSSENTROPY", "BINARY_CROSSENTROPY"})
  void agreesWithDifferencesFromLogits(Loss loss) {
    Inferred layer = one("Dense", Shape.of(2, 3), "units", 4);
    List<Entry> entries = inputs(layer);
    entries.add(entry("y", layer, List.of("a")));
    Mention output = Mentions.of("Output", "loss", constant(loss.name()), "fromLogits", true);

    GradientCheck.check(GraphBuilder.training(model(entries, output)), SEED, -1.3, 1.3);
  }

  static List<Entry> inputs(Inferred layer) {
    List<Entry> entries = new ArrayList<>();
    for (Use.Argument operand : layer.use().operands()) {
      Mention input = Mentions.of("Input", "shape", operand.shape().extents());
      entries.add(
          new Entry(
              operand.name(),
              new InputLayer(),
              input,
              List.of(),
              operand.shape(),
              operand.name(),
              List.of(),
              operand.name()));
    }
    return entries;
  }

  static Entry entry(String name, Inferred layer, List<String> operands) {
    Layer rule = Layers.named(layer.use().layer().name()).orElseThrow();
    return new Entry(
        name,
        rule,
        rule.settled(layer.use()),
        operands,
        layer.shape().orElseThrow(),
        name,
        layer.parameters(),
        name);
  }

  /** The last entry is what is trained. */
  static Model model(List<Entry> entries, Mention output) {
    Entry last = entries.get(entries.size() - 1);
    Shape target =
        Losses.targetShape(last.name(), last.shape(), output, new Problems()).orElseThrow();
    return new Model(
        new Declaration("p", List.of("Net"), List.of(), Origin.NOWHERE),
        entries,
        List.of(new OutputEntry(last.name(), last.name(), last.shape(), target, output)));
  }
}
