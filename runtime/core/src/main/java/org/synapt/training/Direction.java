package org.synapt.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Which way a number gets better, by its metric and the last words of its name. */
final class Direction {
  private static final List<String> FALLING =
      Collections.unmodifiableList(
          Arrays.asList(
              ("loss error crossentropy divergence hinge poisson huber log_cosh logcosh perplexity"
                      + " mse mae mape msle rmse kld cosine cosine_proximity false_positives"
                      + " false_negatives")
                  .split(" ", -1)));

  private Direction() {}

  /**
   * The mode of a number; AUTO if nothing tells. A metric that says nothing is not known from one
   * that says it should fall, so the name has to agree.
   *
   * @param grows whether its metric says that larger is better
   */
  static Mode of(String name, boolean grows) {
    if (grows) {
      return Mode.MAX;
    }
    // A second metric of a name has a number behind it.
    String bare = name.replaceFirst("_[0-9]+$", "");
    for (String word : FALLING) {
      if (bare.equals(word) || bare.endsWith("_" + word)) {
        return Mode.MIN;
      }
    }
    return Mode.AUTO;
  }
}
