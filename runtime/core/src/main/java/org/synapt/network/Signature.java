package org.synapt.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a network takes and gives, row by row. */
public final class Signature {
  /** An extent that each batch decides; the same number wherever it stands. */
  public static final int ANY = -1;

  /** Another extent that each batch decides. */
  public static final int ANY_2 = -2;

  /** A third extent that each batch decides. */
  public static final int ANY_3 = -3;

  private final String name;
  private final List<InputSpec> inputs;
  private final List<OutputSpec> outputs;
  private final List<RowSpec> rows;
  private final long flops;
  private final int extents;

  private Signature(Builder builder) {
    this.name = builder.name;
    this.inputs = Collections.unmodifiableList(new ArrayList<>(builder.inputs));
    this.outputs = Collections.unmodifiableList(new ArrayList<>(builder.outputs));
    this.rows = Collections.unmodifiableList(new ArrayList<>(builder.rows));
    this.flops = builder.flops;
    this.extents = inputs.stream().mapToInt(input -> Shapes.symbols(input.shape())).max().orElse(0);
  }

  /**
   * Begins the signature of a network.
   *
   * @param name the declaration's name
   * @return a builder without rows
   */
  public static Builder of(String name) {
    return new Builder(name);
  }

  /**
   * The declaration's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * What comes from outside, in the order of the rows.
   *
   * @return the inputs
   */
  public List<InputSpec> inputs() {
    return inputs;
  }

  /**
   * What is trained and predicted, in the order of the rows.
   *
   * @return the outputs
   */
  public List<OutputSpec> outputs() {
    return outputs;
  }

  /**
   * Every row that has a value, inputs too.
   *
   * @return the rows
   */
  public List<RowSpec> rows() {
    return rows;
  }

  /**
   * A row by its name.
   *
   * @param name the row's name; that of a block means the row that makes the block's value
   * @return the row
   * @throws IllegalArgumentException if there is none
   */
  public RowSpec row(String name) {
    return rows.get(number(name));
  }

  /** The number of a row among all. */
  int number(String name) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      String row = rows.get(i).name();
      if (row.equals(name) || row.startsWith(name + ".") || row.startsWith(name + "[")) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no row " + name + "; there are " + rowNames());
  }

  /**
   * The names of all rows that have a value.
   *
   * @return the names
   */
  public List<String> rowNames() {
    List<String> names = new ArrayList<>();
    for (RowSpec row : rows) {
      names.add(row.name());
    }
    return names;
  }

  /**
   * The trained floats of all rows.
   *
   * @return the number of floats
   */
  public int parameters() {
    int parameters = 0;
    for (RowSpec row : rows) {
      parameters += row.parameters();
    }
    return parameters;
  }

  /**
   * How many numbers say what each batch decides: 0 where every extent is known, 1 where {@code
   * ANY} is among the extents of inputs, 2 where {@code ANY_2} is, 3 where {@code ANY_3} is.
   *
   * @return how many
   */
  public int extents() {
    return extents;
  }

  /**
   * A shape as people read it: {@code [any, 16]}.
   *
   * @param shape the extents; those below 0 are what each batch decides
   * @return the text
   */
  public static String text(int... shape) {
    return Shapes.text(shape);
  }

  /** Requires numbers for all that each batch decides, and no others. */
  void requireExtents(int[] given) {
    if (given.length != extents) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has the inputs %s: it takes %d extents beside the batch, not %d",
              name,
              inputs,
              extents,
              given.length));
    }
    for (int i = 0; i < given.length; i++) {
      if (given[i] < 1) {
        throw new IllegalArgumentException(
            name + " needs " + Shapes.symbol(i) + " to be at least 1, not " + given[i]);
      }
    }
  }

  /**
   * The floating-point operations of a prediction, for one example; an extent that each batch
   * decides counts as 1.
   *
   * @return the number of operations; 0 if nobody said
   */
  public long flops() {
    return flops;
  }

  /** Gathers the rows of a {@link Signature}. */
  public static final class Builder {
    private final String name;
    private final List<InputSpec> inputs = new ArrayList<>();
    private final List<OutputSpec> outputs = new ArrayList<>();
    private final List<RowSpec> rows = new ArrayList<>();
    private long flops;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Says what a prediction costs.
     *
     * @param operations floating-point operations, for one example
     * @return this
     */
    public Builder flops(long operations) {
      flops = operations;
      return this;
    }

    /**
     * Adds an input.
     *
     * @param input the row's name
     * @param shape the extents of one example
     * @return this
     */
    public Builder input(String input, int... shape) {
      inputs.add(new InputSpec(input, shape, 0));
      rows.add(new RowSpec(input, "Input", "input", shape, 0, Collections.emptyList()));
      return this;
    }

    /**
     * Says that the input added last holds whole numbers from 0 on.
     *
     * @param rows what they stay below
     * @return this
     */
    public Builder below(int rows) {
      InputSpec last = inputs.remove(inputs.size() - 1);
      inputs.add(new InputSpec(last.name(), last.shape(), rows));
      return this;
    }

    /**
     * Adds a row.
     *
     * @param row the row's name
     * @param layer the layer's name
     * @param parameters the trained floats that it brings
     * @param shape the extents of one example's value
     * @param operands the rows it takes
     * @return this
     */
    public Builder row(String row, String layer, int parameters, int[] shape, String... operands) {
      rows.add(
          new RowSpec(
              row,
              layer,
              layer,
              shape,
              parameters,
              Collections.unmodifiableList(Arrays.asList(operands))));
      return this;
    }

    /**
     * Says what the layer of the row added last was told.
     *
     * @param text the layer and its attributes, {@code dense(500), relu}
     * @return this
     */
    public Builder text(String text) {
      RowSpec last = rows.remove(rows.size() - 1);
      rows.add(
          new RowSpec(
              last.name(), last.layer(), text, last.shape(), last.parameters(), last.operands()));
      return this;
    }

    /**
     * Marks a row as an output.
     *
     * @param row the row's name
     * @param loss Keras's name of its loss
     * @param weight how much it counts
     * @param shape the extents of one prediction
     * @param targetShape the extents of one target
     * @param target the row that is its target; empty where the data hold it
     * @return this
     */
    public Builder output(
        String row, String loss, float weight, int[] shape, int[] targetShape, String target) {
      outputs.add(new OutputSpec(row, loss, weight, shape, targetShape, target, false, false));
      return this;
    }

    /**
     * Says that the predictions of the output added last are logits.
     *
     * @return this
     */
    public Builder logits() {
      outputs.add(outputs.remove(outputs.size() - 1).with(/* ofLogits= */ true, false));
      return this;
    }

    /**
     * Says that the output added last has steps, its first axis, that may not count.
     *
     * @return this
     */
    public Builder masked() {
      outputs.add(outputs.remove(outputs.size() - 1).with(false, /* withMask= */ true));
      return this;
    }

    /**
     * Ends the signature.
     *
     * @return the signature
     */
    public Signature build() {
      return new Signature(this);
    }
  }
}
