package org.synapt.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.synapt.buffer.Buffer;

/**
 * One named array of a data set: so many floats for each example, one example behind the other.
 *
 * <p>A column is a view: it shares the array or buffer that it was made of and copies nothing until
 * examples are asked for.
 */
public final class Column {
  private final String name;
  private final int width;
  private final Storage values;
  private final int first;
  private final int count;

  private Column(String name, int width, Storage values, int first, int count) {
    this.name = name;
    this.width = width;
    this.values = values;
    this.first = first;
    this.count = count;
  }

  /**
   * A column over an array.
   *
   * @param name the network's row that it feeds or is the target of
   * @param width the floats of one example
   * @param values the floats of all examples, row-major; shared, not copied
   * @return the column
   * @throws IllegalArgumentException if the floats do not divide evenly into examples
   */
  public static Column of(String name, int width, float[] values) {
    return of(name, width, values.length, new Storage.OfArray(values));
  }

  /**
   * A column over memory of any kind, such as that of another library: read when examples are asked
   * for, so that a data set of it is not there twice.
   *
   * @param name the network's row that it feeds or is the target of
   * @param width the floats of one example
   * @param values the floats of all examples, row-major; shared, not copied, and stays where it is
   * @return the column
   * @throws IllegalArgumentException if the floats do not divide evenly into examples
   */
  public static Column of(String name, int width, Buffer values) {
    return of(name, width, values.length(), new Storage.OfBuffer(values));
  }

  static Column of(String name, int width, int floats, Storage values) {
    if (width < 1) {
      throw new IllegalArgumentException(name + " needs a width of at least 1, not " + width);
    }
    if (floats % width != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d floats, which is not a multiple of the %,d of one example",
              name,
              floats,
              width));
    }
    return new Column(name, width, values, 0, floats / width);
  }

  /**
   * The name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The floats of one example.
   *
   * @return the number of floats
   */
  public int width() {
    return width;
  }

  /**
   * The number of examples.
   *
   * @return the number of examples
   */
  public int count() {
    return count;
  }

  /**
   * One float.
   *
   * @param example which example
   * @param at which float of it
   * @return the float
   * @throws IndexOutOfBoundsException if there is no such example or float
   */
  public float value(int example, int at) {
    requireExamples(example, example + 1);
    if (at < 0 || at >= width) {
      throw new IndexOutOfBoundsException(name + " has " + width + " floats, none at " + at);
    }
    return values.at((first + example) * width + at);
  }

  /**
   * The same floats under another name.
   *
   * @param other the name
   * @return the column
   */
  public Column named(String other) {
    return new Column(other, width, values, first, count);
  }

  /**
   * The examples from one to before another, as a view.
   *
   * @param from the first
   * @param to the one after the last
   * @return the column
   * @throws IndexOutOfBoundsException if they do not lie within
   */
  public Column slice(int from, int to) {
    requireExamples(from, to);
    return new Column(name, width, values, first + from, to - from);
  }

  /**
   * Some of the floats of each example: NumPy's {@code X[:, from:to]}.
   *
   * @param from the first
   * @param to the one after the last
   * @return a copy, of the same name
   * @throws IndexOutOfBoundsException if they do not lie within, or are none
   */
  public Column features(int from, int to) {
    if (from < 0 || to <= from || to > width) {
      throw new IndexOutOfBoundsException(
          name
              + " has the features 0 to "
              + (width - 1)
              + "; there are none from "
              + from
              + " to before "
              + to);
    }
    float[] part = new float[count * (to - from)];
    for (int i = 0; i < count; i++) {
      values.copy((first + i) * width + from, part, i * (to - from), to - from);
    }
    return of(name, to - from, part);
  }

  /**
   * Each pixel as an example of its own, for what is to be known of channels: {@code
   * Scaler.standard(pixels.channels(3))}.
   *
   * @param channels how many floats make a pixel
   * @return a view, of the same name
   * @throws IllegalArgumentException if the floats of an example do not divide evenly into pixels
   */
  public Column channels(int channels) {
    if (channels < 1 || width % channels != 0) {
      throw new IllegalArgumentException(
          this + " cannot be divided into pixels of " + channels + " channels");
    }
    int pixels = width / channels;
    return new Column(name, channels, values, first * pixels, count * pixels);
  }

  /**
   * Columns beside one another, as one.
   *
   * @param name its name
   * @param columns at least one
   * @return a copy, as wide as all together
   * @throws IllegalArgumentException if there is none, or one has more examples than another
   */
  public static Column hstack(String name, Column... columns) {
    NdArray[] arrays = new NdArray[columns.length];
    for (int i = 0; i < arrays.length; i++) {
      if (columns[i].count != columns[0].count) {
        throw new IllegalArgumentException(
            columns[0] + " and " + columns[i] + " cannot stand beside one another");
      }
      arrays[i] = NdArray.of(columns[i]);
    }
    return NdArray.hstack(arrays).column(name);
  }

  /**
   * Appends features that are computed from those of the same example.
   *
   * <pre>{@code
   * measures = measures.append(row -> row[0] * row[1], row -> row[5] / (row[3] * row[3]));
   * }</pre>
   *
   * @param features each computes a number from an example's floats, which it does not change
   * @return a copy, of the same name, wider by so many features
   * @throws IllegalArgumentException if one computes NaN or infinity; the message says of which
   *     example
   */
  @SafeVarargs
  public final Column append(ToDoubleFunction<float[]>... features) {
    int wider = Math.addExact(width, features.length);
    float[] all = new float[Math.multiplyExact(count, wider)];
    float[] row = new float[width];
    for (int i = 0; i < count; i++) {
      copy(i, i + 1, row, 0);
      System.arraycopy(row, 0, all, i * wider, width);
      for (int j = 0; j < features.length; j++) {
        float feature = (float) features[j].applyAsDouble(row);
        if (Float.isNaN(feature) || Float.isInfinite(feature)) {
          throw new IllegalArgumentException(
              "feature "
                  + j
                  + " that is appended to "
                  + name
                  + " is "
                  + feature
                  + " for example "
                  + i
                  + ", computed from "
                  + Arrays.toString(row));
        }
        all[i * wider + width + j] = feature;
      }
    }
    return of(name, wider, all);
  }

  /**
   * Copies examples that follow one another; allocates nothing.
   *
   * @param from the first
   * @param to the one after the last
   * @param target written
   * @param targetAt where in it
   * @throws IndexOutOfBoundsException if either range is out of bounds
   */
  public void copy(int from, int to, float[] target, int targetAt) {
    requireExamples(from, to);
    values.copy((first + from) * width, target, targetAt, (to - from) * width);
  }

  /**
   * Copies chosen examples one behind the other; allocates nothing.
   *
   * @param rows the numbers of examples
   * @param from the first of them that is wanted
   * @param to the one after the last
   * @param target written
   * @param targetAt where in it
   * @throws IndexOutOfBoundsException if an example does not exist or the target is too small
   */
  public void gather(int[] rows, int from, int to, float[] target, int targetAt) {
    for (int i = from; i < to; i++) {
      if (rows[i] < 0 || rows[i] >= count) {
        requireExamples(rows[i], rows[i] + 1);
      }
    }
    values.gather(first, width, rows, from, to, target, targetAt);
  }

  /**
   * A copy of all floats.
   *
   * @return the floats, row-major
   */
  public float[] toArray() {
    float[] copy = new float[count * width];
    copy(0, count, copy, 0);
    return copy;
  }

  /** Where the first NaN or infinity is, counted from the first example's first float; or −1. */
  int firstNotFinite() {
    int wrong = values.firstNotFinite(first * width, count * width);
    return wrong < 0 ? wrong : wrong - first * width;
  }

  /** Shows each example, one after another. */
  void rows(Storage.Row row) {
    values.rows(first, count, width, row);
  }

  /** The same on the heap, for what is read one by one: labels, not images. */
  Column onHeap() {
    return values instanceof Storage.OfArray ? this : of(name, width, toArray());
  }

  private void requireExamples(int from, int to) {
    if (from < 0 || to < from || to > count) {
      throw new IndexOutOfBoundsException(
          name + " has " + count + " examples; " + from + " to " + to + " do not lie within");
    }
  }

  @Override
  public String toString() {
    return name + " [" + count + ", " + width + "]";
  }
}
