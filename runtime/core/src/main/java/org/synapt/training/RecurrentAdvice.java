package org.synapt.training;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.synapt.network.RowSpec;
import org.synapt.network.Signature;
import org.synapt.optimizer.Optimizer;

/**
 * What one should know who trains a recurrent network: gradients are products over all steps, and
 * some day one of them explodes.
 *
 * <p>Source: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks,
 * 2013, sections 2.1 and 3.2.
 */
final class RecurrentAdvice {
  private static final Collection<String> RECURRENT = Arrays.asList("SimpleRNN", "LSTM", "GRU");
  private static final Set<String> CLIPS =
      new HashSet<>(Arrays.asList("clipvalue", "clipnorm", "global_clipnorm"));
  private static final List<String> STEADY = Arrays.asList("rmsprop", "adam", "adamw", "nadam");

  private RecurrentAdvice() {}

  /** Logs a warning if gradients that can explode are not clipped. */
  static void log(Signature signature, Optimizer optimizer) {
    of(signature, optimizer)
        .ifPresent(advice -> Logger.getLogger(Trainer.class.getName()).warning(advice));
  }

  /** What is to be said of a training, if anything. */
  static Optional<String> of(Signature signature, Optimizer optimizer) {
    boolean clips = optimizer.hyperparameters().keySet().stream().anyMatch(CLIPS::contains);
    return clips
        ? Optional.empty()
        : signature.rows().stream()
            .filter(row -> row.parameters() > 0 && RECURRENT.contains(row.layer()))
            .findFirst()
            .map(row -> text(signature, row, optimizer));
  }

  private static String text(Signature signature, RowSpec row, Optimizer optimizer) {
    return String.format(
        Locale.ROOT,
        "%s trains its %s row %s with %s, which does not clip: gradients through many steps may"
            + " explode; add clipNorm(1)%s",
        signature.name(),
        row.layer(),
        row.name(),
        optimizer.name(),
        STEADY.contains(optimizer.name())
            ? ""
            : ", and prefer RMSprop, which suits recurrent networks");
  }
}
