package org.synapt.processor.check;

import java.util.HashSet;
import java.util.Set;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.GraphBuilder;
import org.synapt.processor.model.LostMask;
import org.synapt.processor.model.Model;

/**
 * Behind a layer that does not know masks, steps that do not count are taken for steps that do.
 *
 * <p>Keras says of such a layer that it will destroy the mask.
 */
final class MaskLost implements Check {
  /** Layers whose result has a mask if all operands have one. */
  private static final Set<String> MERGING = Set.of("Add", "Average", "Concatenate", "Subtract");

  @Override
  public boolean needsAllRows() {
    return true;
  }

  @Override
  public void check(Model model, Problems problems) {
    if (model.entries().stream().noneMatch(MaskLost::makesMask)) {
      return;
    }
    Set<Origin> told = new HashSet<>();
    for (LostMask lost : GraphBuilder.lostMasks(model)) {
      if (told.add(lost.entry().layer().origin())) {
        tell(lost, problems);
      }
    }
  }

  private static boolean makesMask(Entry entry) {
    Mention layer = entry.layer();
    return layer.is("Masking")
        || layer.attributes().containsKey("maskZero") && layer.flag("maskZero");
  }

  private static void tell(LostMask lost, Problems problems) {
    problems.add(
        Code.MaskLost,
        lost.entry().layer().origin(),
        "the mask of %s ends here: %s".formatted(lost.maker(), why(lost)),
        "rows below take all steps for steps that count; if that is meant, say"
            + " @SuppressWarnings(\"MaskLost\")");
  }

  private static String why(LostMask lost) {
    Entry entry = lost.entry();
    return MERGING.contains(entry.layer().name())
        ? "other operands of %s have none".formatted(entry.name())
        : "@%s does not know masks".formatted(entry.layer().name());
  }
}
