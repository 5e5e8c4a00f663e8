package org.synapt.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What each batch decides, found from how many floats its examples have.
 *
 * <pre>tokens [any, 16] of 160 floats   →   any = 10</pre>
 *
 * <p>The same number wherever the same symbol stands: columns that say otherwise do not fit
 * together. One thread at a time uses it; nothing is allocated after it was made.
 */
public final class Extents {
  private static final int NOT_KNOWN = 0;

  private final Signature signature;
  private final List<Column> columns = new ArrayList<>();
  private final int[] found;
  private final int[] saidBy;

  /** What has a shape with symbols, and the floats of one example. */
  private static final class Column {
    private final String name;
    private final int[] shape;
    private int floats;

    Column(String name, int[] shape) {
      this.name = name;
      this.shape = shape;
    }

    @Override
    public String toString() {
      return name + " " + Shapes.text(shape);
    }
  }

  /**
   * The extents of a network, none of them known.
   *
   * @param signature what the network takes
   */
  public Extents(Signature signature) {
    this.signature = signature;
    for (InputSpec input : signature.inputs()) {
      columns.add(new Column(input.name(), input.shape()));
    }
    for (OutputSpec output : signature.outputs()) {
      columns.add(new Column(output.name(), output.targetShape()));
    }
    this.found = new int[signature.extents()];
    this.saidBy = new int[signature.extents()];
  }

  /**
   * Says how many floats an example of an input has.
   *
   * @param input the number of the input
   * @param floats how many; 0 where it is not known
   */
  public void input(int input, int floats) {
    columns.get(input).floats = floats;
  }

  /**
   * Says how many floats an example's target at an output has.
   *
   * @param output the number of the output
   * @param floats how many; 0 where it is not known
   */
  public void target(int output, int floats) {
    columns.get(signature.inputs().size() + output).floats = floats;
  }

  /**
   * Finds the extents.
   *
   * @return what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as many as {@link
   *     Signature#extents} says; the same array each time
   * @throws IllegalArgumentException if columns disagree, one is no multiple of what its shape
   *     says, or extents do not follow from them
   */
  public int[] find() {
    Arrays.fill(found, NOT_KNOWN);
    boolean more = found.length > 0;
    while (more) {
      more = false;
      for (int i = 0; i < columns.size(); i++) {
        more |= columns.get(i).floats > 0 && findIn(i);
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).floats > 0 && unknown(columns.get(i)) < 0) {
        require(columns.get(i));
      }
    }
    requireAll();
    return found;
  }

  /**
   * How many floats each example has in memory that holds so many examples and nothing else.
   *
   * @param name what the memory is, for the message
   * @param floats all that it holds
   * @param examples how many
   * @return the floats of one
   * @throws IllegalArgumentException if they do not divide evenly, or there are no examples
   */
  public static int perExample(String name, int floats, int examples) {
    if (examples < 1 || floats % examples != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d floats, which is not a multiple of %,d examples",
              name,
              floats,
              examples));
    }
    return floats / examples;
  }

  /** Whether a column says an extent that was not known: it is the only such one in its shape. */
  private boolean findIn(int number) {
    Column column = columns.get(number);
    int symbol = unknown(column);
    if (symbol < 0) {
      return false;
    }
    long known = 1;
    int power = 0;
    for (int extent : column.shape) {
      if (-extent - 1 == symbol) {
        power++;
      } else if (extent < 0 && found[-extent - 1] == NOT_KNOWN) {
        return false;
      } else {
        known *= Shapes.known(extent, found);
      }
    }
    found[symbol] = root(column, known, power);
    saidBy[symbol] = number;
    return true;
  }

  /** The first extent of a column that is not known; −1 if all are. */
  private int unknown(Column column) {
    for (int extent : column.shape) {
      if (extent < 0 && found[-extent - 1] == NOT_KNOWN) {
        return -extent - 1;
      }
    }
    return -1;
  }

  private static int root(Column column, long known, int power) {
    long rest = column.floats / known;
    int root = (int) Math.round(Math.pow((double) rest, 1.0 / power));
    long product = known;
    for (int i = 0; i < power; i++) {
      product *= root;
    }
    if (product != column.floats) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d floats for each example, which are no %s",
              column.name,
              column.floats,
              Shapes.text(column.shape)));
    }
    return root;
  }

  private void require(Column column) {
    if (column.floats == Shapes.size(column.shape, found)) {
      return;
    }
    StringBuilder reasons = new StringBuilder();
    for (int symbol = 0; symbol < found.length; symbol++) {
      Column by = columns.get(saidBy[symbol]);
      if (found[symbol] != NOT_KNOWN && contains(column.shape, symbol)) {
        reasons.append(reasons.length() == 0 ? "" : " and ");
        reasons.append(Shapes.symbol(symbol)).append(" is ").append(found[symbol]);
        reasons.append(String.format(Locale.ROOT, " in %s of %,d", by, by.floats));
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s has %,d floats for each example, but %s takes %,d%s",
            column,
            column.floats,
            signature.name(),
            Shapes.size(column.shape, found),
            reasons.length() == 0 ? "" : ": " + reasons));
  }

  private static boolean contains(int[] shape, int symbol) {
    for (int extent : shape) {
      if (extent == -symbol - 1) {
        return true;
      }
    }
    return false;
  }

  private void requireAll() {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int symbol = unknown(column);
      if (symbol >= 0 && column.floats > 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%,d floats of %s do not say how long %s is; an input where it stands alone would",
                column.floats,
                column,
                Shapes.symbol(symbol)));
      }
    }
    for (int symbol = 0; symbol < found.length; symbol++) {
      found[symbol] = Math.max(found[symbol], 1);
    }
  }
}
