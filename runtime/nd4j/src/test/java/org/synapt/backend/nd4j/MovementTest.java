package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;

/** Each test on memory that Java reaches and on memory that only ND4J does. */
final class MovementTest {
  private static final float GUARD = -1;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void movesAlongAxesThatLieAnyhow(boolean here) {
    checkAll(here, new int[] {2, 3, 4}, new int[] {1, 8, 2}, new int[] {40, 1, 5});
    checkAll(here, new int[] {3, 4, 5}, new int[] {20, 5, 1}, new int[] {1, 3, 12});
    checkAll(here, new int[] {7}, new int[] {3}, new int[] {2});
    checkAll(here, new int[] {1}, new int[] {9}, new int[] {9});
    checkAll(here, new int[0], new int[0], new int[0]);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void joinsAxesThatAreOne(boolean here) {
    checkAll(here, new int[] {3, 4, 5}, new int[] {20, 5, 1}, new int[] {20, 5, 1});
    checkAll(here, new int[] {3, 1, 5}, new int[] {5, 77, 1}, new int[] {9, 99, 1});
    checkAll(here, new int[] {6, 2, 5}, new int[] {20, 5, 1}, new int[] {10, 5, 1});
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void repeatsWhereXDoesNotStep(boolean here) {
    checkAll(here, new int[] {3, 4, 5}, new int[] {5, 0, 1}, new int[] {20, 5, 1});
    checkAll(here, new int[] {3, 4}, new int[] {1, 0}, new int[] {4, 1});
    checkAll(here, new int[] {4, 600}, new int[] {0, 1}, new int[] {700, 1});
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dividesLongPieces(boolean here) {
    checkAll(here, new int[] {50, 3_001}, new int[] {3_002, 1}, new int[] {3_005, 1});
    checkAll(here, new int[] {150_001}, new int[] {1}, new int[] {1});
    checkAll(
        here, new int[] {3, 5, 10_007}, new int[] {10_007, 30_021, 1}, axes(50_035, 10_007, 1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void walksSixAxes(boolean here) {
    checkAll(here, axes(2, 3, 2, 3, 2, 3), axes(1, 2, 6, 12, 36, 72), axes(108, 36, 18, 6, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void movesNothingAlongAnAxisOfNothing(boolean here) {
    checkAll(here, new int[] {3, 0, 5}, new int[] {20, 5, 1}, new int[] {20, 5, 1});
  }

  private static int[] axes(int... numbers) {
    return numbers;
  }

  /** Twice, for the second time everything is prepared. */
  private static void checkAll(boolean here, int[] extents, int[] xSteps, int[] ySteps) {
    try (Workers workers = new Workers(2)) {
      Engine engine = new Engine(here, workers, new JavaBackend(workers));
      Movement movement = new Movement(engine);
      Nd4jBuffer x = engine.allocate(4 + last(extents, xSteps));
      Nd4jBuffer y = engine.allocate(6 + last(extents, ySteps));
      for (int time = 1; time <= 2; time++) {
        check(movement, x, y, time, extents, xSteps, ySteps);
      }
    }
  }

  private static void check(
      Movement movement,
      Nd4jBuffer x,
      Nd4jBuffer y,
      int time,
      int[] extents,
      int[] xSteps,
      int[] ySteps) {
    float[] from = new float[x.length()];
    for (int i = 0; i < from.length; i++) {
      from[i] = time * i;
    }
    float[] to = new float[y.length()];
    Arrays.fill(to, GUARD);
    x.put(0, from, 0, from.length);
    y.put(0, to, 0, to.length);

    movement.begin();
    for (int axis = 0; axis < extents.length; axis++) {
      movement.axis(extents[axis], xSteps[axis], ySteps[axis]);
    }
    movement.move(x, 2, y, 3);

    copy(0, extents, from, 2, xSteps, to, 3, ySteps);
    float[] moved = new float[to.length];
    y.get(0, moved, 0, moved.length);
    assertThat(moved).isEqualTo(to);
  }

  private static int last(int[] extents, int[] steps) {
    int last = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      last += Math.max(0, extents[axis] - 1) * steps[axis];
    }
    return last;
  }

  private static void copy(
      int axis, int[] extents, float[] x, int xAt, int[] xSteps, float[] y, int yAt, int[] ySteps) {
    if (axis == extents.length) {
      y[yAt] = x[xAt];
      return;
    }
    for (int i = 0; i < extents[axis]; i++) {
      int nextX = xAt + i * xSteps[axis];
      int nextY = yAt + i * ySteps[axis];
      copy(axis + 1, extents, x, nextX, xSteps, y, nextY, ySteps);
    }
  }
}
