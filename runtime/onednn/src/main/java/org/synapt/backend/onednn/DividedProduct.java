package org.synapt.backend.onednn;

import org.synapt.backend.java.Workers;

/** A product's steps, those of a part for each thread. */
final class DividedProduct implements Workers.Task, AutoCloseable {
  private final ProductSteps[] parts;

  DividedProduct(ProductSteps[] parts) {
    this.parts = parts;
  }

  /** Runs all parts. */
  void run(Workers workers) {
    workers.run(parts.length, this);
  }

  @Override
  public void run(int part) {
    parts[part].run();
  }

  @Override
  public void close() {
    for (ProductSteps part : parts) {
      part.close();
    }
  }
}
