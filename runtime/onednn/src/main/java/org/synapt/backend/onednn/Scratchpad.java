package org.synapt.backend.onednn;

/** Memory that the primitives of one thread use in turns; as large as the largest asked for. */
final class Scratchpad {
  private final Ledger ledger;
  private NativeMemory memory;
  private int floats;

  Scratchpad(Ledger ledger) {
    this.ledger = ledger;
    this.memory = new NativeMemory(ledger, 0);
  }

  /** Makes room; what primitives were bound to before stays theirs. */
  void reserve(long bytes) {
    int wanted = Math.toIntExact((bytes + Float.BYTES - 1) / Float.BYTES);
    if (wanted > floats) {
      floats = wanted;
      memory = new NativeMemory(ledger, wanted);
    }
  }

  /** The memory now; another once {@link #reserve} has made more room. */
  NativeMemory memory() {
    return memory;
  }
}
