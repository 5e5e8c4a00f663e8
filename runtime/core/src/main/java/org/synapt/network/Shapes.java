package org.synapt.network;

import java.util.Arrays;

/** Extents, of which those below 0 are symbols: {@code −1} is {@code ANY}, and so on. */
final class Shapes {
  private Shapes() {}

  /** The elements, if each symbol were 1. */
  static int size(int[] shape) {
    int size = 1;
    for (int extent : shape) {
      size *= Math.max(extent, 1);
    }
    return size;
  }

  /** The elements, where symbols are these; refuses more than an index counts. */
  static int size(int[] shape, int[] extents) {
    long size = 1;
    for (int extent : shape) {
      size *= known(extent, extents);
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            text(of(shape, extents)) + " has more elements than an index can count");
      }
    }
    return (int) size;
  }

  /** An extent; what is said of it if it is a symbol. */
  static int known(int extent, int[] extents) {
    return extent < 0 && -extent <= extents.length ? extents[-extent - 1] : Math.max(extent, 1);
  }

  /** The shape, with these in the places of symbols. */
  static int[] of(int[] shape, int[] extents) {
    return Arrays.stream(shape).map(extent -> known(extent, extents)).toArray();
  }

  /** How many symbols there are at most: 2 where {@code ANY_2} is among the extents. */
  static int symbols(int[] shape) {
    return -Math.min(0, Arrays.stream(shape).min().orElse(0));
  }

  /** {@code any}, {@code any2}, {@code any3}. */
  static String symbol(int number) {
    return number == 0 ? "any" : "any" + (number + 1);
  }

  static String extent(int extent) {
    return extent < 0 ? symbol(-extent - 1) : String.valueOf(extent);
  }

  /** {@code [any, 16]}. */
  static String text(int[] shape) {
    StringBuilder text = new StringBuilder("[");
    for (int extent : shape) {
      text.append(text.length() == 1 ? "" : ", ").append(extent(extent));
    }
    return text.append(']').toString();
  }
}
