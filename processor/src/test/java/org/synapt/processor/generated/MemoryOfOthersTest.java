package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.network.InputSpec;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;

/** Generated networks work where others' floats lie, read no more there and write no less. */
final class MemoryOfOthersTest {
  private static final int EXAMPLES = 300;
  private static final float GUARD = -7_777.25f;

  /** What lies where an input does, or where another output does, or is the input itself. */
  private static final String ALIASES =
      """
      /** Rows that lie where others do. */
      @Network
      interface Aliases {
        @Input(shape = {2, 3})                           Tensor image();
        @Input(shape = 6)                                Tensor noise();
        @Flatten                                         Tensor flat(Tensor image);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Reshape(targetShape = {3, 2})                   Tensor turned(Tensor flat);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Activation(TANH)                                Tensor bent(Tensor flat);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Add                                             Tensor sum(Tensor flat, Tensor noise);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Reshape(targetShape = {2, 3})                   Tensor again(Tensor sum);
        @Dense(units = 6)                                Tensor mixed(Tensor sum);
        @Output(loss = CATEGORICAL_CROSSENTROPY)
        @Activation(SOFTMAX)                             Tensor share(Tensor mixed);
      }
      """;

  private static final Compiled COMPILED =
      Compiled.of(
          Stream.concat(Samples.files().stream(), Stream.of(Samples.file(ALIASES))).toList());

  static Stream<String> names() {
    return Stream.concat(Samples.all().keySet().stream(), Stream.of("Aliases"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void predictsInPlaceWhatItPredictsFromArrays(String name) {
    try (Network network = COMPILED.network("samples." + name + "Network", 9)) {
      float[][] inputs = inputs(network);
      float[][] lent = Arrays.stream(inputs).map(float[]::clone).toArray(float[][]::new);
      float[][] expected = outputs(network, 0);
      float[][] found = outputs(network, 2);
      Object[] arguments = new Object[1 + 2 * (inputs.length + expected.length)];
      arguments[0] = EXAMPLES;
      List<float[]> arrays = new ArrayList<>(Arrays.asList(inputs));
      arrays.addAll(Arrays.asList(expected));
      for (int i = 0; i < arrays.size(); i++) {
        arguments[1 + 2 * i] = arrays.get(i);
        arguments[2 + 2 * i] = 0;
      }
      Compiled.call(network, "predict", arguments);

      network.predict(EXAMPLES, buffers(lent, 0), buffers(found, 1));

      for (int i = 0; i < inputs.length; i++) {
        assertWithMessage("input %s", i).that(lent[i]).isEqualTo(inputs[i]);
      }
      for (int i = 0; i < expected.length; i++) {
        int last = found[i].length - 1;
        assertWithMessage("output %s", i)
            .that(Arrays.copyOfRange(found[i], 1, last))
            .isEqualTo(expected[i]);
        assertWithMessage("before output %s", i).that(found[i][0]).isEqualTo(GUARD);
        assertWithMessage("behind output %s", i).that(found[i][last]).isEqualTo(GUARD);
      }
    }
  }

  private static float[][] inputs(Network network) {
    Random random = new Random(6);
    List<float[]> inputs = new ArrayList<>();
    for (InputSpec input : network.signature().inputs()) {
      float[] numbers = new float[EXAMPLES * input.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = input.below() > 0 ? random.nextInt(input.below()) : random.nextFloat() - 0.5f;
      }
      inputs.add(numbers);
    }
    return inputs.toArray(float[][]::new);
  }

  private static float[][] outputs(Network network, int guards) {
    List<float[]> outputs = new ArrayList<>();
    for (OutputSpec output : network.signature().outputs()) {
      float[] numbers = new float[EXAMPLES * output.size() + guards];
      Arrays.fill(numbers, GUARD);
      outputs.add(numbers);
    }
    return outputs.toArray(float[][]::new);
  }

  private static List<Buffer> buffers(float[][] arrays, int guard) {
    return Arrays.stream(arrays)
        .map(array -> (Buffer) new ArrayBuffer(array, guard, array.length - 2 * guard))
        .toList();
  }
}
