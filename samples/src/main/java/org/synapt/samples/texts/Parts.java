package org.synapt.samples.texts;

import org.synapt.data.LabelledTexts;

/**
 * Texts in three parts: to learn from, to choose the best epoch with, and to be judged by in the
 * end.
 *
 * <p>Whoever chooses by the texts that he is judged by in the end is judged too well.
 */
public record Parts(LabelledTexts train, LabelledTexts validation, LabelledTexts test) {

  /** Shuffles texts; a tenth is judged by, a tenth of the rest chosen with. */
  public static Parts of(LabelledTexts texts, long seed) {
    LabelledTexts shuffled = texts.shuffled(seed);
    int test = shuffled.count() / 10;
    int validation = (shuffled.count() - test) / 10;
    int train = shuffled.count() - test - validation;
    return new Parts(
        shuffled.slice(0, train),
        shuffled.slice(train, train + validation),
        shuffled.slice(train + validation, shuffled.count()));
  }
}
