package org.synapt.network;

import java.util.List;

/** A row of a network: a line of its summary. */
public final class RowSpec {
  private final String name;
  private final String layer;
  private final String text;
  private final int[] shape;
  private final int parameters;
  private final List<String> operands;

  RowSpec(
      String name, String layer, String text, int[] shape, int parameters, List<String> operands) {
    this.name = name;
    this.layer = layer;
    this.text = text;
    this.shape = shape;
    this.parameters = parameters;
    this.operands = operands;
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
   * The layer's name, such as {@code Dense}.
   *
   * @return the name
   */
  public String layer() {
    return layer;
  }

  /**
   * The layer with what it was told, such as {@code dense(500), relu}.
   *
   * @return the text
   */
  public String text() {
    return text;
  }

  /**
   * The extents of one example's value.
   *
   * @return the extents
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The extents of one example's value, where each batch decides some of them.
   *
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are
   * @return the extents, all of them numbers
   */
  public int[] shape(int... extents) {
    return Shapes.of(shape, extents);
  }

  /**
   * The floats of one example's value.
   *
   * @return the extents, multiplied; an extent that each batch decides counts as 1
   */
  public int size() {
    return Shapes.size(shape);
  }

  /**
   * The floats of one value, where each batch decides some of its extents.
   *
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are
   * @return the extents, multiplied
   */
  public int size(int... extents) {
    return Shapes.size(shape, extents);
  }

  /**
   * The trained floats that this row brings.
   *
   * @return the number of floats
   */
  public int parameters() {
    return parameters;
  }

  /**
   * The rows it takes.
   *
   * @return their names
   */
  public List<String> operands() {
    return operands;
  }
}
