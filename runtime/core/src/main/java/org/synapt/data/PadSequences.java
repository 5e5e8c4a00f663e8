package org.synapt.data;

import java.util.Arrays;

/**
 * Brings sequences to one length: shorter ones are padded, longer ones lose numbers.
 *
 * <pre>
 * {1}, {2, 3}, {4, 5, 6}   →   0 0 1
 *                              0 2 3
 *                              4 5 6
 * </pre>
 *
 * <p>Unless told otherwise, all become as long as the longest, and both is done at the beginning,
 * with 0. Source: Keras, keras.utils.pad_sequences.
 */
public final class PadSequences {
  private static final int LONGEST = -1;

  private final int length;
  private final boolean paddingPost;
  private final boolean truncatingPost;
  private final float value;

  private PadSequences(int length, boolean paddingPost, boolean truncatingPost, float value) {
    this.length = length;
    this.paddingPost = paddingPost;
    this.truncatingPost = truncatingPost;
    this.value = value;
  }

  /**
   * Padding with Keras's defaults.
   *
   * @return the padding
   */
  public static PadSequences defaults() {
    return new PadSequences(LONGEST, false, false, 0);
  }

  /**
   * Brings all to a given length: Keras's maxlen.
   *
   * @param numbers the length, at least 1
   * @return the padding
   * @throws IllegalArgumentException if it is below 1
   */
  public PadSequences maxlen(int numbers) {
    if (numbers < 1) {
      throw new IllegalArgumentException("sequences need a length of at least 1, not " + numbers);
    }
    return new PadSequences(numbers, paddingPost, truncatingPost, value);
  }

  /**
   * Pads behind the sequence: Keras's {@code padding="post"}.
   *
   * @return the padding
   */
  public PadSequences paddingPost() {
    return new PadSequences(length, true, truncatingPost, value);
  }

  /**
   * Takes numbers away from the end: Keras's {@code truncating="post"}.
   *
   * @return the padding
   */
  public PadSequences truncatingPost() {
    return new PadSequences(length, paddingPost, true, value);
  }

  /**
   * Pads with another number than 0.
   *
   * @param number the number
   * @return the padding
   */
  public PadSequences value(float number) {
    return new PadSequences(length, paddingPost, truncatingPost, number);
  }

  /**
   * Pads sequences.
   *
   * @param sequences the sequences
   * @return a row for each, of shape (sequences, length)
   * @throws IllegalArgumentException if there are none, or all are empty and no length was given
   */
  public NdArray apply(float[]... sequences) {
    int columns = length == LONGEST ? longest(sequences) : length;
    if (sequences.length == 0 || columns == 0) {
      throw new IllegalArgumentException(
          sequences.length == 0
              ? "there are no sequences to pad"
              : "all sequences are empty; give the length to pad them to");
    }
    float[] values = new float[Math.multiplyExact(sequences.length, columns)];
    Arrays.fill(values, value);
    for (int i = 0; i < sequences.length; i++) {
      int found = sequences[i].length;
      int kept = Math.min(found, columns);
      int from = truncatingPost ? 0 : found - kept;
      int to = i * columns + (paddingPost ? 0 : columns - kept);
      System.arraycopy(sequences[i], from, values, to, kept);
    }
    return new NdArray(new int[] {sequences.length, columns}, values);
  }

  /**
   * Pads sequences of whole numbers, such as words.
   *
   * @param sequences the sequences
   * @return a row for each, of shape (sequences, length)
   * @throws IllegalArgumentException if there are none, all are empty and no length was given, or a
   *     number is too large for a float to hold exactly
   */
  public NdArray apply(int[]... sequences) {
    float[][] floats = new float[sequences.length][];
    for (int i = 0; i < sequences.length; i++) {
      floats[i] = new float[sequences[i].length];
      for (int j = 0; j < floats[i].length; j++) {
        floats[i][j] = sequences[i][j];
        if ((int) floats[i][j] != sequences[i][j]) {
          throw new IllegalArgumentException(
              "a float cannot hold " + sequences[i][j] + " of sequence " + i + " exactly");
        }
      }
    }
    return apply(floats);
  }

  private static int longest(float[][] sequences) {
    int longest = 0;
    for (float[] sequence : sequences) {
      longest = Math.max(longest, sequence.length);
    }
    return longest;
  }
}
