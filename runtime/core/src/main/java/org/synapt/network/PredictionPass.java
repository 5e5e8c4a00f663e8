package org.synapt.network;

import java.util.List;
import org.synapt.buffer.Buffer;

/** A pass that only predicts: memory is used again as soon as a value is read no more. */
public abstract class PredictionPass extends Pass {
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
    int last = find(row);
    for (int i = 0; i < last; i++) {
      row(i, batch);
    }
    float[] value = new float[batch * network().signature().rows().get(last).size()];
    row(last, batch).get(0, value, 0, value.length);
    return value;
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
    List<Buffer> buffers = inputs();
    for (int i = 0; i < inputs.length; i++) {
      Buffer buffer = buffers.get(i);
      buffer.put(0, inputs[i], 0, batch * (buffer.length() / capacity()));
    }
    return value(row, batch);
  }

  private int find(String row) {
    List<String> names = network().signature().rowNames();
    for (int i = names.size() - 1; i >= 0; i--) {
      String name = names.get(i);
      if (name.equals(row) || name.startsWith(row + ".") || name.startsWith(row + "[")) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no row " + row + "; there are " + names);
  }
}
