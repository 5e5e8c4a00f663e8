package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Share;

/** Adds up in double, in order. */
final class JavaShare implements Share {
  JavaShare() {}

  @Override
  public float total(int count, Buffer loss, Buffer share) {
    float[] losses = ArrayBuffer.array(loss);
    float[] shares = ArrayBuffer.array(share);
    int lossAt = ArrayBuffer.at(loss);
    int shareAt = ArrayBuffer.at(share);
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += (double) losses[lossAt + i] * shares[shareAt + i];
    }
    return (float) total;
  }
}
