package org.synapt.processor.layer;

import java.util.Optional;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.shape.Shape;

/**
 * An array that a layer keeps from batch to batch.
 *
 * @param name what it is in its row: {@code weight}, {@code bias}, {@code movingMean}
 * @param shape its extents
 * @param initializer how it starts
 * @param role what moves it
 * @param penalty what it adds to the loss
 * @param constraint what it is kept within
 */
public record ParameterSpec(
    String name,
    Shape shape,
    InitializerSpec initializer,
    Role role,
    Optional<Penalty> penalty,
    Optional<ConstraintSpec> constraint) {
  /** What moves a parameter. */
  public enum Role {
    /** Gradients and weight decay. */
    WEIGHT,
    /** As a weight, of which batches use some rows. */
    TABLE,
    /** Gradients alone: a bias, a scale. */
    PARAMETER,
    /** No gradient: a statistic of the data, or what a frozen layer has. */
    UNTRAINED,
    /** No gradient: what a row remembers from batch to batch, {@code [batchSize, …]}. */
    STATE
  }

  public static ParameterSpec weight(String name, Shape shape, InitializerSpec initializer) {
    return of(name, shape, initializer, Role.WEIGHT);
  }

  public static ParameterSpec table(String name, Shape shape, InitializerSpec initializer) {
    return of(name, shape, initializer, Role.TABLE);
  }

  public static ParameterSpec parameter(String name, Shape shape, InitializerSpec initializer) {
    return of(name, shape, initializer, Role.PARAMETER);
  }

  public static ParameterSpec untrained(String name, Shape shape, InitializerSpec initializer) {
    return of(name, shape, initializer, Role.UNTRAINED);
  }

  /** A state, which starts with 0. */
  public static ParameterSpec state(String name, Shape shape) {
    return of(name, shape, InitializerSpec.of("zeros"), Role.STATE);
  }

  private static ParameterSpec of(
      String name, Shape shape, InitializerSpec initializer, Role role) {
    return new ParameterSpec(name, shape, initializer, role, Optional.empty(), Optional.empty());
  }

  /** The same with a regularizer and a constraint. */
  public ParameterSpec with(Optional<Penalty> added, Optional<ConstraintSpec> kept) {
    return new ParameterSpec(name, shape, initializer, role, added, kept);
  }

  /** The same that starts otherwise. */
  public ParameterSpec starting(InitializerSpec start) {
    return new ParameterSpec(name, shape, start, role, penalty, constraint);
  }

  /** The same in a frozen layer: what is not trained is neither regularized nor constrained. */
  public ParameterSpec frozen() {
    return trained() ? of(name, shape, initializer, Role.UNTRAINED) : this;
  }

  /** Whether gradients move it. */
  public boolean trained() {
    return role == Role.WEIGHT || role == Role.TABLE || role == Role.PARAMETER;
  }
}
