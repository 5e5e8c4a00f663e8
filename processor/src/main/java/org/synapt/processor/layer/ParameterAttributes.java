package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.shape.Shape;

/**
 * The attributes of a layer that are about one of its parameters: {@code kernelInitializer}, {@code
 * kernelRegularizer} and {@code kernelConstraint}. A layer need not have the last two.
 *
 * <p>Problems: those of {@link Initialization}, {@link Regularization} and {@link Constraining}.
 */
final class ParameterAttributes {
  private final Mention layer;
  private final String initializer;
  private final String regularizer;
  private final String constraint;

  private ParameterAttributes(Mention layer, String word) {
    this.layer = layer;
    this.initializer = word + "Initializer";
    this.regularizer = word + "Regularizer";
    this.constraint = word + "Constraint";
  }

  /** Those that begin with a word. */
  static ParameterAttributes of(Mention layer, String word) {
    return new ParameterAttributes(layer, word);
  }

  /**
   * Whether all of them suit a parameter.
   *
   * @param name the parameter, for messages
   * @param shape the parameter's shape
   */
  boolean check(String name, Shape shape, Problems problems) {
    return Initialization.check(layer, initializer, shape, problems)
        & (!has(regularizer) || Regularization.check(layer, regularizer, problems))
        & (!has(constraint) || Constraining.check(layer, constraint, name, shape, problems));
  }

  private boolean has(String attribute) {
    return layer.attributes().containsKey(attribute);
  }

  /** Tells of those that are stated although the layer goes without the parameter. */
  void reportIdle(String without, String remedy, Problems problems) {
    for (String attribute : List.of(initializer, regularizer, constraint)) {
      if (has(attribute) && layer.states(attribute)) {
        problems.add(
            Code.IdleAttribute,
            layer.origin(attribute),
            "%s does not use %s".formatted(without, attribute),
            remedy);
      }
    }
  }

  /** The parameter, one that weight decay concerns. */
  ParameterSpec weight(String name, Shape shape) {
    return with(ParameterSpec.weight(name, shape, start()));
  }

  /** The parameter, a weight of which batches use some rows. */
  ParameterSpec table(String name, Shape shape) {
    return with(ParameterSpec.table(name, shape, start()));
  }

  /** The parameter, one that does not decay. */
  ParameterSpec parameter(String name, Shape shape) {
    return with(ParameterSpec.parameter(name, shape, start()));
  }

  private InitializerSpec start() {
    return Initialization.of(layer.mention(initializer));
  }

  private ParameterSpec with(ParameterSpec spec) {
    Optional<Penalty> penalty =
        has(regularizer) ? Regularization.of(layer.mention(regularizer)) : Optional.empty();
    Optional<ConstraintSpec> kept =
        has(constraint)
            ? Constraining.of(layer.mention(constraint), spec.shape())
            : Optional.empty();
    return spec.with(penalty, kept);
  }
}
