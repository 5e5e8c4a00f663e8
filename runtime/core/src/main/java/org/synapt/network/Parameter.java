package org.synapt.network;

import java.util.Arrays;
import java.util.Optional;
import org.synapt.buffer.Buffer;

/**
 * An array of a network that is kept from batch to batch, by name: {@code hidden1.weight [784,
 * 500]}.
 */
public class Parameter {
  private final Inventory network;
  private final String name;
  private final int[] shape;
  private final boolean trained;
  private final int at;
  private final Buffer value;
  private Optional<Buffer> gradient = Optional.empty();

  Parameter(Inventory network, String name, int[] shape, boolean trained, int at, Buffer value) {
    this.network = network;
    this.name = name;
    this.shape = shape;
    this.trained = trained;
    this.at = at;
    this.value = value;
  }

  /**
   * The row and what the array is in it: {@code hidden1.weight}, {@code trunk[2].inner.bias}.
   *
   * @return the name
   */
  public final String name() {
    return name;
  }

  /**
   * The extents, laid out as in Keras: a dense weight is {@code [in, units]}.
   *
   * @return the extents
   */
  public final int[] shape() {
    return shape.clone();
  }

  /**
   * How many floats it has.
   *
   * @return the number of floats
   */
  public final int size() {
    return value.length();
  }

  /**
   * Whether gradients move it; not so a statistic, nor what a frozen layer has.
   *
   * @return whether it is trained
   */
  public final boolean trained() {
    return trained;
  }

  /** Where it begins among the network's values. */
  int at() {
    return at;
  }

  /**
   * Where the array itself lies.
   *
   * <p>What others write at its {@linkplain Buffer#address address} counts as well, from then on.
   *
   * @return the memory; what is written there is used from then on
   */
  public final Buffer value() {
    share();
    return value;
  }

  /**
   * Where the array lies, for a look or a write before the next step of a training. Who keeps the
   * memory for longer takes {@link #value}.
   *
   * @return the memory; what is written there is used from then on
   */
  public final Buffer current() {
    bringUpToDate();
    return value;
  }

  /** As {@link #value}, for who says what is read there. */
  final Buffer memory() {
    return value;
  }

  /** Says that others read and write the array from now on, whenever they like. */
  void share() {}

  /** Says that the array is about to be read or written as a whole. */
  void bringUpToDate() {}

  /**
   * Where the derivative of the loss lies, once the network has been trained.
   *
   * @return the memory
   * @throws IllegalStateException if it is not trained
   */
  public final Buffer gradient() {
    if (!trained) {
      throw new IllegalStateException(name + " is not trained and has no gradient");
    }
    share();
    return gradientMemory();
  }

  final Buffer gradientMemory() {
    if (!gradient.isPresent()) {
      gradient = Optional.of(network.gradientMemory().slice(at, value.length()));
    }
    return gradient.get();
  }

  /**
   * A copy of the array.
   *
   * @return the numbers, row-major
   */
  public final float[] get() {
    float[] copy = new float[value.length()];
    current().get(0, copy, 0, copy.length);
    return copy;
  }

  /**
   * Replaces the array.
   *
   * @param numbers as many as the parameter has, row-major
   * @throws IllegalArgumentException if there are more or fewer, or one is not finite; nothing is
   *     changed then
   */
  public final void set(float... numbers) {
    requireSize(numbers.length);
    Values.requireFinite(name, numbers, 0, numbers.length);
    current().put(0, numbers, 0, numbers.length);
  }

  /**
   * Copies the array into memory of any kind.
   *
   * @param target written, from its first float on: as many floats as the parameter has
   * @throws IllegalArgumentException if it has more or fewer
   */
  public final void get(Buffer target) {
    requireSize(target.length());
    Values.copy(current(), target, target.length());
  }

  /**
   * Replaces the array by a copy from memory of any kind.
   *
   * @param numbers as many as the parameter has, row-major
   * @throws IllegalArgumentException if there are more or fewer, or one is not finite; nothing is
   *     changed then
   */
  public final void set(Buffer numbers) {
    requireSize(numbers.length());
    float[] room = new float[Values.room(numbers.length())];
    int wrong = numbers.firstNotFinite(0, numbers.length(), room);
    if (wrong >= 0) {
      numbers.get(wrong, room, 0, 1);
      throw Values.notFinite(name, wrong, room[0]);
    }
    Values.copy(numbers, current(), numbers.length());
  }

  private void requireSize(int found) {
    if (found != value.length()) {
      throw new IllegalArgumentException(
          this + " takes " + value.length() + " floats, not " + found);
    }
  }

  @Override
  public final String toString() {
    return name + " " + Arrays.toString(shape);
  }
}
