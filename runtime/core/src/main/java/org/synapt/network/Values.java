package org.synapt.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.buffer.NotFinite;
import org.synapt.kernel.Kernel;

/** Checks of what a caller hands over. */
final class Values {
  private Values() {}

  /** Requires that a backend has kernels. */
  static void requireKernels(Backend backend, String name, List<Class<? extends Kernel>> kernels) {
    List<String> missing = new ArrayList<>();
    for (Class<? extends Kernel> kernel : kernels) {
      if (!backend.kernel(kernel).isPresent()) {
        missing.add(kernel.getSimpleName());
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the backend " + backend.device() + " has no " + missing + ", which " + name + " needs");
    }
  }

  /** How many examples an array holds. */
  static int examples(String name, int floats, int perExample) {
    if (perExample < 1) {
      throw new IllegalArgumentException(
          name + " would have no floats for each example; extents are at least 1");
    }
    if (floats % perExample != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d floats, which is not a multiple of the %,d of one example",
              name,
              floats,
              perExample));
    }
    return floats / perExample;
  }

  /** Requires that a range lies within an array. */
  static void requireRange(String name, int length, int at, long count) {
    if (at < 0 || at + count > length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d floats; %,d from position %,d do not lie within",
              name,
              length,
              count,
              at));
    }
  }

  /** Requires that no number is infinite or NaN. */
  static void requireFinite(String name, float[] values, int at, int count) {
    int wrong = NotFinite.first(values, at, count);
    if (wrong >= 0) {
      throw notFinite(name, wrong, values[wrong]);
    }
  }

  /** Requires it of the first floats of an array; {@code before} others stand before them. */
  static void requireFiniteBehind(int before, String name, float[] values, int count) {
    int wrong = NotFinite.first(values, 0, count);
    if (wrong >= 0) {
      throw notFinite(name, before + wrong, values[wrong]);
    }
  }

  static IllegalArgumentException notFinite(String name, int at, float value) {
    return new IllegalArgumentException(name + "[" + at + "] is " + value);
  }

  static IllegalArgumentException refused(InputSpec input, int at, int perExample, float number) {
    return new IllegalArgumentException(
        input.name()
            + " of example "
            + at / perExample
            + " "
            + input.finding(number)
            + ", at "
            + at % perExample);
  }

  /** So much goes through an array at a time: it stays in the cache. */
  static int room(int floats) {
    return Math.max(1, Math.min(floats, 1 << 13));
  }

  /** Copies the first floats of a buffer to another. */
  static void copy(Buffer from, Buffer to, int count) {
    copy(from, to, 0, count, new float[room(count)]);
  }

  /** Copies the first floats of a buffer to a place in another. */
  static void copy(Buffer from, Buffer to, int at, int count, float[] room) {
    for (int done = 0; done < count; done += room.length) {
      int n = Math.min(count - done, room.length);
      from.get(done, room, 0, n);
      to.put(at + done, room, 0, n);
    }
  }
}
