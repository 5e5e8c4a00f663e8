package org.synapt.processor.check;

import java.util.Optional;
import java.util.Set;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/** What an entry's values were before layers that only drop or rearrange them. */
final class Upstream {
  private static final Set<String> REARRANGING =
      Set.of("Dropout", "Flatten", "Reshape", "Permute", "RepeatVector");

  private Upstream() {}

  /** The nearest entry, this one or above, that computes something. */
  static Entry computing(Model model, Entry entry) {
    Entry at = entry;
    while (REARRANGING.contains(at.layer().name()) || isLinearActivation(at)) {
      at = model.entry(at.operands().get(0));
    }
    return at;
  }

  private static boolean isLinearActivation(Entry entry) {
    return entry.layer().name().equals("Activation")
        && entry.layer().constant("value").equals("LINEAR");
  }

  /**
   * The activation that the values of an entry come from, a constant of {@code ActivationFunction};
   * empty where a layer without a named one makes them.
   */
  static Optional<String> activation(Model model, Entry entry) {
    Entry at = computing(model, entry);
    return switch (at.layer().name()) {
      case "Dense" -> Optional.of(at.layer().constant("activation"));
      case "Activation" -> Optional.of(at.layer().constant("value"));
      case "Softmax" -> Optional.of("SOFTMAX");
      case "ELU" -> Optional.of("ELU");
      case "LeakyReLU" -> Optional.of("LEAKY_RELU");
      case "ThresholdedReLU" -> Optional.of("RELU");
      case "Add" ->
          Optional.of(at.layer().constant("activation")).filter(it -> !it.equals("LINEAR"));
      default -> Optional.empty();
    };
  }
}
