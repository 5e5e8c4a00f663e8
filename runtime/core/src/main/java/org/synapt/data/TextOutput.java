package org.synapt.data;

/** What a text becomes: Keras's {@code output_mode}. */
public enum TextOutput {
  /** The number of each token, in the order of the text; 0 pads. */
  INT(2),
  /** For each token of the vocabulary, 1 if the text has it, else 0. */
  MULTI_HOT(1),
  /** For each token of the vocabulary, how often the text has it. */
  COUNT(1),
  /**
   * For each token of the vocabulary, how often the text has it, times its weight: {@code ln(1 + n
   * / (1 + d))}, where d of the n texts that were adapted to have it.
   */
  TF_IDF(1);

  private final int reserved;

  TextOutput(int reserved) {
    this.reserved = reserved;
  }

  /** How many numbers come before that of the first word. */
  int reserved() {
    return reserved;
  }

  /** The number of what is not in the vocabulary. */
  int unknown() {
    return reserved - 1;
  }
}
