package org.synapt.network;

import static com.google.common.truth.Truth.assertThat;
import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.buffer.CountedBuffer;

/** Networks that take floats that lie in buffers of others, and give theirs to others. */
final class MemoryOfOthersTest {
  private static final int MANY = 600;

  private final WitnessNetwork network = new WitnessNetwork();

  private static ArrayBuffer heap(float... floats) {
    return new ArrayBuffer(floats, 0, floats.length);
  }

  private static float[] counted(int count, float step) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = step * i;
    }
    return floats;
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  private static float[] totals(float[] a, float[] b) {
    float[] totals = new float[b.length];
    for (int i = 0; i < b.length; i++) {
      totals[i] = a[2 * i] + a[2 * i + 1] + b[i];
    }
    return totals;
  }

  private static float[] times(float factor, float[] floats) {
    float[] scaled = floats.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private void predict(int examples, List<Buffer> inputs, Buffer... outputs) {
    network.predict(examples, inputs, asList(outputs));
  }

  @Test
  void readsAndWritesInPlaceWhereItCan() {
    float[] a = {1, 2, 3, 4};
    float[] b = {10, 20};
    float[] total = new float[2];
    Buffer twice = heap(new float[2]);

    predict(2, asList(heap(a), heap(b)), heap(total), heap(new float[4]), twice, heap(0, 0));

    assertThat(network.arrays.get(0)).isSameInstanceAs(a);
    assertThat(network.arrays.get(1)).isSameInstanceAs(b);
    assertThat(network.arrays.get(2)).isSameInstanceAs(total);
    assertThat(total).isEqualTo(new float[] {13, 27});
    assertThat(a).isEqualTo(new float[] {1, 2, 3, 4});
    assertThat(b).isEqualTo(new float[] {10, 20});
  }

  @Test
  void outputsThatLieWhereOthersDoAreCopied() {
    Buffer a = heap(1, 2, 3, 4);
    Buffer echo = heap(new float[4]);
    Buffer twice = heap(new float[2]);
    Buffer again = heap(new float[2]);

    predict(2, asList(a, heap(10, 20)), heap(0, 0), echo, twice, again);

    assertThat(floats(echo)).isEqualTo(new float[] {1, 2, 3, 4});
    assertThat(floats(twice)).isEqualTo(new float[] {26, 54});
    assertThat(floats(again)).isEqualTo(new float[] {26, 54});
    assertThat(network.arrays.get(3)).isNotSameInstanceAs(ArrayBuffer.array(twice));
  }

  @Test
  void leavesItsOwnMemoryAsItWas() {
    PredictionPass pass = network.prediction(2);

    predict(2, asList(heap(1, 2, 3, 4), heap(5, 6)), outputs(2));

    assertThat(floats(pass.inputs().get(0))).isEqualTo(new float[4]);
    assertThat(floats(pass.outputs().get(0))).isEqualTo(new float[2]);
  }

  private static Buffer[] outputs(int examples) {
    return new Buffer[] {
      heap(new float[examples]),
      heap(new float[2 * examples]),
      heap(new float[examples]),
      heap(new float[examples])
    };
  }

  /** More than it takes at once; the buffers are longer than they need to be. */
  @Test
  void predictsInTurnsWhateverTheMemory() {
    float[] a = counted(2 * MANY + 3, 0.5f);
    float[] b = counted(MANY, 2);
    float[] expected = totals(a, b);
    for (boolean known : new boolean[] {true, false}) {
      Buffer[] outputs = new Buffer[4];
      for (int i = 0; i < 4; i++) {
        float[] room = new float[2 * MANY + 1];
        outputs[i] = known ? heap(room) : new CountedBuffer(room);
      }
      List<Buffer> inputs =
          known
              ? asList(new ArrayBuffer(a, 0, a.length), heap(b))
              : asList(new CountedBuffer(a), new CountedBuffer(b));

      predict(MANY, inputs, outputs);

      assertThat(Arrays.copyOf(floats(outputs[0]), MANY)).isEqualTo(expected);
      assertThat(Arrays.copyOf(floats(outputs[1]), 2 * MANY)).isEqualTo(Arrays.copyOf(a, 2 * MANY));
      assertThat(Arrays.copyOf(floats(outputs[2]), MANY)).isEqualTo(times(2, expected));
      assertThat(Arrays.copyOf(floats(outputs[3]), MANY)).isEqualTo(times(2, expected));
      assertThat(floats(outputs[0])[MANY]).isEqualTo(0f);
    }
  }

  @Test
  void copiesOnceWhereItMust() {
    CountedBuffer a = new CountedBuffer(counted(2 * MANY, 1));
    CountedBuffer b = new CountedBuffer(counted(MANY, 1));
    CountedBuffer total = new CountedBuffer(new float[MANY]);
    Buffer[] outputs = outputs(MANY);
    outputs[0] = total;

    predict(MANY, asList(a, b), outputs);

    assertThat(a.copied()).isEqualTo(2 * MANY);
    assertThat(b.copied()).isEqualTo(MANY);
    assertThat(total.copied()).isEqualTo(MANY);
  }

  @Test
  void mayWriteOverItsInputs() {
    float[] all = {1, 2, 3, 4, 10, 20};
    Buffer a = new ArrayBuffer(all, 0, 4);
    Buffer b = new ArrayBuffer(all, 4, 2);
    Buffer[] outputs = outputs(2);
    outputs[0] = new ArrayBuffer(all, 1, 2);

    predict(2, asList(a, b), outputs);

    assertThat(all).isEqualTo(new float[] {1, 13, 27, 4, 10, 20});
    assertThat(floats(outputs[1])).isEqualTo(new float[] {1, 2, 3, 4});
  }

  @Test
  void mayWriteWhereItWritesAnotherOutput() {
    float[] shared = new float[3];
    Buffer[] outputs = outputs(2);
    outputs[0] = new ArrayBuffer(shared, 0, 2);
    outputs[2] = new ArrayBuffer(shared, 1, 2);

    predict(2, asList(heap(1, 2, 3, 4), heap(10, 20)), outputs);

    assertThat(shared).isEqualTo(new float[] {13, 26, 54});
  }

  @Test
  void mayWriteOverItsParameters() {
    Buffer weight = network.parameter("total.weight").value();
    Buffer[] outputs = outputs(2);
    outputs[0] = weight;

    predict(2, asList(heap(1, 2, 3, 4), heap(10, 20)), outputs);

    assertThat(floats(weight)).isEqualTo(new float[] {13, 27});
  }

  /** What a pass gave is its own memory, and may go in again. */
  @Test
  void mayReadWhatItGave() {
    PredictionPass pass = network.prediction(2);
    pass.inputs().get(0).put(0, new float[] {1, 2, 3, 4}, 0, 4);
    pass.forward(2);
    Buffer given = pass.outputs().get(0);
    Buffer total = heap(0, 0);
    Buffer[] outputs = outputs(2);
    outputs[0] = total;

    predict(2, asList(heap(1, 1, 1, 1), given), outputs);

    assertThat(floats(total)).isEqualTo(new float[] {5, 9});
  }

  @Test
  void takesTheValueOfARow() {
    float[] a = counted(2 * MANY, 1);
    float[] b = counted(MANY, 3);
    for (Buffer values : asList(heap(new float[MANY]), new CountedBuffer(new float[MANY]))) {
      network.value("twice", MANY, asList(heap(a), new CountedBuffer(b)), values);
      assertThat(floats(values)).isEqualTo(times(2, totals(a, b)));
    }
    Buffer echo = heap(new float[2 * MANY]);
    network.value("a", MANY, asList(heap(a), heap(b)), echo);
    assertThat(floats(echo)).isEqualTo(a);
    assertThat(refused(() -> network.value("c", 1, asList(heap(a), heap(b)), echo)))
        .startsWith("there is no row c");
    assertThat(refused(() -> network.value("echo", MANY + 1, asList(heap(a), heap(b)), echo)))
        .isEqualTo("a has 1,200 floats; 1,202 from position 0 do not lie within");
    assertThat(refused(() -> network.value("echo", 2, asList(heap(a), heap(b)), heap(1, 2, 3))))
        .isEqualTo("echo has 3 floats; 4 from position 0 do not lie within");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void refusesBuffersThatAreTooFewOrTooShort() {
    Buffer[] outputs = outputs(2);
    Buffer a = heap(1, 2, 3, 4);
    assertThat(refused(() -> predict(2, singletonList(a), outputs)))
        .isEqualTo("Witness has the inputs [a [2], b []]: one buffer for each, not 1");
    assertThat(refused(() -> predict(2, asList(a, a), a)))
        .isEqualTo(
            "Witness has the outputs [total [], echo [2], twice [], again [1]]: one buffer for"
                + " each, not 1");
    assertThat(refused(() -> predict(3, asList(a, a), outputs)))
        .isEqualTo("a has 4 floats; 6 from position 0 do not lie within");
    assertThat(refused(() -> predict(Integer.MAX_VALUE, asList(a, a), outputs)))
        .isEqualTo("a has 4 floats; 4,294,967,294 from position 0 do not lie within");
    outputs[1] = heap(1, 2, 3);
    assertThat(refused(() -> predict(2, asList(a, a), outputs)))
        .isEqualTo("echo has 3 floats; 4 from position 0 do not lie within");
    assertThat(refused(() -> predict(-1, asList(a, a), outputs)))
        .isEqualTo("Witness cannot predict for -1 examples");
    predict(0, asList(a, a), outputs);
    assertThat(network.arrays).isEmpty();
  }

  @Test
  void refusesNumbersThatAreNotFiniteAndGivesBack() {
    float[] a = counted(2 * MANY, 1);
    float[] b = counted(MANY, 1);
    b[555] = Float.NaN;
    for (Buffer source : asList(heap(b), new CountedBuffer(b))) {
      assertThat(refused(() -> predict(MANY, asList(heap(a), source), outputs(MANY))))
          .isEqualTo("b[555] is NaN");
    }
    b[555] = Float.NEGATIVE_INFINITY;
    assertThat(refused(() -> predict(MANY, asList(heap(a), heap(b)), outputs(MANY))))
        .isEqualTo("b[555] is -Infinity");
    Buffer own = network.prediction(MANY).inputs().get(0);
    assertThat(ArrayBuffer.array(own)).isNotSameInstanceAs(a);
  }

  @Test
  void allocatesOnlyParts() {
    LinearNetwork line = LinearNetwork.of(network.backend(), 7, 20, "mean_squared_error");
    List<Buffer> inputs = singletonList(heap(new float[300 * 20]));
    List<Buffer> foreign = singletonList(new CountedBuffer(new float[300 * 20]));
    List<Buffer> outputs = singletonList(heap(new float[300]));
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 20; window++) {
      long before = allocated();
      for (int i = 0; i < 100; i++) {
        line.predict(300, inputs, outputs);
        line.predict(100, foreign, outputs);
      }
      least = Math.min(least, allocated() - before);
    }
    assertThat(least).isLessThan(100 * 6 * 48L);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
