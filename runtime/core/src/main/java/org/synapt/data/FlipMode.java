package org.synapt.data;

/** Which way images are flipped. */
public enum FlipMode {
  /** Left and right are exchanged. */
  HORIZONTAL(true, false),
  /** Top and bottom are exchanged. */
  VERTICAL(false, true),
  /** Either, both or none. */
  HORIZONTAL_AND_VERTICAL(true, true);

  private final boolean sideways;
  private final boolean upsideDown;

  FlipMode(boolean sideways, boolean upsideDown) {
    this.sideways = sideways;
    this.upsideDown = upsideDown;
  }

  boolean sideways() {
    return sideways;
  }

  boolean upsideDown() {
    return upsideDown;
  }
}
