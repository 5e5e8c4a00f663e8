package org.synapt.processor.check;

import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Losses;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/**
 * A loss of distances where classes are told apart: where a softmax or sigmoid is surely wrong it
 * is flat, and so is the loss behind it; a cross-entropy is steep there.
 */
final class RegressionLossOnClasses implements Check {
  private static final Set<String> OF_DISTANCES =
      Set.of(
          "MEAN_SQUARED_ERROR",
          "MEAN_ABSOLUTE_ERROR",
          "MEAN_ABSOLUTE_PERCENTAGE_ERROR",
          "MEAN_SQUARED_LOGARITHMIC_ERROR",
          "LOG_COSH",
          "HUBER");

  @Override
  public void check(Model model, Problems problems) {
    for (OutputEntry output : model.outputs()) {
      Mention mark = output.output();
      if (OF_DISTANCES.contains(mark.constant("loss"))) {
        Optional<String> activation = Upstream.activation(model, model.entry(output.entry()));
        if (activation.filter("SOFTMAX"::equals).isPresent()) {
          report(output, "is softmax", "CATEGORICAL_CROSSENTROPY", problems);
        } else if (mark.states("classes") && mark.integer("classes") > 0) {
          int classes = mark.integer("classes");
          report(output, "has classes = " + classes, remedy(classes), problems);
        }
      }
    }
  }

  private static String remedy(int classes) {
    return classes == 1
        ? "SIGMOID and BINARY_CROSSENTROPY"
        : "SOFTMAX and CATEGORICAL_CROSSENTROPY";
  }

  private static void report(OutputEntry output, String what, String remedy, Problems problems) {
    problems.add(
        Code.RegressionLossOnClasses,
        output.output().origin("loss"),
        "%s measures distances between numbers, but %s %s"
            .formatted(Losses.kerasName(output.output()), output.name(), what),
        "use %s, which is steep where the prediction is surely wrong".formatted(remedy));
  }
}
