package org.synapt.network;

import java.util.Arrays;
import java.util.Optional;
import org.synapt.buffer.Buffer;

/**
 * An array of a network that is kept from batch to batch, by name: {@code hidden1.weight [784,
 * 500]}.
 */
public final class Parameter {
  private final Network network;
  private final String name;
  private final int[] shape;
  private final boolean trained;
  private final int at;
  private final Buffer value;
  private Optional<Buffer> gradient = Optional.empty();

  Parameter(Network network, String name, int[] shape, boolean trained, int at, Buffer value) {
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
  public String name() {
    return name;
  }

  /**
   * The extents, laid out as in Keras: a dense weight is {@code [in, units]}.
   *
   * @return the extents
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * How many floats it has.
   *
   * @return the number of floats
   */
  public int size() {
    return value.length();
  }

  /**
   * Whether gradients move it; not so a statistic, nor what a frozen layer has.
   *
   * @return whether it is trained
   */
  public boolean trained() {
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
  public Buffer value() {
    return value;
  }

  /**
   * Where the derivative of the loss lies, once the network has been trained.
   *
   * @return the memory
   * @throws IllegalStateException if it is not trained
   */
  public Buffer gradient() {
    if (!trained) {
      throw new IllegalStateException(name + " is not trained and has no gradient");
    }
    if (!gradient.isPresent()) {
      gradient = Optional.of(network.gradients().slice(at, value.length()));
    }
    return gradient.get();
  }

  /**
   * A copy of the array.
   *
   * @return the numbers, row-major
   */
  public float[] get() {
    float[] copy = new float[value.length()];
    value.get(0, copy, 0, copy.length);
    return copy;
  }

  /**
   * Replaces the array.
   *
   * @param numbers as many as the parameter has, row-major
   * @throws IllegalArgumentException if there are more or fewer, or one is not finite; nothing is
   *     changed then
   */
  public void set(float... numbers) {
    requireSize(numbers.length);
    Values.requireFinite(name, numbers, 0, numbers.length);
    value.put(0, numbers, 0, numbers.length);
  }

  /**
   * Copies the array into memory of any kind.
   *
   * @param target written, from its first float on: as many floats as the parameter has
   * @throws IllegalArgumentException if it has more or fewer
   */
  public void get(Buffer target) {
    requireSize(target.length());
    Values.copy(value, target, target.length());
  }

  /**
   * Replaces the array by a copy from memory of any kind.
   *
   * @param numbers as many as the parameter has, row-major
   * @throws IllegalArgumentException if there are more or fewer, or one is not finite; nothing is
   *     changed then
   */
  public void set(Buffer numbers) {
    requireSize(numbers.length());
    float[] room = new float[Values.room(numbers.length())];
    int wrong = numbers.firstNotFinite(0, numbers.length(), room);
    if (wrong >= 0) {
      numbers.get(wrong, room, 0, 1);
      throw Values.notFinite(name, wrong, room[0]);
    }
    Values.copy(numbers, value, numbers.length());
  }

  private void requireSize(int found) {
    if (found != value.length()) {
      throw new IllegalArgumentException(
          this + " takes " + value.length() + " floats, not " + found);
    }
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(shape);
  }
}
