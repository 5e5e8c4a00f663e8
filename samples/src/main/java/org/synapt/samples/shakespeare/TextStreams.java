package org.synapt.samples.shakespeare;

import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.data.TimeseriesWindows;

/**
 * A text as streams that are read side by side, so that example i of a batch goes on where example
 * i of the batch before ended.
 *
 * <pre>
 * abcdefghijkl in 2 streams, 3 characters at a time:   abc ghi   then   def jkl
 * </pre>
 */
final class TextStreams {
  private TextStreams() {}

  /**
   * Cuts a text.
   *
   * @param characters the text, a number for each character
   * @param streams how many examples a batch has
   * @param steps how many characters each of them reads
   * @return batch by batch, the characters and for each the one that follows
   */
  static Examples of(int[] characters, int streams, int steps) {
    float[] numbers = new float[characters.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = characters[i];
    }
    Column text = Column.of("characters", 1, numbers);
    TimeseriesWindows windows = TimeseriesWindows.of(steps).sequenceStride(steps);
    Column read = windows.windows(text.slice(0, text.count() - 1));
    Column next = windows.windows(text.slice(1, text.count()).named("next"));
    int ofEach = read.count() / streams;
    int[] order = new int[ofEach * streams];
    for (int at = 0; at < order.length; at++) {
      order[at] = at % streams * ofEach + at / streams;
    }
    return Examples.of(read, next).select(order);
  }
}
