package org.synapt.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.backend.nd4j.Nd4jBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.network.Extents;
import org.synapt.network.InputSpec;
import org.synapt.network.Signature;

/** What goes into a network. */
final class InputArrays {
  private final int examples;
  private final int[] extents;
  private final List<Buffer> buffers;

  private InputArrays(int examples, int[] extents, List<Buffer> buffers) {
    this.examples = examples;
    this.extents = extents;
    this.buffers = List.copyOf(buffers);
  }

  /** How many examples there are. */
  int examples() {
    return examples;
  }

  /** What each batch decides. */
  int[] extents() {
    return extents;
  }

  /** The floats of each input. */
  List<Buffer> buffers() {
    return buffers;
  }

  /**
   * Arrays for the inputs of a network.
   *
   * @param last the buffers of arrays that came before
   * @throws IllegalArgumentException if there are more or fewer, or one is not what its input takes
   */
  static InputArrays of(Signature signature, List<INDArray> arrays, LastBuffers last) {
    List<InputSpec> inputs = signature.inputs();
    requireCount(signature.name() + " takes", inputs, arrays.size());
    Extents extents = new Extents(signature);
    long examples = 0;
    List<Buffer> buffers = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      InputSpec input = inputs.get(i);
      INDArray array = Given.numbers(input.name(), arrays.get(i));
      long found = BatchShape.of(input.shape()).in(array).examples(input.name(), array);
      extents.input(i, Math.toIntExact(array.length() / found));
      if (i > 0 && found != examples) {
        throw new IllegalArgumentException(
            inputs.get(0).name()
                + (" holds " + examples + " examples, but ")
                + (input.name() + " " + found));
      }
      examples = found;
      buffers.add(
          Nd4jBuffer.isFloats(array)
              ? last.of(input.name(), array)
              : Nd4jBuffer.of(Given.copy(array)));
    }
    return new InputArrays((int) examples, extents.find(), buffers);
  }

  static void requireCount(String who, List<?> declared, int found) {
    if (declared.size() != found) {
      throw new IllegalArgumentException(
          who + " " + declared.size() + " arrays " + declared + ", not " + found);
    }
  }
}
