package org.synapt.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Room for single examples, which grows as they come. */
final class RowBuffer {
  private final Examples like;
  private final List<Column> columns;
  private final float[][] values;
  private int count;

  /** Room for so many examples to begin with, with the columns of others. */
  RowBuffer(Examples like, int room) {
    this.like = like.slice(0, 0);
    this.columns = this.like.allColumns();
    this.values = new float[columns.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new float[floats(i, room)];
    }
  }

  private int floats(int column, int rows) {
    long floats = (long) rows * columns.get(column).width();
    if (floats > Integer.MAX_VALUE - 8) {
      throw new DatasetException(
          columns.get(column)
              + ": "
              + rows
              + " examples are more than an array can hold; make the buffer smaller");
    }
    return (int) floats;
  }

  int count() {
    return count;
  }

  /** Appends examples that follow one another; there is room for at most so many in the end. */
  void append(Examples examples, int from, int to, int most) {
    int needed = count + to - from;
    for (int i = 0; i < values.length; i++) {
      if (values[i].length < floats(i, needed)) {
        int room = (int) Math.min(most, Math.max(needed, 2L * count));
        values[i] = Arrays.copyOf(values[i], floats(i, room));
      }
      examples.allColumns().get(i).copy(from, to, values[i], count * columns.get(i).width());
    }
    count = needed;
  }

  /** Puts an example over another. */
  void set(int row, Examples examples, int from) {
    List<Column> read = examples.allColumns();
    for (int i = 0; i < values.length; i++) {
      read.get(i).copy(from, from + 1, values[i], row * columns.get(i).width());
    }
  }

  /** Moves an example behind those of another buffer, which has room for it. */
  void give(int row, RowBuffer to) {
    for (int i = 0; i < values.length; i++) {
      int width = columns.get(i).width();
      System.arraycopy(values[i], row * width, to.values[i], to.count * width, width);
    }
    to.count++;
  }

  /** Puts the last example over another, and is one shorter. */
  void dropInto(int row) {
    count--;
    for (int i = 0; i < values.length; i++) {
      int width = columns.get(i).width();
      System.arraycopy(values[i], count * width, values[i], row * width, width);
    }
  }

  /** What it holds, as views. */
  Examples examples() {
    List<Column> filled = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      filled.add(Column.of(column.name(), column.width(), values[i]).slice(0, count));
    }
    return like.withColumns(filled);
  }
}
