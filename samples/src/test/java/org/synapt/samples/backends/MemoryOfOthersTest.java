package org.synapt.samples.backends;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.network.InputSpec;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;

/**
 * The networks of the samples predict where the floats of others lie what they predict from their
 * own memory, bit by bit, and write nowhere else.
 */
final class MemoryOfOthersTest {
  private static final int EXAMPLES = 5;
  private static final float GUARD = -7_777.25f;

  /** Where buffers begin in memory that begins with a cache line: never with one. */
  private static final int OFFSET = 3;

  @TestFactory
  Stream<DynamicTest> predictWhatTheyPredictFromTheirOwn() {
    return SampleNetworks.tests(MemoryOfOthersTest::check, "java", "onednn", "nd4j");
  }

  private static void check(Network network) {
    try (Backend java = Backends.named("java")) {
      List<float[]> inputs = inputs(network);
      List<Buffer> fromJava = buffers(java, inputs);
      List<Buffer> expected = outputs(java, network);
      network.predict(EXAMPLES, stretches(fromJava), stretches(expected));
      List<Buffer> lent = buffers(network.backend(), inputs);
      List<Buffer> found = outputs(network.backend(), network);
      for (int i = 0; i < 3; i++) {
        network.predict(EXAMPLES, stretches(lent), stretches(found));
        assertSame("inputs", lent, fromJava);
        assertSame("outputs", found, expected);
      }
    }
  }

  private static void assertSame(String what, List<Buffer> found, List<Buffer> expected) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertWithMessage("%s", what)
          .that(Arrays.mismatch(floats(found.get(i)), floats(expected.get(i))))
          .isEqualTo(-1);
    }
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  private static List<float[]> inputs(Network network) {
    Random random = new Random(6);
    List<float[]> inputs = new ArrayList<>();
    for (InputSpec input : network.signature().inputs()) {
      float[] numbers = new float[EXAMPLES * input.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = random.nextFloat();
      }
      inputs.add(numbers);
    }
    return inputs;
  }

  private static List<Buffer> outputs(Backend backend, Network network) {
    List<float[]> outputs = new ArrayList<>();
    for (OutputSpec output : network.signature().outputs()) {
      outputs.add(new float[EXAMPLES * output.size()]);
    }
    return buffers(backend, outputs);
  }

  /** Memory with guards before and behind. */
  private static List<Buffer> buffers(Backend backend, List<float[]> arrays) {
    List<Buffer> buffers = new ArrayList<>();
    for (float[] array : arrays) {
      float[] guarded = new float[array.length + 2 * OFFSET];
      Arrays.fill(guarded, GUARD);
      System.arraycopy(array, 0, guarded, OFFSET, array.length);
      Buffer buffer = backend.allocate(guarded.length);
      buffer.put(0, guarded, 0, guarded.length);
      buffers.add(buffer);
    }
    return buffers;
  }

  private static List<Buffer> stretches(List<Buffer> guarded) {
    return guarded.stream()
        .map(buffer -> buffer.slice(OFFSET, buffer.length() - 2 * OFFSET))
        .toList();
  }
}
