package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;

final class StridedCopyTest {
  private static final Engine ENGINE = engine();

  private static Engine engine() {
    Workers workers = new Workers(1);
    return new Engine(true, workers, new JavaBackend(workers));
  }

  private static Nd4jBuffer counting(int count) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = i + 1;
    }
    Nd4jBuffer buffer = ENGINE.allocate(count);
    buffer.put(0, floats, 0, count);
    return buffer;
  }

  private static float[] floats(Nd4jBuffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  private static void run(StridedCopy copy) {
    copy.ops().forEach(op -> Nd4j.getExecutioner().exec(op));
  }

  @Test
  void turnsSevenAxesRound() {
    Nd4jBuffer from = counting(128);
    Nd4jBuffer to = ENGINE.allocate(128);
    StridedCopy copy = new StridedCopy(from, 0, to, 0);
    for (int axis = 0; axis < 7; axis++) {
      copy.axis(2, 64 >> axis, 1 << axis);
    }

    run(copy);

    float[] turned = floats(to);
    for (int i = 0; i < 128; i++) {
      assertThat(turned[i]).isEqualTo((Integer.reverse(i) >>> 25) + 1f);
    }
    assertThat(copy.ops()).hasSize(4);
  }

  @Test
  void axesThatLieAlikeAreOneOp() {
    StridedCopy copy = new StridedCopy(counting(64), 0, ENGINE.allocate(64), 0);
    for (int axis = 0; axis < 6; axis++) {
      copy.axis(2, 32 >> axis, 32 >> axis);
    }

    assertThat(copy.ops()).hasSize(1);
  }

  @Test
  void repeatsWhatHasNoStep() {
    Nd4jBuffer to = ENGINE.allocate(7);

    run(new StridedCopy(counting(3), 1, to, 1).axis(3, 0, 2).axis(2, 1, 1));

    assertThat(floats(to)).isEqualTo(new float[] {0, 2, 3, 2, 3, 2, 3});
  }

  @Test
  void backwardsBringsBackWhatWasTaken() {
    Nd4jBuffer from = counting(6);
    Nd4jBuffer to = counting(6);
    StridedCopy copy = new StridedCopy(from, 0, to, 0).axis(2, 1, 3).axis(3, 2, 1);
    float[] before = floats(from);

    run(copy);
    from.put(0, new float[6], 0, 6);
    run(copy.backwards());

    assertThat(floats(to)).isEqualTo(new float[] {1, 3, 5, 2, 4, 6});
    assertThat(floats(from)).isEqualTo(before);
  }

  @Test
  void copiesNothingAlongAnAxisOfNothing() {
    StridedCopy copy = new StridedCopy(counting(3), 0, ENGINE.allocate(3), 0).axis(0, 1, 1);

    assertThat(copy.axis(3, 1, 1).ops()).isEmpty();
    assertThat(copy.backwards().ops()).isEmpty();
  }
}
