package org.synapt.processor.check;

import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/** What an entry's values were before layers that only drop or rearrange them. */
final class Upstream {
  private static final Set<String> DISTURBING =
      Set.of(
          "AlphaDropout",
          "Dropout",
          "GaussianDropout",
          "GaussianNoise",
          "SpatialDropout1D",
          "SpatialDropout2D",
          "SpatialDropout3D");
  private static final Set<String> REARRANGING =
      Set.of("ActivityRegularization", "Flatten", "Permute", "RepeatVector", "Reshape");

  private Upstream() {}

  /** The nearest entry, this one or above, that computes something. */
  static Entry computing(Model model, Entry entry) {
    Entry at = entry;
    while (passesOn(at)) {
      at = model.entry(at.operands().get(0));
    }
    return at;
  }

  /** Whether a layer gives what it takes, but for some values that it drops, moves or blurs. */
  static boolean passesOn(Entry entry) {
    return disturbs(entry)
        || REARRANGING.contains(entry.layer().name())
        || resamples(entry)
        || isLinearActivation(entry);
  }

  /** Whether a layer makes an image of another: coarser, finer, with other margins. */
  static boolean resamples(Entry entry) {
    return Images.isMean(entry)
        || Images.isMaximum(entry)
        || Images.isUpSampling(entry)
        || Images.isCropping(entry)
        || Images.isPadding(entry);
  }

  /** Whether a layer drops or blurs values while training, and only then. */
  static boolean disturbs(Entry entry) {
    return DISTURBING.contains(entry.layer().name());
  }

  /** Whether a layer keeps the parameters that somebody gave it. */
  static boolean isFrozen(Entry entry) {
    Attribute trainable = entry.layer().attributes().get("trainable");
    return trainable != null && trainable.value().equals(false);
  }

  static boolean isLinearActivation(Entry entry) {
    return own(entry).filter("LINEAR"::equals).isPresent()
        && entry.layer().name().equals("Activation");
  }

  /** The activation that a dense layer or a convolution has, or that an activation is. */
  static Optional<String> own(Entry entry) {
    if (entry.layer().is("Activation")) {
      return Optional.of(entry.layer().constant("value"));
    }
    return isLinearWithout(entry)
        ? Optional.of(entry.layer().constant("activation"))
        : Optional.empty();
  }

  /** Whether a layer is linear but for its activation. */
  static boolean isLinearWithout(Entry entry) {
    return entry.layer().is("Dense") || Images.isConvolution(entry);
  }

  /** The attribute that says so. */
  static String attribute(Entry entry) {
    return entry.layer().name().equals("Activation") ? "value" : "activation";
  }

  /**
   * The activation that the values of an entry come from, a constant of {@code ActivationFunction};
   * empty where a layer without a named one makes them.
   */
  static Optional<String> activation(Model model, Entry entry) {
    Entry at = computing(model, entry);
    Optional<String> activation =
        switch (at.layer().name()) {
          case "Softmax" -> Optional.of("SOFTMAX");
          case "ELU" -> Optional.of("ELU");
          case "LeakyReLU" -> Optional.of("LEAKY_RELU");
          case "ThresholdedReLU" -> Optional.of("RELU");
          case "Add" ->
              Optional.of(at.layer().constant("activation")).filter(it -> !it.equals("LINEAR"));
          default -> own(at);
        };
    return activation.filter(it -> !it.equals("SOFTMAX") || keepsShares(model, entry));
  }

  /** Whether shares that sum to 1 still do after what passes them on. */
  private static boolean keepsShares(Model model, Entry entry) {
    Entry at = entry;
    while (passesOn(at)) {
      if (Images.isMaximum(at) || Images.isPadding(at)) {
        return false;
      }
      at = model.entry(at.operands().get(0));
    }
    return true;
  }
}
