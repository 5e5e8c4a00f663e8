package org.synapt.backend.nd4j;

import java.util.Optional;

/**
 * An op with its arrays, to be run over and over.
 *
 * @param op runs it
 * @param context what ND4J holds for it, if it needs one
 */
record BoundOp(Runnable op, Optional<PreparedOp> context) implements AutoCloseable {
  static BoundOp of(Runnable op) {
    return new BoundOp(op, Optional.empty());
  }

  static BoundOp of(Runnable op, PreparedOp context) {
    return new BoundOp(op, Optional.of(context));
  }

  void run() {
    op.run();
  }

  /** Lets go of the arrays. */
  @Override
  public void close() {
    context.ifPresent(PreparedOp::close);
  }
}
