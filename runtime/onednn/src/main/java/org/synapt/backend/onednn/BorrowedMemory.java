package org.synapt.backend.onednn;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.synapt.buffer.Buffer;

/**
 * Floats of another buffer in place of a buffer's own, loan after loan.
 *
 * <p>It stays the same object from one loan to the next, so that what was prepared for it serves
 * again with another address. Nobody says what happens to the floats, so that nothing made of them
 * is kept. The alignment is that of a float.
 */
final class BorrowedMemory extends NativeMemory {
  private Optional<Buffer> lender = Optional.empty();

  /** The lender, where it is one of onednn's, whose memory may be closed. */
  private Optional<NativeBuffer> nativeLender = Optional.empty();

  private long address;
  private int length;
  private long loan;
  private volatile Shown shown = new Shown(0, 0, new FloatBuffer[0]);

  /** What Java sees of a place. */
  private static final class Shown {
    private final long address;
    private final int length;
    private final FloatBuffer[] parts;

    Shown(long address, int length, FloatBuffer[] parts) {
      this.address = address;
      this.length = length;
      this.parts = parts;
    }
  }

  /** Nothing borrowed yet, in place of some memory. */
  BorrowedMemory(NativeMemory own) {
    super(own);
  }

  /** Takes a loan, if the other lies in this process's memory. */
  boolean borrow(Buffer other) {
    if (other instanceof NativeBuffer there) {
      lend(other, Optional.of(there.slice(0, there.length())), there.here());
    } else {
      long place = other.address();
      if (place == 0 || place % Float.BYTES != 0) {
        return false;
      }
      lend(other, Optional.empty(), place);
    }
    return true;
  }

  private void lend(Buffer other, Optional<NativeBuffer> stretch, long place) {
    lender = Optional.of(other);
    nativeLender = stretch;
    address = place;
    length = other.length();
    loan++;
  }

  void giveBack() {
    if (lender.isPresent()) {
      lender = Optional.empty();
      nativeLender = Optional.empty();
      loan++;
    }
  }

  /** The number of the loan. */
  long loan() {
    return loan;
  }

  @Override
  void requireLoan(long wanted) {
    if (lender.isEmpty() || wanted != ANY_LOAN && wanted != loan) {
      throw new IllegalStateException(
          "the buffer stood for floats that were borrowed and have been given back");
    }
  }

  @Override
  void requireOpen() {
    super.requireOpen();
    requireLoan(ANY_LOAN);
    if (nativeLender.isPresent()) {
      nativeLender.get().memory().requireOpen();
    }
  }

  @Override
  long address(int at) {
    requireOpen();
    return address + (long) at * Float.BYTES;
  }

  @Override
  int length() {
    return length;
  }

  /** Never: others write here as they like. */
  @Override
  boolean isAt(long version) {
    return false;
  }

  /** Tells the lender, of whose floats copies may be kept. */
  @Override
  void touch() {
    super.touch();
    if (nativeLender.isPresent()) {
      nativeLender.get().memory().touch();
    }
  }

  @Override
  void share() {
    if (nativeLender.isPresent()) {
      nativeLender.get().memory().share();
    }
  }

  /** Made when Java first looks at a place. */
  @Override
  FloatBuffer[] shown() {
    Shown now = shown;
    return now.address == address && now.length >= length ? now.parts : show();
  }

  private synchronized FloatBuffer[] show() {
    if (shown.address != address || shown.length < length) {
      shown = new Shown(address, length, show(address, length));
    }
    return shown.parts;
  }
}
