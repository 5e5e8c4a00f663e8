package org.synapt.backend.nd4j;

/** Floats for what lasts no longer than a call; grows, by doubling, to what was asked for. */
final class Scratch {
  private final Engine engine;
  private Nd4jBuffer floats;

  Scratch(Engine engine) {
    this.engine = engine;
    this.floats = engine.allocate(0);
  }

  /** At least so many floats, of any values. Those given before stay what they were. */
  Nd4jBuffer room(int least) {
    if (floats.length() < least) {
      floats = engine.allocate(Room.more(floats, least));
    }
    return floats;
  }
}
