package org.synapt.data;

import java.util.Optional;

/**
 * One thing that is done to an image; what it draws for the image follows from the numbers given.
 */
interface ImageStep {

  /** The shape that comes out. */
  ImageShape shape();

  /** {@code y = step(x)}; x is read and y written, and neither lies in the other. */
  void apply(SplitMix random, float[] x, int xAt, float[] y, int yAt);

  /** What is done where nothing is left to chance; nothing where the step does nothing else. */
  Optional<ImageStep> settled();
}
