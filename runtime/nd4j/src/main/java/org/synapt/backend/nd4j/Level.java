package org.synapt.backend.nd4j;

/** What an array has an element for; one of a lower level serves all of a higher one. */
enum Level {
  /** The whole result. */
  SCALAR,
  /** Each column of the result. */
  VECTOR,
  /** Each element of the result. */
  MATRIX;

  Level or(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** How many floats an array has. */
  int floats(int rows, int columns) {
    return switch (this) {
      case SCALAR -> 1;
      case VECTOR -> columns;
      case MATRIX -> rows * columns;
    };
  }
}
