package org.synapt.data;

/** The shape of an image, pixel by pixel, row by row, with the channels of a pixel together. */
record ImageShape(int rows, int columns, int channels) {

  ImageShape {
    if (rows < 1 || columns < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "an image needs at least 1 row, 1 column and 1 channel, not "
              + rows
              + ", "
              + columns
              + " and "
              + channels);
    }
    Math.multiplyExact(Math.multiplyExact(rows, columns), channels);
  }

  int floats() {
    return rows * columns * channels;
  }

  /** Where a pixel begins. */
  int at(int row, int column) {
    return (row * columns + column) * channels;
  }

  @Override
  public String toString() {
    return "[" + rows + ", " + columns + ", " + channels + "]";
  }
}
