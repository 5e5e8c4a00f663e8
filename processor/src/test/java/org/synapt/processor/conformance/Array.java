package org.synapt.processor.conformance;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An array of a case, as ONNX lays it out. */
final class Array {
  private final String type;
  private final int[] shape;
  private final double[] numbers;

  /**
   * An array.
   *
   * @param type the name of its numbers' type
   * @param shape its extents; none for a single number
   * @param numbers its elements, the last axis quickest; truth values are 1 and 0
   */
  Array(String type, int[] shape, double... numbers) {
    this.type = type;
    this.shape = shape;
    this.numbers = numbers;
  }

  static Array of(int[] shape, double... numbers) {
    return new Array("float32", shape, numbers);
  }

  String type() {
    return type;
  }

  int[] shape() {
    return shape;
  }

  double[] numbers() {
    return numbers;
  }

  /** How many elements some extents hold. */
  static int size(int... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  int rank() {
    return shape.length;
  }

  int size() {
    return numbers.length;
  }

  /** Whether it holds whole numbers, which wrap and truncate as no value of a network does. */
  boolean whole() {
    return type.startsWith("int") || type.startsWith("uint");
  }

  boolean isNumber(double number) {
    return size() == 1 && numbers[0] == number;
  }

  float[] floats() {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  int[] integers() {
    return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
  }

  Array reshaped(int... extents) {
    return new Array(type, extents, numbers);
  }

  /** Some of what lies along the first axis. */
  Array slice(int from, int to) {
    int each = size() / shape[0];
    int[] extents = shape.clone();
    extents[0] = to - from;
    return new Array(type, extents, Arrays.copyOfRange(numbers, from * each, to * each));
  }

  /** Axis {@code i} of the result is axis {@code axes[i]} of this. */
  Array permuted(int... axes) {
    int[] turned = IntStream.of(axes).map(axis -> shape[axis]).toArray();
    double[] result = new double[numbers.length];
    int[] at = new int[axes.length];
    for (int i = 0; i < result.length; i++) {
      int from = 0;
      for (int axis = 0; axis < axes.length; axis++) {
        from += at[axis] * size(Arrays.copyOfRange(shape, axes[axis] + 1, shape.length));
      }
      result[i] = numbers[from];
      for (int axis = axes.length - 1; axis >= 0 && ++at[axis] == turned[axis]; axis--) {
        at[axis] = 0;
      }
    }
    return new Array(type, turned, result);
  }
}
