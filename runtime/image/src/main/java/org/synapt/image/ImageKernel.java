package org.synapt.image;

/**
 * Kernels of 3 × 3 that people gave to convolutions before convolutions learned their own.
 *
 * <pre>{@code
 * // @Conv2D(filters = 3, kernelSize = 3, padding = SAME, useBias = false, trainable = false)
 * network.parameter("sharp.weight").set(ImageKernel.SHARPEN.weight(3));
 * }</pre>
 *
 * <p>Source: Powell, Image Kernels Explained Visually, setosa.io, 2015, where EDGES is called
 * outline.
 */
public enum ImageKernel {
  /** Each pixel as it is. */
  IDENTITY(1, 0, 0, 0, 0, 1, 0, 0, 0, 0),
  /** What neighbours have in common: 1 2 1, 2 4 2, 1 2 1, over 16. */
  BLUR(16, 1, 2, 1, 2, 4, 2, 1, 2, 1),
  /** What neighbours do not have in common, more so: 0 −1 0, −1 5 −1, 0 −1 0. */
  SHARPEN(1, 0, -1, 0, -1, 5, -1, 0, -1, 0),
  /** Light from above on the left: −2 −1 0, −1 1 1, 0 1 2. */
  EMBOSS(1, -2, -1, 0, -1, 1, 1, 0, 1, 2),
  /** Where pixels differ from those around, and 0 elsewhere: −1 but for 8 in the middle. */
  EDGES(1, -1, -1, -1, -1, 8, -1, -1, -1, -1);

  private final float[] numbers;

  ImageKernel(float divisor, float... numbers) {
    this.numbers = numbers;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] /= divisor;
    }
  }

  /**
   * The weight of a convolution that filters each channel by itself.
   *
   * @param channels how many come in and go out
   * @return the weight, [3, 3, channels, channels]
   * @throws IllegalArgumentException if there are none
   */
  public float[] weight(int channels) {
    if (channels < 1) {
      throw new IllegalArgumentException("an image needs at least 1 channel, not " + channels);
    }
    float[] weight = new float[numbers.length * channels * channels];
    for (int i = 0; i < numbers.length; i++) {
      for (int c = 0; c < channels; c++) {
        weight[(i * channels + c) * channels + c] = numbers[i];
      }
    }
    return weight;
  }

  /**
   * The weight of a convolution that filters a grey image by several kernels.
   *
   * @param kernels one for each channel that goes out
   * @return the weight, [3, 3, 1, kernels]
   */
  public static float[] weight(ImageKernel... kernels) {
    float[] weight = new float[9 * kernels.length];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = kernels[i % kernels.length].numbers[i / kernels.length];
    }
    return weight;
  }
}
