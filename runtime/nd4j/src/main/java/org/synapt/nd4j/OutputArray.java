package org.synapt.nd4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.backend.nd4j.Nd4jBuffer;

/**
 * An array of the caller's that a result goes into: at once if it holds floats in C order that no
 * input lies among, else by way of a copy.
 */
final class OutputArray {
  private final String name;
  private final INDArray given;
  private final boolean inPlace;
  private final Nd4jBuffer buffer;

  private OutputArray(String name, INDArray given, boolean inPlace, Nd4jBuffer buffer) {
    this.name = name;
    this.given = given;
    this.inPlace = inPlace;
    this.buffer = buffer;
  }

  /**
   * An array for a result.
   *
   * @param name what it is of, for the message
   * @param shape what is written
   * @param inputs what is read meanwhile
   * @param last the buffers of arrays that came before
   * @throws IllegalArgumentException if the array has another shape, or is of whole numbers
   */
  static OutputArray of(
      String name, INDArray array, BatchShape shape, InputArrays inputs, LastBuffers last) {
    INDArray given = Given.numbers(name, array);
    long examples = shape.examples(name, given);
    if (examples != inputs.examples()) {
      throw new IllegalArgumentException(
          name + " has room for " + examples + " examples, but there are " + inputs.examples());
    }
    if (!given.isR()) {
      throw new IllegalArgumentException(
          Given.of(name, given) + ", but what is written is no whole number; take one of FLOAT");
    }
    if (Nd4jBuffer.isFloats(given)) {
      Nd4jBuffer buffer = last.of(name, given);
      if (inputs.buffers().stream().noneMatch(buffer::overlaps)) {
        return new OutputArray(name, given, /* inPlace= */ true, buffer);
      }
    }
    Nd4jBuffer room = Nd4jBuffer.of(Given.zeros(given.shape()));
    return new OutputArray(name, given, /* inPlace= */ false, room);
  }

  /** Requires that no two are written in the same place. */
  static void requireApart(List<OutputArray> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Elements.meet(outputs.get(i).given, outputs.get(j).given)) {
          throw new IllegalArgumentException(
              outputs.get(j).name + " and " + outputs.get(i).name + " share memory");
        }
      }
    }
  }

  /** Where the result is written. */
  Nd4jBuffer buffer() {
    return buffer;
  }

  /** Copies the result where it belongs, unless it lies there; HALF has room up to 65,504. */
  void deliver() {
    if (!inPlace) {
      given.assign(buffer.array(given.shape()));
    }
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(given.shape());
  }
}
