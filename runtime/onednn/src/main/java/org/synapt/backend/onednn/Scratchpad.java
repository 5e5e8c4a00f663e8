package org.synapt.backend.onednn;

import java.util.Optional;

/** Memory that the primitives of a kernel's part use in turns; as large as the largest asks for. */
final class Scratchpad {
  private final Ledger ledger;
  private Optional<NativeMemory> memory = Optional.empty();
  private int floats;

  Scratchpad(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Makes room; what primitives were bound to before stays theirs. */
  void reserve(long bytes) {
    int wanted = Math.toIntExact((bytes + Float.BYTES - 1) / Float.BYTES);
    if (wanted > floats || memory.isEmpty()) {
      floats = wanted;
      memory = Optional.of(new NativeMemory(ledger, wanted));
    }
  }

  /** The memory now; another once {@link #reserve} has made more room. */
  NativeMemory memory() {
    return memory.orElseThrow();
  }
}
