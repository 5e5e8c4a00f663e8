package org.synapt.data;

/**
 * What is done to a text before it is split: Keras's {@code standardize}.
 *
 * <p>Letters are A to Z and punctuation is {@code !"#$%&()*+,-./:;<=>?@[\]^_`{|}~'}, as in Keras:
 * whoever has other letters or other signs changes them before.
 */
public enum TextStandardize {
  /** The text as it is. */
  NONE(false, false),
  /** Small letters for A to Z. */
  LOWER(true, false),
  /** No punctuation; what it stood between comes together. */
  STRIP_PUNCTUATION(false, true),
  /** Small letters and no punctuation. */
  LOWER_AND_STRIP_PUNCTUATION(true, true);

  private final boolean lower;
  private final boolean strip;

  TextStandardize(boolean lower, boolean strip) {
    this.lower = lower;
    this.strip = strip;
  }

  String apply(String text) {
    if (!lower && !strip) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(strip && isPunctuation(c))) {
        kept.append(lower && c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
      }
    }
    return kept.toString();
  }

  /** What ASCII prints that is neither letter nor digit nor space. */
  private static boolean isPunctuation(char c) {
    return c > ' '
        && c < 0x7f
        && !(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
  }
}
