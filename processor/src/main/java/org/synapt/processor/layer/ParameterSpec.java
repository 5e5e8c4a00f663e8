package org.synapt.processor.layer;

import org.synapt.processor.shape.Shape;

/**
 * An array that a layer keeps from batch to batch.
 *
 * @param name what it is in its row: {@code weight}, {@code bias}, {@code movingMean}
 * @param shape its extents
 * @param initializer how it starts
 * @param role what moves it
 */
public record ParameterSpec(String name, Shape shape, InitializerSpec initializer, Role role) {
  /** What moves a parameter. */
  public enum Role {
    /** Gradients and weight decay. */
    WEIGHT,
    /** Gradients alone: a bias, a scale. */
    PARAMETER,
    /** No gradient: a statistic of the data, or what a frozen layer has. */
    UNTRAINED
  }

  public static ParameterSpec weight(String name, Shape shape, InitializerSpec initializer) {
    return new ParameterSpec(name, shape, initializer, Role.WEIGHT);
  }

  public static ParameterSpec parameter(String name, Shape shape, InitializerSpec initializer) {
    return new ParameterSpec(name, shape, initializer, Role.PARAMETER);
  }

  public static ParameterSpec untrained(String name, Shape shape, InitializerSpec initializer) {
    return new ParameterSpec(name, shape, initializer, Role.UNTRAINED);
  }

  /** The same in a frozen layer. */
  public ParameterSpec frozen() {
    return new ParameterSpec(name, shape, initializer, Role.UNTRAINED);
  }

  /** Whether gradients move it. */
  public boolean trained() {
    return role != Role.UNTRAINED;
  }
}
