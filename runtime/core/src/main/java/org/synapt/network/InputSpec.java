package org.synapt.network;

/** An input of a network: its name and the extents of one example. */
public final class InputSpec {
  private final String name;
  private final int[] shape;
  private final int below;

  InputSpec(String name, int[] shape, int below) {
    this.name = name;
    this.shape = shape;
    this.below = below;
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
   * The extents of one example.
   *
   * @return the extents
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The floats of one example.
   *
   * @return the extents, multiplied; an extent that each batch decides counts as 1
   */
  public int size() {
    return Shapes.size(shape);
  }

  /**
   * The floats of one example, where each batch decides some of its extents.
   *
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are
   * @return the extents, multiplied
   */
  public int size(int... extents) {
    return Shapes.size(shape, extents);
  }

  /**
   * What its numbers stay below, where they are whole numbers from 0 on, because rows are looked up
   * with them.
   *
   * @return the smallest number that is too large; 0 if it takes any finite numbers
   */
  public int below() {
    return below;
  }

  /**
   * Looks for a number that is not one of those that it takes, if it {@linkplain #below takes}
   * whole numbers alone.
   *
   * @param numbers read
   * @param from the first position
   * @param to the position after the last
   * @return where the first such number stands; −1 if there is none
   */
  public int firstRefused(float[] numbers, int from, int to) {
    boolean sound = true;
    for (int i = from; below > 0 && i < to; i++) {
      sound &= isSound(numbers[i]);
    }
    for (int i = from; !sound && i < to; i++) {
      if (!isSound(numbers[i])) {
        return i;
      }
    }
    return -1;
  }

  private boolean isSound(float number) {
    return number == (int) number & number >= 0 & number < below;
  }

  /**
   * What is wrong with a number that it does not take, behind the words that say where it stands.
   *
   * @param number the number
   * @return {@code is 20000, but numbers go from 0 to 19999; inputDim = 20001 would hold it}
   */
  public String finding(float number) {
    boolean whole = number == (int) number;
    String text = "is " + (whole ? String.valueOf((int) number) : String.valueOf(number));
    text += ", but whole numbers from 0 to " + (below - 1) + " are taken";
    return number == below ? text + "; inputDim = " + (below + 1) + " would hold it" : text;
  }

  /** {@code digit [10]}. */
  @Override
  public String toString() {
    return name + " " + Shapes.text(shape);
  }
}
