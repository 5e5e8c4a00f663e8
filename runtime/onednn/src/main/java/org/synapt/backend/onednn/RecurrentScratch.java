package org.synapt.backend.onednn;

/**
 * Memory that all calls of a recurrent kernel use in turns. It grows at least twofold, so that what
 * earlier calls are still bound to is less than what there is.
 */
final class RecurrentScratch {
  private final Ledger ledger;
  private NativeMemory memory;

  RecurrentScratch(Ledger ledger) {
    this.ledger = ledger;
    this.memory = new NativeMemory(ledger, 0);
  }

  /** The memory, with room for so many floats; another one once there was none. */
  NativeMemory of(int floats) {
    if (memory.length() < floats) {
      int twice = (int) Math.min(Integer.MAX_VALUE, 2L * memory.length());
      memory = new NativeMemory(ledger, Math.max(floats, twice));
    }
    return memory;
  }
}
