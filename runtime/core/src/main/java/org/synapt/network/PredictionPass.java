package org.synapt.network;

import java.util.List;
import java.util.Optional;
import org.synapt.buffer.Buffer;

/** A pass that only predicts: memory is used again as soon as a value is read no more. */
public abstract class PredictionPass extends Pass {
  private Optional<Exchange> exchange = Optional.empty();

  /**
   * A pass with an arena of its own.
   *
   * @param network the network whose parameters it uses
   * @param capacity the largest batch
   * @param perExample the arena's floats for each example
   * @param perBatch further floats, whatever the batch
   */
  protected PredictionPass(Network network, int capacity, int perExample, int perBatch) {
    super(network, capacity, perExample, perBatch);
  }

  /**
   * A pass for some extents, which shares its arena with those for others.
   *
   * @param network the network whose parameters it uses
   * @param capacity the largest batch
   * @param perExample the arena's floats for each example
   * @param perBatch further floats, whatever the batch
   * @param extents what {@code ANY}, {@code ANY_2} and {@code ANY_3} are, as far as there are such
   */
  protected PredictionPass(
      Network network, int capacity, long perExample, long perBatch, int... extents) {
    super(network, capacity, perExample, perBatch, extents);
  }

  /**
   * Runs one row, and says where its value is.
   *
   * @param row the number of the row among the signature's
   * @param batch how many examples the inputs hold
   * @return the memory of its value, good until a later row runs
   */
  protected abstract Buffer row(int row, int batch);

  /**
   * Runs the rows down to one and copies its value.
   *
   * @param row the row's name; that of a block gives the value of the block
   * @param batch how many examples the inputs hold
   * @return the value of each example, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public final float[] value(String row, int batch) {
    float[] value = new float[batch * network().signature().row(row).size(extents())];
    value(row, batch, value, 0);
    return value;
  }

  /**
   * Runs the rows down to one and copies its value into an array of the caller's.
   *
   * @param row the row's name; that of a block gives the value of the block
   * @param batch how many examples the inputs hold
   * @param values written: the value of each example, one behind the other
   * @param example how many examples stand in the array before these
   * @throws IllegalArgumentException if there is no such row
   */
  public final void value(String row, int batch, float[] values, int example) {
    int last = network().signature().number(row);
    int size = network().signature().rows().get(last).size(extents());
    run(last, batch).get(0, values, example * size, batch * size);
  }

  /** Runs the rows down to one, and says where its value is. */
  final Buffer run(int last, int batch) {
    for (int i = 0; i < last; i++) {
      row(i, batch);
    }
    return row(last, batch);
  }

  /** What it exchanges with the buffers of others; made when it is first asked for. */
  final Exchange exchange() {
    if (!exchange.isPresent()) {
      exchange = Optional.of(new Exchange(this));
    }
    return exchange.get();
  }

  /**
   * Runs the rows down to one for other inputs and copies its value.
   *
   * @param row the row's name; that of a block gives the value of the block
   * @param batch the number of examples
   * @param inputs an array for each input, row-major from index 0
   * @return the value of each example, one behind the other
   * @throws IllegalArgumentException if there is no such row
   */
  public final float[] value(String row, int batch, float[][] inputs) {
    put(batch, inputs);
    return value(row, batch);
  }

  /**
   * Predicts for a batch and copies every output.
   *
   * @param batch the number of examples
   * @param inputs read: an array for each input, row-major from index 0
   * @param predictions written: an array for each output, one example behind the other
   * @param example how many examples stand in those arrays before these
   */
  public final void predict(int batch, float[][] inputs, float[][] predictions, int example) {
    put(batch, inputs);
    forward(batch);
    List<Buffer> buffers = outputs();
    for (int i = 0; i < predictions.length; i++) {
      int size = network().signature().outputs().get(i).size(extents());
      buffers.get(i).get(0, predictions[i], example * size, batch * size);
    }
  }

  private void put(int batch, float[][] inputs) {
    List<Buffer> buffers = inputs();
    for (int i = 0; i < inputs.length; i++) {
      int size = network().signature().inputs().get(i).size(extents());
      buffers.get(i).put(0, inputs[i], 0, batch * size);
    }
  }
}
