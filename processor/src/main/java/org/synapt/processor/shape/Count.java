package org.synapt.processor.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many elements there are, as far as it is known: a number, times symbols that each batch
 * decides. {@code any * 128}.
 *
 * @param coefficient the number
 * @param symbols the symbols, {@code any} first; one that counts twice stands twice
 */
public record Count(long coefficient, List<Integer> symbols) {

  /** Sorts the symbols. */
  public Count {
    List<Integer> sorted = new ArrayList<>(symbols);
    sorted.sort(Collections.reverseOrder());
    symbols = List.copyOf(sorted);
  }

  public static Count of(long number) {
    return new Count(number, List.of());
  }

  /** Of an extent, which may be a symbol. */
  public static Count ofExtent(int extent) {
    return extent < 0 ? new Count(1, List.of(extent)) : of(extent);
  }

  public Count times(Count other) {
    List<Integer> all = new ArrayList<>(symbols);
    all.addAll(other.symbols);
    return new Count(Shape.timesSaturating(coefficient, other.coefficient), all);
  }

  /** The other factor; requires that this is a multiple. */
  public Count over(Count factor) {
    List<Integer> rest = new ArrayList<>(symbols);
    boolean divides = coefficient % factor.coefficient == 0;
    for (Integer symbol : factor.symbols) {
      divides &= rest.remove(symbol);
    }
    if (!divides) {
      throw new IllegalArgumentException(this + " is no multiple of " + factor);
    }
    return new Count(coefficient / factor.coefficient, rest);
  }

  /** Whether no batch decides it. */
  public boolean isNumber() {
    return symbols.isEmpty();
  }

  /** Whether there is exactly one. */
  public boolean isOne() {
    return isNumber() && coefficient == 1;
  }

  /** {@code 128}, {@code any}, {@code any * any2 * 128}. */
  @Override
  public String toString() {
    List<String> factors = new ArrayList<>();
    symbols.forEach(symbol -> factors.add(Shape.text(symbol)));
    if (coefficient != 1 || factors.isEmpty()) {
      factors.add(String.valueOf(coefficient));
    }
    return String.join(" * ", factors);
  }
}
