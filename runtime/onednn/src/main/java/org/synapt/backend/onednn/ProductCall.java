package org.synapt.backend.onednn;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.synapt.backend.java.Workers;

/** A product of certain operands, prepared: a share for each part. */
final class ProductCall implements AutoCloseable {
  /** After so many calls of the same weights, packing them is expected to pay. */
  private static final int PATIENCE = 3;

  private final Workers workers;
  private final Matrix weights;
  private final Matrix result;
  private final DividedProduct plain;
  private final Optional<Supplier<ProductSteps[]>> packing;
  private Optional<DividedProduct> packed = Optional.empty();
  private boolean distrusted;
  private long version = -1;
  private int unchanged;

  /**
   * A product.
   *
   * @param b its right factor
   * @param c its result
   * @param plain what the parts run
   * @param packing what they would run with a copy of b, if keeping one may pay
   */
  ProductCall(
      Workers workers,
      Matrix b,
      Matrix c,
      ProductSteps[] plain,
      Optional<Supplier<ProductSteps[]>> packing) {
    this.workers = workers;
    this.weights = b;
    this.result = c;
    this.plain = new DividedProduct(plain);
    this.packing = packing;
  }

  /** Computes it. */
  void run() {
    if (packing.isEmpty() || distrusted || !unchangedForLong()) {
      plain.run(workers);
    } else if (packed.isPresent()) {
      packed.get().run(workers);
    } else {
      compare(packing.get().get());
    }
    result.memory().touch();
  }

  private boolean unchangedForLong() {
    unchanged = weights.memory().isAt(version) ? Math.min(unchanged + 1, PATIENCE) : 0;
    version = weights.memory().version();
    return unchanged == PATIENCE;
  }

  /**
   * Computes it both ways: the same rows must never give different bits, so weights stay as they
   * are where oneDNN adds up in another order once they are packed.
   */
  private void compare(ProductSteps[] steps) {
    DividedProduct other = new DividedProduct(steps);
    packed = Optional.of(other);
    other.run(workers);
    float[] withPacked = floats();
    plain.run(workers);
    float[] withPlain = floats();
    distrusted = !Arrays.equals(withPacked, withPlain);
    if (!distrusted && constant(withPlain)) {
      putOff(other);
    }
  }

  /** Whether a result says nothing of the order in which it was added up: all 0, for one. */
  private static boolean constant(float[] floats) {
    for (float each : floats) {
      if (each != floats[0]) {
        return false;
      }
    }
    return true;
  }

  private void putOff(DividedProduct other) {
    other.close();
    packed = Optional.empty();
    unchanged = 0;
  }

  private float[] floats() {
    float[] floats = new float[result.rows() * result.columns()];
    result.memory().get(result.at(), floats, 0, floats.length);
    return floats;
  }

  @Override
  public void close() {
    plain.close();
    packed.ifPresent(DividedProduct::close);
  }
}
