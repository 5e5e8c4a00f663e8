package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;

/**
 * Operands side by side in one buffer, as the values of a network lie, with guards between them.
 *
 * <pre>guard 5 | slot | guard 6 | slot | guard 7 …</pre>
 */
final class Memory {
  private static final float GUARD = -7_777.25f;
  private static final int SHORTEST_GUARD = 5;

  private final Buffer buffer;

  /** What may not change, and NaN where anything may be. */
  private final float[] expected;

  private final boolean[] writable;

  private Memory(Buffer buffer) {
    this.buffer = buffer;
    this.expected = new float[buffer.length()];
    this.writable = new boolean[buffer.length()];
  }

  /** Places the slots in new memory of the backend. */
  static Memory of(Backend backend, Slot... slots) {
    int length = SHORTEST_GUARD;
    for (int i = 0; i < slots.length; i++) {
      length += slots[i].before.length + SHORTEST_GUARD + i + 1;
    }
    Memory memory = new Memory(backend.allocate(length));
    memory.fill(slots);
    return memory;
  }

  private void fill(Slot... slots) {
    Arrays.fill(expected, GUARD);
    int at = SHORTEST_GUARD;
    for (int i = 0; i < slots.length; i++) {
      int n = slots[i].before.length;
      System.arraycopy(slots[i].before, 0, expected, at, n);
      Arrays.fill(writable, at, at + n, slots[i].writable);
      slots[i].place(buffer.slice(at, n));
      at += n + SHORTEST_GUARD + i + 1;
    }
    buffer.put(0, expected, 0, expected.length);
  }

  /** Fails if a guard or an operand that is only read has changed. */
  void check(String what) {
    float[] now = new float[expected.length];
    buffer.get(0, now, 0, now.length);
    for (int i = 0; i < now.length; i++) {
      if (!writable[i] && Float.compare(now[i], expected[i]) != 0) {
        assertWithMessage("%s: float %s, which must not change", what, i)
            .that(now[i])
            .isEqualTo(expected[i]);
      }
    }
  }
}
