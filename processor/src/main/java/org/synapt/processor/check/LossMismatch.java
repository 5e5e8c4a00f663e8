package org.synapt.processor.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Losses;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/** A loss that asks for what the activation in front of it does not give. */
final class LossMismatch implements Check {
  private static final Set<String> SHARES = Set.of("SOFTMAX", "LOG_SOFTMAX");
  private static final Set<String> PROBABILITIES = Set.of("SIGMOID", "HARD_SIGMOID");
  private static final Set<String> FROM_0_TO_1 = Set.of("SIGMOID", "HARD_SIGMOID", "SOFTMAX");
  private static final Set<String> ABOVE_0 =
      Set.of("SIGMOID", "HARD_SIGMOID", "SOFTMAX", "SOFTPLUS", "EXPONENTIAL");

  /** They give nothing below 0, and where they give 0 they learn nothing. */
  private static final Set<String> CUT_AT_0 = Set.of("RELU", "RELU6");

  @Override
  public void check(Model model, Problems problems) {
    for (OutputEntry output : model.outputs()) {
      Entry entry = model.entry(output.entry());
      Upstream.activation(model, entry)
          .flatMap(activation -> mismatch(output.output(), activation))
          .ifPresent(mismatch -> report(output, mismatch, problems));
    }
  }

  /** What does not fit: the attribute that says so, what the loss needs, what would do. */
  private record Mismatch(String attribute, String activation, String need, String remedy) {}

  private static void report(OutputEntry output, Mismatch mismatch, Problems problems) {
    problems.add(
        Code.LossMismatch,
        output.output().origin(mismatch.attribute()),
        "%s %s, but %s is %s"
            .formatted(
                Losses.kerasName(output.output()),
                mismatch.need(),
                output.name(),
                mismatch.activation().toLowerCase(Locale.ROOT)),
        mismatch.remedy());
  }

  private static Optional<Mismatch> mismatch(Mention output, String activation) {
    return switch (output.constant("loss")) {
      case "CATEGORICAL_CROSSENTROPY", "SPARSE_CATEGORICAL_CROSSENTROPY" ->
          output.flag("fromLogits")
              ? fromLogits(activation, Set.of("LINEAR", "LOG_SOFTMAX"))
              : categorical(activation);
      case "BINARY_CROSSENTROPY" ->
          output.flag("fromLogits") ? fromLogits(activation, Set.of("LINEAR")) : binary(activation);
      case "KULLBACK_LEIBLER_DIVERGENCE" ->
          needs(
              FROM_0_TO_1.contains(activation),
              activation,
              "compares numbers from 0 to 1",
              "use activation = SOFTMAX");
      case "POISSON" ->
          needs(
              ABOVE_0.contains(activation),
              activation,
              "needs a prediction above 0",
              "use activation = EXPONENTIAL or SOFTPLUS");
      case "HINGE", "SQUARED_HINGE" ->
          needs(
              hasBothSigns(activation),
              activation,
              "tells targets -1 and 1 apart",
              "use activation = TANH or LINEAR");
      case "MEAN_SQUARED_ERROR",
          "MEAN_ABSOLUTE_ERROR",
          "MEAN_ABSOLUTE_PERCENTAGE_ERROR",
          "LOG_COSH",
          "HUBER" ->
          needs(
              !CUT_AT_0.contains(activation),
              activation,
              "wants to move every prediction",
              "use no activation, or SOFTPLUS for numbers above 0: where relu gives 0 it learns"
                  + " nothing");
      case "MEAN_SQUARED_LOGARITHMIC_ERROR" ->
          needs(
              !CUT_AT_0.contains(activation) && !activation.equals("LOG_SOFTMAX"),
              activation,
              "takes all that is below 0 as 0 and learns nothing there",
              "use activation = SOFTPLUS or EXPONENTIAL");
      default -> Optional.empty();
    };
  }

  private static boolean hasBothSigns(String activation) {
    return !ABOVE_0.contains(activation)
        && !CUT_AT_0.contains(activation)
        && !activation.equals("LOG_SOFTMAX");
  }

  private static Optional<Mismatch> needs(
      boolean fits, String activation, String need, String remedy) {
    return fits ? Optional.empty() : Optional.of(new Mismatch("loss", activation, need, remedy));
  }

  private static Optional<Mismatch> fromLogits(String activation, Set<String> fitting) {
    return fitting.contains(activation)
        ? Optional.empty()
        : Optional.of(
            new Mismatch(
                "fromLogits",
                activation,
                "is to apply the activation itself",
                "remove the activation, or fromLogits"));
  }

  private static Optional<Mismatch> categorical(String activation) {
    return needs(
        SHARES.contains(activation),
        activation,
        "needs shares that sum to 1",
        switch (activation) {
          case "LINEAR" -> "use activation = SOFTMAX, or state fromLogits = true";
          case "SIGMOID", "HARD_SIGMOID" ->
              "use activation = SOFTMAX, or BINARY_CROSSENTROPY where several classes may hold";
          default -> "use activation = SOFTMAX";
        });
  }

  private static Optional<Mismatch> binary(String activation) {
    return needs(
        PROBABILITIES.contains(activation),
        activation,
        "needs probabilities from 0 to 1, each by itself",
        switch (activation) {
          case "LINEAR" -> "use activation = SIGMOID, or state fromLogits = true";
          case "SOFTMAX" -> "use CATEGORICAL_CROSSENTROPY, or activation = SIGMOID";
          default -> "use activation = SIGMOID";
        });
  }
}
