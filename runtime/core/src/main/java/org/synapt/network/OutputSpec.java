package org.synapt.network;

/** An output of a network: its shape, its loss and what its target looks like. */
public final class OutputSpec {
  private final String name;
  private final String loss;
  private final float weight;
  private final int[] shape;
  private final int[] targetShape;
  private final String target;
  private final boolean logits;
  private final boolean masked;

  OutputSpec(
      String name,
      String loss,
      float weight,
      int[] shape,
      int[] targetShape,
      String target,
      boolean logits,
      boolean masked) {
    this.name = name;
    this.loss = loss;
    this.weight = weight;
    this.shape = shape;
    this.targetShape = targetShape;
    this.target = target;
    this.logits = logits;
    this.masked = masked;
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
   * The extents of one prediction, where each batch decides some of them.
   *
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are
   * @return the extents, all of them numbers
   */
  public int[] shape(int... extents) {
    return Shapes.of(shape, extents);
  }

  /**
   * The floats of one prediction.
   *
   * @return the extents, multiplied; an extent that each batch decides counts as 1
   */
  public int size() {
    return Shapes.size(shape);
  }

  /**
   * The floats of one prediction, where each batch decides some of its extents.
   *
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are
   * @return the extents, multiplied
   */
  public int size(int... extents) {
    return Shapes.size(shape, extents);
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
   * @return the extents, multiplied; an extent that each batch decides counts as 1
   */
  public int targetSize() {
    return Shapes.size(targetShape);
  }

  /**
   * The floats of one target, where each batch decides some of its extents.
   *
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are
   * @return the extents, multiplied
   */
  public int targetSize(int... extents) {
    return Shapes.size(targetShape, extents);
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

  /**
   * Whether steps, the first axis of predictions, may not count in loss and metrics.
   *
   * @return whether the output has a mask
   */
  public boolean masked() {
    return masked;
  }

  /** The same, of logits or masked besides. */
  OutputSpec with(boolean ofLogits, boolean withMask) {
    return new OutputSpec(
        name, loss, weight, shape, targetShape, target, logits || ofLogits, masked || withMask);
  }

  /** {@code digit [10]}. */
  @Override
  public String toString() {
    return name + " " + Shapes.text(shape);
  }
}
