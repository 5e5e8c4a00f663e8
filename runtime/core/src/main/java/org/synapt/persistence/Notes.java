package org.synapt.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What somebody remembers, by name, kept in a file beside a network's parameters: numbers such as
 * the best loss so far, floats such as the parameters that had it.
 */
public final class Notes {
  private final Map<String, double[]> numbers = new LinkedHashMap<>();
  private final Map<String, float[]> floats = new LinkedHashMap<>();

  /** Remembers nothing yet. */
  public Notes() {}

  /**
   * Writes numbers down; NaN and infinities too.
   *
   * @param name what they are; earlier ones of this name are replaced
   * @param values the numbers, copied
   * @return this
   */
  public Notes put(String name, double... values) {
    floats.remove(name);
    numbers.put(name, values.clone());
    return this;
  }

  /**
   * Writes floats down, such as parameters.
   *
   * @param name what they are; earlier ones of this name are replaced
   * @param values the floats, copied
   * @return this
   */
  public Notes putFloats(String name, float[] values) {
    numbers.remove(name);
    floats.put(name, values.clone());
    return this;
  }

  /**
   * Whether something was written down.
   *
   * @param name what it is
   * @return whether there are numbers or floats of this name
   */
  public boolean has(String name) {
    return numbers.containsKey(name) || floats.containsKey(name);
  }

  /**
   * All that was written down: names of numbers, then names of floats.
   *
   * @return the names
   */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(numbers.keySet());
    names.addAll(floats.keySet());
    return Collections.unmodifiableSet(names);
  }

  /**
   * Numbers that were written down.
   *
   * @param name what they are
   * @return a copy
   * @throws IllegalArgumentException if there are none; the message lists what there is
   */
  public double[] numbers(String name) {
    return found(name, numbers).clone();
  }

  /**
   * A number that was written down alone.
   *
   * @param name what it is
   * @return the number
   * @throws IllegalArgumentException if there is none, or more than one
   */
  public double number(String name) {
    double[] values = found(name, numbers);
    if (values.length != 1) {
      throw new IllegalArgumentException(name + " is not one number but " + values.length);
    }
    return values[0];
  }

  /**
   * A whole number from 0 up that was written down alone.
   *
   * @param name what it is
   * @return the number
   * @throws IllegalArgumentException if there is none, or it is no such number
   */
  public int count(String name) {
    double value = number(name);
    int count = (int) value;
    if (count < 0 || count != value) {
      throw new IllegalArgumentException(name + " is " + value + ", not a count");
    }
    return count;
  }

  /**
   * Floats that were written down.
   *
   * @param name what they are
   * @return a copy
   * @throws IllegalArgumentException if there are none; the message lists what there is
   */
  public float[] floats(String name) {
    return found(name, floats).clone();
  }

  private <T> T found(String name, Map<String, T> kept) {
    T values = kept.get(name);
    if (values == null) {
      throw new IllegalArgumentException("there is no " + name + " among " + names());
    }
    return values;
  }

  void addNumbers(String prefix, TensorWriter tensors) {
    numbers.forEach((name, values) -> tensors.add(prefix + name, values));
  }

  void addFloats(String prefix, TensorWriter tensors) {
    floats.forEach((name, values) -> tensors.add(prefix + name, values));
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
