package org.synapt.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a network takes and gives, row by row. */
public final class Signature {
  private final String name;
  private final List<InputSpec> inputs;
  private final List<OutputSpec> outputs;
  private final List<RowSpec> rows;
  private final long flops;

  private Signature(Builder builder) {
    this.name = builder.name;
    this.inputs = Collections.unmodifiableList(new ArrayList<>(builder.inputs));
    this.outputs = Collections.unmodifiableList(new ArrayList<>(builder.outputs));
    this.rows = Collections.unmodifiableList(new ArrayList<>(builder.rows));
    this.flops = builder.flops;
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
   * The floating-point operations of a prediction, for one example.
   *
   * @return the number of operations; 0 if nobody said
   */
  public long flops() {
    return flops;
  }

  static int size(int[] shape) {
    int size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    return size;
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
      inputs.add(new InputSpec(input, shape));
      rows.add(new RowSpec(input, "Input", "input", shape, 0, Collections.emptyList()));
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
      outputs.add(new OutputSpec(row, loss, weight, shape, targetShape, target, false));
      return this;
    }

    /**
     * Says that the predictions of the output added last are logits.
     *
     * @return this
     */
    public Builder logits() {
      OutputSpec last = outputs.remove(outputs.size() - 1);
      outputs.add(
          new OutputSpec(
              last.name(),
              last.loss(),
              last.weight(),
              last.shape(),
              last.targetShape(),
              last.target(),
              true));
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
