package org.synapt.backend.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Gather;
import org.synapt.kernel.RowNumbers;

/**
 * Rows of a table by ND4J's ops, where Java does not reach the floats: only rows that are named
 * travel, and shares are added on the heap, so that their order is that of all other backends.
 */
final class Nd4jGather implements Gather {
  private final Room room;
  private final RowNumbers numbers = new RowNumbers();
  private float[] sums = new float[0];
  private float[] shares = new float[0];

  /** Where the sum of each row is that has one; else −1. */
  private int[] places = new int[0];

  Nd4jGather(Engine engine) {
    room = new Room(engine);
  }

  @Override
  public void rows(int count, int rows, int columns, Buffer table, Buffer ids, Buffer y) {
    int[] named = Arrays.copyOf(numbers.read(count, rows, ids), count);
    take(named, rows, columns, table, y);
  }

  private static void take(int[] named, int rows, int columns, Buffer table, Buffer y) {
    if (named.length == 0) {
      return;
    }
    INDArray from = Nd4jBuffer.of(table).array(rows, columns);
    Nd4j.exec(
        DynamicCustomOp.builder("gather")
            .addInputs(from, Nd4j.createFromArray(named))
            .addIntegerArguments(0)
            .addOutputs(Nd4jBuffer.of(y).array(named.length, columns))
            .build());
  }

  @Override
  public void addRows(int count, int rows, int columns, Buffer ids, Buffer dy, Buffer dtable) {
    int[] named = numbers.read(count, rows, ids);
    int[] distinct = distinct(count, rows, named);
    int floats = distinct.length * columns;
    Nd4jBuffer there = room.place(0, floats);
    take(distinct, rows, columns, dtable, there);
    sums = enough(sums, floats);
    shares = enough(shares, count * columns);
    there.get(0, sums, 0, floats);
    dy.get(0, shares, 0, count * columns);
    for (int i = 0; i < count; i++) {
      add(columns, i * columns, places[named[i]] * columns);
    }
    there.put(0, sums, 0, floats);
    put(distinct, rows, columns, there, dtable);
  }

  private void add(int columns, int shareAt, int sumAt) {
    for (int j = 0; j < columns; j++) {
      sums[sumAt + j] += shares[shareAt + j];
    }
  }

  private static float[] enough(float[] array, int floats) {
    return array.length < floats ? new float[floats] : array;
  }

  /** The rows that are named, each once; notes at which place each is. */
  private int[] distinct(int count, int rows, int[] named) {
    if (places.length < rows) {
      places = new int[rows];
    }
    for (int i = 0; i < count; i++) {
      places[named[i]] = -1;
    }
    int[] distinct = new int[count];
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (places[named[i]] < 0) {
        places[named[i]] = found;
        distinct[found++] = named[i];
      }
    }
    return Arrays.copyOf(distinct, found);
  }

  private static void put(int[] named, int rows, int columns, Nd4jBuffer values, Buffer table) {
    if (named.length == 0) {
      return;
    }
    INDArray to = Nd4jBuffer.of(table).array(rows, columns);
    Nd4j.exec(
        DynamicCustomOp.builder("scatter_upd")
            .addInputs(to, Nd4j.createFromArray(named), values.array(named.length, columns))
            .addOutputs(to)
            .build());
  }

  @Override
  public void clearRows(int count, int rows, int columns, Buffer ids, Buffer dtable) {
    int[] distinct = distinct(count, rows, numbers.read(count, rows, ids));
    int floats = distinct.length * columns;
    Nd4jBuffer zeros = room.place(0, floats);
    zeros.put(0, new float[floats], 0, floats);
    put(distinct, rows, columns, zeros, dtable);
  }
}
