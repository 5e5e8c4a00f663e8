package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;

/**
 * Memory for what the steps of a part hand to one another, the same for all calls of a kernel so
 * that it stays in cache.
 */
final class Rooms {
  /** Half of what the L2 cache of a server's core holds. */
  static final int FLOATS = 1 << 18;

  private final Engine engine;
  private final List<NativeMemory> rooms = new ArrayList<>();

  Rooms(Engine engine) {
    this.engine = engine;
  }

  /** The room that so many floats take when they are rounded to 16 bits, in whole cache lines. */
  static int rounded(int floats) {
    return ((floats + 1) / 2 + 15) & -16;
  }

  /** A part's memory; memory of its own for a call that needs more than there is for all. */
  NativeMemory of(int part, int floats) {
    if (floats > FLOATS) {
      return new NativeMemory(engine.ledger(), floats);
    }
    while (rooms.size() <= part) {
      rooms.add(new NativeMemory(engine.ledger(), FLOATS));
    }
    return rooms.get(part);
  }
}
