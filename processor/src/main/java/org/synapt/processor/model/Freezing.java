package org.synapt.processor.model;

import java.util.List;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.ParameterSpec;

/**
 * What is not trained: layers that say {@code trainable = false}, and all in rows of which
 * {@code @Trainable(false)} says so.
 *
 * <p>Problems: {@link Code#IdleAttribute}.
 */
final class Freezing {
  private static final String TRAINABLE = "trainable";

  private Freezing() {}

  /** A layer in a row that may be frozen: one that has a say in it hears of that. */
  static Mention of(Mention layer, boolean frozen) {
    return frozen && hasSay(layer)
        ? layer.with(TRAINABLE, new Attribute(false, true, layer.origin(TRAINABLE)))
        : layer;
  }

  /** The parameters of a layer, as far as they are trained. */
  static List<ParameterSpec> of(List<ParameterSpec> parameters, Mention layer) {
    return hasSay(layer) && !layer.flag(TRAINABLE)
        ? parameters.stream().map(ParameterSpec::frozen).toList()
        : parameters;
  }

  /** Tells of a {@code @Trainable} where there is nothing to train. */
  static void check(Row row, Mention layer, Problems problems) {
    row.mention("Trainable")
        .filter(it -> layer.block().isEmpty() && !hasSay(layer))
        .ifPresent(
            trainable ->
                problems.add(
                    Code.IdleAttribute,
                    trainable.origin(),
                    layer.is("Apply")
                        ? "%s applies a layer that exists already".formatted(row.name())
                        : "@%s has nothing to train".formatted(layer.name()),
                    layer.is("Apply")
                        ? "put @Trainable on the row that declares the layer"
                        : "remove it"));
  }

  private static boolean hasSay(Mention layer) {
    return layer.block().isEmpty() && layer.attributes().containsKey(TRAINABLE);
  }
}
