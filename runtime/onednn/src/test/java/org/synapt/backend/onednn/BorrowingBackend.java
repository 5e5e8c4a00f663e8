package org.synapt.backend.onednn;

import java.util.Optional;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;

/** A backend all of whose memory stands for other memory, which begins with no cache line. */
record BorrowingBackend(Backend lender) implements Backend {
  /** Floats: an address divided by 4 and by no more. */
  private static final int OFFSET = 5;

  @Override
  public String device() {
    return lender.device();
  }

  @Override
  public Buffer allocate(int floats) {
    Buffer borrower = lender.allocate(1);
    if (!borrower.borrow(lender.allocate(OFFSET + floats).slice(OFFSET, floats))) {
      throw new AssertionError("borrows nothing");
    }
    return borrower;
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    return lender.kernel(type);
  }

  @Override
  public void close() {
    lender.close();
  }
}
