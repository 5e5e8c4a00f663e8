package org.synapt.data;

/** What an image is at a place between the centres of its pixels. */
public enum Interpolation {
  /** The four pixels around, each by its nearness. */
  BILINEAR,
  /** The nearest pixel; halfway, the one below or to the right. */
  NEAREST
}
