package org.synapt.kernel;

import org.synapt.buffer.Buffer;

/** Adds up the losses of a batch, each with its share. */
public interface Share extends Kernel {
  /**
   * {@code Σ loss · share}, summed in order.
   *
   * @param count how many examples
   * @param loss [count], read
   * @param share [count], read
   * @return the sum
   */
  float total(int count, Buffer loss, Buffer share);
}
