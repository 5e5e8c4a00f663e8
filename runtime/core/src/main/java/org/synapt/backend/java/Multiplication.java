package org.synapt.backend.java;

/**
 * Multiplies what its {@link Product} says: by {@link TinyProduct} if small, else {@link
 * LargeProduct}.
 */
final class Multiplication {
  /** Up to this much work the tiny product is faster, for it copies nothing: about 0.6 µs. */
  private static final long TINY = 1 << 11;

  /** Rows of c up to this long gain nothing from vectors, whichever way one sees the product. */
  private static final int SHORT = 20;

  /** What to multiply; to be set anew before each run. */
  final Product product = new Product();

  private final TinyProduct tiny = new TinyProduct();
  private final LargeProduct large;

  Multiplication(Workers workers) {
    large = new LargeProduct(workers);
  }

  void run() {
    if (product.work() <= TINY || Math.max(product.m, product.n) <= SHORT) {
      tiny.multiply(product);
    } else {
      large.multiply(product);
    }
  }
}
