package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Floats of a kernel's own, for what its steps hand to one another, and ones to add up with.
 *
 * <p>Where there are too few, there are twice as many next time: what was prepared with those
 * before keeps them, and all together they are no more than twice the last.
 */
final class Room {
  private final Engine engine;
  private final List<Nd4jBuffer> places = new ArrayList<>();
  private Nd4jBuffer ones;

  Room(Engine engine) {
    this.engine = engine;
    this.ones = engine.allocate(0);
  }

  /**
   * A place of so many floats or more, whatever they are now.
   *
   * @param place its number, from 0 up: places of different numbers share nothing
   */
  Nd4jBuffer place(int place, int floats) {
    while (places.size() <= place) {
      places.add(engine.allocate(0));
    }
    if (places.get(place).length() < floats) {
      places.set(place, engine.allocate(more(places.get(place), floats)));
    }
    return places.get(place);
  }

  /** So many ones or more. */
  Nd4jBuffer ones(int floats) {
    if (ones.length() < floats) {
      float[] values = new float[more(ones, floats)];
      Arrays.fill(values, 1f);
      ones = engine.allocate(values.length);
      ones.put(0, values, 0, values.length);
    }
    return ones;
  }

  /** So many, or twice as many as before: growing step by step leaves little behind. */
  static int more(Nd4jBuffer before, int floats) {
    return (int) Math.max(floats, Math.min(2L * before.length(), Integer.MAX_VALUE - 8));
  }
}
