package org.synapt.image;

/** From where to where the numbers of an image go. */
public enum PixelRange {
  /** 0 … 255, as in files. */
  BYTE(255),
  /** 0 … 1, as networks like it. */
  UNIT(1);

  private final int white;

  PixelRange(int white) {
    this.white = white;
  }

  /** The largest number. */
  int white() {
    return white;
  }
}
