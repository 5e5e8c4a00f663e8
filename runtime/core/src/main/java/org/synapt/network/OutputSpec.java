package org.synapt.network;

import java.util.Arrays;

/** An output of a network: its shape, its loss and what its target looks like. */
public final class OutputSpec {
  private final String name;
  private final String loss;
  private final float weight;
  private final int[] shape;
  private final int[] targetShape;
  private final String target;
  private final boolean logits;

  OutputSpec(
      String name,
      String loss,
      float weight,
      int[] shape,
      int[] targetShape,
      String target,
      boolean logits) {
    this.name = name;
    this.loss = loss;
    this.weight = weight;
    this.shape = shape;
    this.targetShape = targetShape;
    this.target = target;
    this.logits = logits;
  }

  /**
   * The row's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Keras's name of the loss, such as {@code categorical_crossentropy}; {@code formula} for one of
   * the user's own.
   *
   * @return the name
   */
  public String loss() {
    return loss;
  }

  /**
   * How much the output counts.
   *
   * @return the factor of its loss
   */
  public float weight() {
    return weight;
  }

  /**
   * The extents of one prediction.
   *
   * @return the extents
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The floats of one prediction.
   *
   * @return the extents, multiplied
   */
  public int size() {
    return Signature.size(shape);
  }

  /**
   * The extents of one target; none for a single number.
   *
   * @return the extents
   */
  public int[] targetShape() {
    return targetShape.clone();
  }

  /**
   * The floats of one target.
   *
   * @return the extents, multiplied
   */
  public int targetSize() {
    return Signature.size(targetShape);
  }

  /**
   * The row that is this output's target, so that the data hold none.
   *
   * @return the row's name; empty where the data hold the target
   */
  public String target() {
    return target;
  }

  /**
   * Whether predictions are logits, of which the loss takes the softmax or sigmoid itself.
   *
   * @return whether they are logits
   */
  public boolean logits() {
    return logits;
  }

  /** {@code digit [10]}. */
  @Override
  public String toString() {
    return name + " " + Arrays.toString(shape);
  }
}
