package org.synapt.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A data set: columns that go in and columns that are to come out, with equally many examples, each
 * of which may count more or less than others.
 *
 * <p>Slices and splits are views and copy nothing.
 */
public final class Examples {
  private final List<Column> inputs;
  private final List<Column> targets;
  private final List<Column> weights;
  private final List<Column> all;
  private final int count;

  private Examples(List<Column> inputs, List<Column> targets, List<Column> weights) {
    this.inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
    this.targets = Collections.unmodifiableList(new ArrayList<>(targets));
    this.weights = Collections.unmodifiableList(new ArrayList<>(weights));
    this.all = new ArrayList<>(inputs);
    this.all.addAll(targets);
    this.all.addAll(weights);
    this.count = inputs.get(0).count();
  }

  /**
   * A data set.
   *
   * @param inputs a column for each input, at least one
   * @param targets a column for each target; none where inputs are their own targets
   * @return the data set
   * @throws IllegalArgumentException if there is no input, a name comes twice among inputs or among
   *     targets, or one column has more examples than another
   */
  public static Examples of(List<Column> inputs, List<Column> targets) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("examples need at least one input");
    }
    requireDistinct("inputs", inputs);
    requireDistinct("targets", targets);
    Column first = inputs.get(0);
    requireCount(first, inputs);
    requireCount(first, targets);
    return new Examples(inputs, targets, Collections.emptyList());
  }

  /**
   * A data set of one input and one target.
   *
   * @param input the input
   * @param target the target
   * @return the data set
   * @throws IllegalArgumentException if one has more examples than the other
   */
  public static Examples of(Column input, Column target) {
    return of(Collections.singletonList(input), Collections.singletonList(target));
  }

  private static void requireDistinct(String what, List<Column> columns) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(column.name() + " comes twice among the " + what);
      }
    }
  }

  private static void requireCount(Column first, List<Column> columns) {
    for (Column column : columns) {
      if (column.count() != first.count()) {
        throw new IllegalArgumentException(
            first.name()
                + " has "
                + first.count()
                + " examples but "
                + column.name()
                + " has "
                + column.count());
      }
    }
  }

  /**
   * The same examples with an input in the place of the one of its name.
   *
   * @param column the input
   * @return the examples
   * @throws IllegalArgumentException if no input has that name, or it has more or fewer examples
   */
  public Examples withInput(Column column) {
    return with(column, input(column.name()));
  }

  /**
   * The same examples with a target in the place of the one of its name.
   *
   * @param column the target
   * @return the examples
   * @throws IllegalArgumentException if no target has that name, or it has more or fewer examples
   */
  public Examples withTarget(Column column) {
    return with(column, target(column.name()));
  }

  private Examples with(Column column, Column replaced) {
    requireCount(replaced, Collections.singletonList(column));
    List<Column> columns = new ArrayList<>(all);
    columns.replaceAll(old -> old == replaced ? column : old);
    return withColumns(columns);
  }

  /** All columns: inputs, targets, weights. */
  List<Column> allColumns() {
    return all;
  }

  /** Other columns in the places of these. */
  Examples withColumns(List<Column> others) {
    int targetsAt = inputs.size();
    int weightsAt = targetsAt + targets.size();
    return new Examples(
        others.subList(0, targetsAt),
        others.subList(targetsAt, weightsAt),
        others.subList(weightsAt, others.size()));
  }

  /**
   * How many examples there are.
   *
   * @return the number of examples
   */
  public int count() {
    return count;
  }

  /**
   * What goes in.
   *
   * @return a column for each input
   */
  public List<Column> inputs() {
    return inputs;
  }

  /**
   * What is to come out.
   *
   * @return a column for each target
   */
  public List<Column> targets() {
    return targets;
  }

  /**
   * The input of a name.
   *
   * @param name the name
   * @return the column
   * @throws IllegalArgumentException if there is none
   */
  public Column input(String name) {
    return named(name, inputs, "input");
  }

  /**
   * The target of a name.
   *
   * @param name the name
   * @return the column
   * @throws IllegalArgumentException if there is none
   */
  public Column target(String name) {
    return named(name, targets, "target");
  }

  private static Column named(String name, List<Column> columns, String what) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new IllegalArgumentException("there is no " + what + " " + name + " among " + columns);
  }

  /**
   * The same examples, of which each counts so much in the loss of every output: an example of
   * weight 2 counts as if it were there twice. The loss is {@code Σ weight · loss / n}.
   *
   * @param each the weight of each example, 0 or above
   * @return the examples; weights they had are forgotten
   * @throws IllegalArgumentException if there are more or fewer weights than examples, or one is
   *     below 0 or not finite
   */
  public Examples weighted(float... each) {
    return new Examples(inputs, targets, Collections.singletonList(weight("", each)));
  }

  /**
   * The same examples, of which each counts so much in the loss of one output.
   *
   * @param output the output
   * @param each the weight of each example, 0 or above
   * @return the examples; weights for other outputs stay, those for all outputs do not
   * @throws IllegalArgumentException if there are more or fewer weights than examples, or one is
   *     below 0 or not finite
   */
  public Examples weighted(String output, float... each) {
    List<Column> all = new ArrayList<>(weights);
    all.removeIf(column -> column.name().isEmpty() || column.name().equals(output));
    all.add(weight(output, each));
    return new Examples(inputs, targets, all);
  }

  private Column weight(String output, float[] each) {
    if (each.length != count) {
      throw new IllegalArgumentException(
          "there are " + count + " examples but " + each.length + " weights");
    }
    for (int i = 0; i < each.length; i++) {
      if (!(each[i] >= 0) || Float.isInfinite(each[i])) {
        throw new IllegalArgumentException(
            "the weight of example " + i + " must be 0 or above, not " + each[i]);
      }
    }
    return Column.of(output, 1, each);
  }

  /**
   * How much each example counts.
   *
   * @return a column of one float for each output that has weights of its own, or a single one with
   *     an empty name for all outputs; none where all count the same
   */
  public List<Column> weights() {
    return weights;
  }

  /**
   * The examples from one to before another, as a view.
   *
   * @param from the first
   * @param to the one after the last
   * @return the examples
   * @throws IndexOutOfBoundsException if they do not lie within
   */
  public Examples slice(int from, int to) {
    if (from < 0 || to < from || to > count) {
      throw new IndexOutOfBoundsException(
          "of " + count + " examples, " + from + " to " + to + " do not lie within");
    }
    return new Examples(
        slice(inputs, from, to), slice(targets, from, to), slice(weights, from, to));
  }

  private static List<Column> slice(List<Column> columns, int from, int to) {
    List<Column> sliced = new ArrayList<>();
    for (Column column : columns) {
      sliced.add(column.slice(from, to));
    }
    return sliced;
  }

  /**
   * A copy of several data sets as one, in this order.
   *
   * @param parts data sets with the same columns and no weights, at least one
   * @return the examples
   * @throws IllegalArgumentException if there is no part, or one has other columns or weights
   */
  public static Examples concatenate(Examples... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("there is nothing to concatenate");
    }
    for (Examples part : parts) {
      if (!part.weights.isEmpty()) {
        throw new IllegalArgumentException("weigh examples when they are concatenated, not before");
      }
    }
    List<Column> joinedInputs = new ArrayList<>();
    for (Column column : parts[0].inputs) {
      joinedInputs.add(joined(column, parts, part -> part.input(column.name())));
    }
    List<Column> joinedTargets = new ArrayList<>();
    for (Column column : parts[0].targets) {
      joinedTargets.add(joined(column, parts, part -> part.target(column.name())));
    }
    return of(joinedInputs, joinedTargets);
  }

  private static Column joined(Column first, Examples[] parts, Function<Examples, Column> column) {
    int count = 0;
    for (Examples part : parts) {
      Column next = column.apply(part);
      if (next.width() != first.width() || part.columns() != parts[0].columns()) {
        throw new IllegalArgumentException(parts[0] + " and " + part + " have other columns");
      }
      count = Math.addExact(count, part.count());
    }
    float[] values = new float[Math.multiplyExact(count, first.width())];
    int at = 0;
    for (Examples part : parts) {
      column.apply(part).copy(0, part.count(), values, at * first.width());
      at += part.count();
    }
    return Column.of(first.name(), first.width(), values);
  }

  private int columns() {
    return inputs.size() + targets.size();
  }

  /**
   * Takes the tail away for testing: {@code ⌊count · (1 − fraction)⌋} examples stay for training.
   *
   * <p>Nothing is shuffled; where neighbours are alike, split {@link #shuffled} examples.
   *
   * @param fraction what is taken away, at least 0 and below 1
   * @return both parts, as views
   * @throws IllegalArgumentException if the fraction is out of range
   */
  public TrainTestSplit split(double fraction) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "the fraction must be at least 0 and below 1, not " + fraction);
    }
    int at = (int) (count * (1 - fraction));
    return new TrainTestSplit(slice(0, at), slice(at, count));
  }

  /**
   * A copy in another order; the same seed gives the same order everywhere.
   *
   * @param seed any number
   * @return the examples
   */
  public Examples shuffled(long seed) {
    Permutation order = Permutation.of(count);
    order.shuffle(seed);
    return select(order.rows());
  }

  /**
   * A copy of chosen examples, in the order in which they are chosen.
   *
   * @param rows the numbers of examples
   * @return the examples
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public Examples select(int... rows) {
    return new Examples(select(inputs, rows), select(targets, rows), select(weights, rows));
  }

  private static List<Column> select(List<Column> columns, int[] rows) {
    Column[] selected = new Column[columns.size()];
    for (int i = 0; i < selected.length; i++) {
      Column column = columns.get(i);
      float[] values = new float[rows.length * column.width()];
      column.gather(rows, 0, rows.length, values, 0);
      selected[i] = Column.of(column.name(), column.width(), values);
    }
    return Arrays.asList(selected);
  }

  @Override
  public String toString() {
    return inputs + " → " + targets;
  }
}
