package org.synapt.backend.nd4j;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Floats in this process's memory, copied in bulk; the threads that copy need not agree. */
final class HostFloats {
  /** Floats that one {@link FloatBuffer} shows: a byte buffer has no more than 2³¹ bytes. */
  private static final int SHOWN_BITS = 28;

  private static final int SHOWN = 1 << SHOWN_BITS;
  private static final HostFloats NONE = new HostFloats(0, 0);

  private final long address;
  private final FloatBuffer[] shown;

  private HostFloats(long address, long length) {
    this.address = address;
    this.shown = new FloatBuffer[(int) (length + SHOWN - 1 >>> SHOWN_BITS)];
    for (int i = 0; i < shown.length; i++) {
      long from = (long) i << SHOWN_BITS;
      shown[i] = show(address(from), (int) Math.min(SHOWN, length - from));
    }
  }

  static HostFloats none() {
    return NONE;
  }

  /** Those of an array, which must outlive this. */
  static HostFloats of(INDArray array) {
    return new HostFloats(array.data().addressPointer().address(), array.length());
  }

  private static FloatBuffer show(long address, int count) {
    try (Pointer place = new Address(address)) {
      return new BytePointer(place)
          .capacity((long) count * Float.BYTES)
          .asByteBuffer()
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
    }
  }

  boolean isPresent() {
    return address != 0;
  }

  long address(long at) {
    return address + at * Float.BYTES;
  }

  void put(int at, float[] source, int sourceAt, int count) {
    for (int done = 0; done < count; ) {
      int from = at + done & SHOWN - 1;
      int n = Math.min(count - done, SHOWN - from);
      shown[at + done >>> SHOWN_BITS].put(from, source, sourceAt + done, n);
      done += n;
    }
  }

  void get(int at, float[] target, int targetAt, int count) {
    for (int done = 0; done < count; ) {
      int from = at + done & SHOWN - 1;
      int n = Math.min(count - done, SHOWN - from);
      shown[at + done >>> SHOWN_BITS].get(from, target, targetAt + done, n);
      done += n;
    }
  }

  /** A place in memory that nobody frees through this. */
  private static final class Address extends Pointer {
    Address(long address) {
      this.address = address;
    }
  }
}
