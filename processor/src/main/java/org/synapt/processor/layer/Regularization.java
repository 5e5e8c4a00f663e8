package org.synapt.processor.layer;

import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.op.Penalty;

/**
 * What {@code @Regularize} says about a parameter or a row.
 *
 * <p>Problems: {@link Code#AttributeOutOfRange}, {@link Code#IdleAttribute}.
 */
public final class Regularization {
  private static final String OF_ROW = "activityRegularizer";

  private Regularization() {}

  /** What the value of a row adds to the loss, if its layer can say so and does. */
  public static Optional<Penalty> ofRow(Mention layer) {
    if (layer.is("ActivityRegularization")) {
      return of(layer);
    }
    return layer.attributes().containsKey(OF_ROW) ? of(layer.mention(OF_ROW)) : Optional.empty();
  }

  /** The penalty that a sound {@code @Regularize} means; none where both numbers are 0. */
  static Optional<Penalty> of(Mention regularize) {
    double l1 = regularize.decimal("l1");
    double l2 = regularize.decimal("l2");
    return l1 == 0 && l2 == 0 ? Optional.empty() : Optional.of(new Penalty(l1, l2));
  }

  /** Whether the numbers of {@code activityRegularizer} are sound. */
  static boolean checkRow(Mention layer, Problems problems) {
    return check(layer, OF_ROW, problems);
  }

  /** Whether the numbers of an attribute's {@code @Regularize} are sound. */
  static boolean check(Mention layer, String attribute, Problems problems) {
    Mention regularize = layer.mention(attribute);
    boolean sound =
        Bounds.notNegative(regularize, "l1", problems)
            & Bounds.notNegative(regularize, "l2", problems);
    if (layer.states(attribute) && !regularize.states("l1") && !regularize.states("l2")) {
      problems.add(
          Code.IdleAttribute,
          layer.origin(attribute),
          "%s adds nothing: l1 and l2 are 0 unless stated".formatted(attribute),
          "state one of them, such as l2 = 0.01, or remove it");
    }
    return sound;
  }
}
