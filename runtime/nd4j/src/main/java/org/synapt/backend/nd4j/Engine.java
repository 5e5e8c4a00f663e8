package org.synapt.backend.nd4j;

import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;

/**
 * What the kernels of one backend share.
 *
 * @param here whether Java may read and write the floats where they lie: not if they lie on a GPU
 * @param workers the threads of the kernels that are Java's
 * @param java kernels for blocks that were copied to the heap
 */
record Engine(boolean here, Workers workers, JavaBackend java) {
  /** New floats, all 0. */
  Nd4jBuffer allocate(int floats) {
    return new Nd4jBuffer(Floats.zeros(floats, here), 0, floats);
  }
}
