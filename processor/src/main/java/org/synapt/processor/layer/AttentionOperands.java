package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Use.Argument;
import org.synapt.processor.shape.Shape;

/**
 * The operands of an attention, in Keras's order: query, value, key. Without a key the value is the
 * key; a query alone is all three.
 *
 * <p>Problems: {@link Code#NotASequence}, {@link Code#AttentionShape}.
 *
 * @param query what asks, {@code [T, in]}
 * @param value what is found, {@code [S, m]}
 * @param key what it is found by, {@code [S, n]}
 * @param <T> values, shapes or arguments
 */
record AttentionOperands<T>(T query, T value, T key) {
  /** From the query alone up to all three. */
  static final Arity ARITY = new Arity(1, 3);

  static <T> AttentionOperands<T> of(List<T> operands) {
    T query = operands.get(0);
    T value = operands.size() > 1 ? operands.get(1) : query;
    return new AttentionOperands<>(query, value, operands.size() > 2 ? operands.get(2) : value);
  }

  /** Whether symbols stand for steps alone: the shapes of parameters need all features. */
  static boolean symbolsAreSteps(Use use) {
    return use.shapes().stream().allMatch(shape -> shape.rank() != 2 || !shape.isSymbol(1));
  }

  /** Whether all are sequences, and there is a value for each key. */
  static boolean check(Use use, Problems problems) {
    boolean sound = true;
    for (Argument operand : use.operands()) {
      sound &= isSequence(use, operand, problems);
    }
    return sound && haveSameSteps(use, problems);
  }

  private static boolean isSequence(Use use, Argument operand, Problems problems) {
    if (operand.shape().rank() == 2) {
      return true;
    }
    problems.add(
        Code.NotASequence,
        operand.origin(),
        "%s reads [steps, features], but %s is %s"
            .formatted(ImageKind.name(use.layer()), operand.name(), operand.shape()),
        use.tracing(remedy(operand)));
    return false;
  }

  private static String remedy(Argument operand) {
    Shape x = operand.shape();
    boolean lastState =
        operand.maker().flatMap(RecurrentRow::of).filter(it -> !it.givesSequence()).isPresent();
    return lastState
        ? "state returnSequences = true at %s, which gives the state after its last step alone"
            .formatted(operand.name())
        : "give it two axes: @Reshape(targetShape = {%s, features})"
            .formatted(x.rank() > 0 && !x.isSymbol(0) ? x.extent(0) : "steps");
  }

  private static boolean haveSameSteps(Use use, Problems problems) {
    AttentionOperands<Argument> operands = of(use.operands());
    Argument value = operands.value();
    Argument key = operands.key();
    if (value.shape().extent(0) == key.shape().extent(0)) {
      return true;
    }
    problems.add(
        Code.AttentionShape,
        key.origin(),
        "%s %s has %s steps, but %s %s has %s"
            .formatted(
                value.name(),
                value.shape(),
                Shape.text(value.shape().extent(0)),
                key.name(),
                key.shape(),
                Shape.text(key.shape().extent(0))),
        use.tracing(
            "name query, value and key, in that order, with a key for each step of the value"));
    return false;
  }

  /**
   * Whether the scores of all pairs of steps can be counted.
   *
   * @param heads how often there is a score for each pair
   * @param features how many numbers each score is computed from, if they are kept; else 1
   */
  static boolean checkScores(Use use, int heads, int features, Problems problems) {
    AttentionOperands<Shape> shapes = of(use.shapes());
    List<Long> extents = new ArrayList<>();
    if (heads > 1) {
      extents.add((long) heads);
    }
    extents.add(number(shapes.query().extent(0)));
    extents.add(number(shapes.value().extent(0)));
    if (features > 1) {
      extents.add((long) features);
    }
    return Sizes.checked("the scores of " + use.row(), extents, use.layer().origin(), problems)
        .isPresent();
  }

  /** A number that is not known yet counts as 1. */
  private static long number(int extent) {
    return Math.max(extent, 1);
  }
}
