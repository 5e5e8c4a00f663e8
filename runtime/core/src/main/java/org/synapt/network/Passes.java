package org.synapt.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;

/**
 * The passes of one kind that a network has made: a single one, or one for each set of extents if
 * each batch decides how long it is. Those that were used last are kept.
 *
 * <p>Passes for several extents share memory, because one of them runs at a time: so another length
 * costs fields, but no further arena.
 */
final class Passes<P extends Pass> {
  /** So many sets of extents are kept; to make a pass anew takes longer than to use it. */
  private static final int MOST = 64;

  /** Makes a pass. */
  interface Maker<P> {
    P make(int capacity, int[] extents);
  }

  private final Maker<P> maker;

  /** Used last comes first. */
  private final List<P> kept = new ArrayList<>();

  private Buffer[] memory = {};

  Passes(Maker<P> maker) {
    this.maker = maker;
  }

  /** The pass for a batch of these extents, made anew where there is none that is large enough. */
  P of(int batch, int capacity, int[] extents) {
    int found = 0;
    while (found < kept.size() && !Arrays.equals(kept.get(found).extents(), extents)) {
      found++;
    }
    P pass;
    if (found < kept.size() && kept.get(found).capacity() >= batch) {
      pass = kept.remove(found);
    } else {
      pass = maker.make(capacity, extents.clone());
      kept.removeIf(old -> Arrays.equals(old.extents(), extents));
    }
    if (found > 0) {
      pass.memoryWasShared();
    }
    kept.add(0, pass);
    if (kept.size() > MOST) {
      kept.remove(MOST);
    }
    return pass;
  }

  /** Memory for a pass of some extents; where it has to grow, passes that were made before go. */
  Buffer shared(Backend backend, int floats) {
    if (memory.length == 0 || memory[0].length() < floats) {
      kept.clear();
      memory = new Buffer[] {backend.allocate(floats)};
    }
    return memory[0].length() == floats ? memory[0] : memory[0].slice(0, floats);
  }

  void clear() {
    kept.clear();
    memory = new Buffer[0];
  }
}
