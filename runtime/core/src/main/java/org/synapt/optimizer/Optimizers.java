package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.synapt.text.Nearest;

/**
 * Finds optimizers by Keras's names.
 *
 * <p>Where in doubt, begin with {@link Adam} and its defaults, or with {@link RMSprop} for
 * recurrent networks, whose gradients one also clips. A loss that oscillates wants a smaller
 * learning rate, one that hardly falls a larger; change it by a factor of ten, and seldom go above
 * 0.1.
 */
public final class Optimizers {
  private static final List<String> NAMES =
      Collections.unmodifiableList(
          Arrays.asList(
              "adadelta", "adagrad", "adam", "adamax", "adamw", "nadam", "rmsprop", "sgd"));

  private Optimizers() {}

  /**
   * The optimizer of that name, with its defaults.
   *
   * @param name one of {@link #names}, in upper or lower case
   * @return the optimizer
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Optimizer named(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return switch (lowerCase) {
      case "adadelta" -> Adadelta.defaults();
      case "adagrad" -> Adagrad.defaults();
      case "adam" -> Adam.defaults();
      case "adamax" -> Adamax.defaults();
      case "adamw" -> AdamW.defaults();
      case "nadam" -> Nadam.defaults();
      case "rmsprop" -> RMSprop.defaults();
      case "sgd" -> SGD.defaults();
      default ->
          throw new IllegalArgumentException(
              "There is no optimizer '"
                  + name
                  + "'"
                  + Nearest.suggestion(lowerCase, NAMES)
                  + "; there are "
                  + String.join(", ", NAMES));
    };
  }

  /**
   * The names of all optimizers there are.
   *
   * @return the names, in order
   */
  public static List<String> names() {
    return NAMES;
  }
}
