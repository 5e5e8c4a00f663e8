package org.synapt.processor.conformance;

/** A row of a declaration: its name, and the extents of its value. */
final class Row {
  private final String name;
  private final int[] shape;

  Row(String name, int... shape) {
    this.name = name;
    this.shape = shape;
  }

  String name() {
    return name;
  }

  int[] shape() {
    return shape;
  }

  int rank() {
    return shape.length;
  }

  int last() {
    return shape[shape.length - 1];
  }

  int size() {
    return Array.size(shape);
  }
}
