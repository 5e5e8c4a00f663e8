package org.synapt.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.backend.nd4j.Nd4jBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.network.InputSpec;
import org.synapt.network.Signature;

/**
 * What goes into a network.
 *
 * @param examples how many
 * @param buffers the floats of each input
 */
record InputArrays(int examples, List<Buffer> buffers) {
  /**
   * Arrays for the inputs of a network.
   *
   * @param last the buffers of arrays that came before
   * @throws IllegalArgumentException if there are more or fewer, or one is not what its input takes
   */
  static InputArrays of(Signature signature, List<INDArray> arrays, LastBuffers last) {
    List<InputSpec> inputs = signature.inputs();
    requireCount(signature.name() + " takes", inputs, arrays.size());
    long examples = 0;
    List<Buffer> buffers = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      InputSpec input = inputs.get(i);
      INDArray array = Given.numbers(input.name(), arrays.get(i));
      long found = BatchShape.of(input.shape()).examples(input.name(), array);
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
    return new InputArrays((int) examples, buffers);
  }

  static void requireCount(String who, List<?> declared, int found) {
    if (declared.size() != found) {
      throw new IllegalArgumentException(
          who + " " + declared.size() + " arrays " + declared + ", not " + found);
    }
  }
}
