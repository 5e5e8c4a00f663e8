package org.synapt.nd4j;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.nd4j.Nd4jBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.network.Parameter;

/** Parameters of a network as arrays: views where memory allows, else copies. */
final class ParameterArrays {
  private ParameterArrays() {}

  static INDArray of(Parameter parameter) {
    Buffer value = parameter.value();
    long[] shape = Arrays.stream(parameter.shape()).asLongStream().toArray();
    if (value instanceof Nd4jBuffer here) {
      return again(here.array(shape));
    }
    return value.address() != 0 && inThisMemory() ? over(value, shape) : copy(parameter, shape);
  }

  private static INDArray copy(Parameter parameter, long[] shape) {
    INDArray copy = Given.zeros(shape);
    Nd4jBuffer.of(copy).put(0, parameter.get(), 0, parameter.size());
    return copy;
  }

  /** ND4J of a GPU does not look into this process's memory. */
  private static boolean inThisMemory() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  }

  /** An array of its own over the same floats: the caller may change its shape in place. */
  private static INDArray again(INDArray kept) {
    DataBuffer data = kept.data();
    DataBuffer whole = data.originalDataBuffer() == null ? data : data.originalDataBuffer();
    return Given.detached(
        () -> Nd4j.create(whole, kept.shape(), kept.stride(), kept.offset(), kept.ordering()));
  }

  private static INDArray over(Buffer value, long[] shape) {
    Place place = new Place(value);
    return Given.detached(
        () ->
            Nd4j.create(
                Nd4j.createBuffer(
                    place, DataType.FLOAT, value.length(), FloatIndexer.create(place)),
                shape));
  }

  static void set(Parameter parameter, INDArray array) {
    INDArray numbers = Given.numbers(parameter.name(), array);
    int[] declared = parameter.shape();
    if (!Arrays.equals(numbers.shape(), Arrays.stream(declared).asLongStream().toArray())) {
      throw new IllegalArgumentException(
          parameter.name()
              + (" is " + Arrays.toString(declared) + ", and is not set from ")
              + Arrays.toString(numbers.shape()));
    }
    parameter.set(Given.toArray(numbers));
  }

  /** Where a buffer's floats lie; who refers to this refers to the buffer. */
  private static final class Place extends FloatPointer {
    @SuppressWarnings("unused") // Keeps the memory.
    private final Buffer owner;

    Place(Buffer owner) {
      super((Pointer) null);
      this.owner = owner;
      this.address = owner.address();
      this.limit = owner.length();
      this.capacity = owner.length();
    }
  }
}
