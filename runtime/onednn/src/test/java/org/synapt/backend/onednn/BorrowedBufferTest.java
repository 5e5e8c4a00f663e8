package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.MatMul;

/** Buffers that stand for the floats of others. */
final class BorrowedBufferTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void kernelsWorkWhereTheFloatsLie(KernelCall call) {
    float[] one = KernelCall.input();
    float[] other = one.clone();
    other[0] = other[2] = 50;
    for (int threads = 1; threads <= 2; threads++) {
      try (Site site = Site.of(threads);
          ForeignBuffer first = new ForeignBuffer(one);
          ForeignBuffer second = new ForeignBuffer(other);
          ForeignBuffer result = new ForeignBuffer(new float[KernelCall.FLOATS])) {
        Kernel kernel = site.kernel(call.type());
        Buffer x = site.zeros(KernelCall.FLOATS);
        Buffer y = site.zeros(KernelCall.FLOATS);
        for (ForeignBuffer lender : List.of(first, second, first)) {
          float[][] expected = onOwn(site, call, lender, result);
          assertThat(x.borrow(lender)).isTrue();
          assertThat(y.borrow(result)).isTrue();
          call.run(kernel, x, y);
          x.giveBack();
          y.giveBack();
          assertThat(Arrays.mismatch(Site.floats(lender), expected[0])).isEqualTo(-1);
          assertThat(Arrays.mismatch(Site.floats(result), expected[1])).isEqualTo(-1);
        }
        assertThat(Site.floats(x)).isEqualTo(new float[KernelCall.FLOATS]);
        assertThat(Site.floats(y)).isEqualTo(new float[KernelCall.FLOATS]);
      }
    }
  }

  /** What a call leaves in memory of the backend's own. */
  private static float[][] onOwn(Site site, KernelCall call, Buffer before, Buffer result) {
    Buffer x = site.copy(Site.floats(before));
    Buffer y = site.copy(Site.floats(result));
    call.run(site.kernel(call.type()), x, y);
    return new float[][] {Site.floats(x), Site.floats(y)};
  }

  @ParameterizedTest
  @EnumSource
  void productsReadAnewAtEveryLoan(ProductCase product) {
    try (Site site = Site.of(2)) {
      ProductCase.Prepared plain = product.on(site);
      float[] first = plain.run();
      ProductCase.Prepared other = product.on(site);
      float[] changed = product.b().clone();
      changed[0] += 1;
      other.b().put(0, changed, 0, changed.length);
      float[] second = other.run();
      try (ForeignBuffer b = new ForeignBuffer(product.b());
          ForeignBuffer changedB = new ForeignBuffer(changed)) {
        ProductCase.Prepared prepared = product.on(site);
        for (int i = 0; i < 5; i++) {
          prepared.b().borrow(b);
          assertThat(Arrays.mismatch(prepared.run(), first)).isEqualTo(-1);
          prepared.b().giveBack();
          prepared.b().borrow(changedB);
          assertThat(Arrays.mismatch(prepared.run(), second)).isEqualTo(-1);
          prepared.b().giveBack();
        }
        prepared.b().borrow(b);
        prepared.run();
        b.put(0, changed, 0, 1);
        assertThat(Arrays.mismatch(prepared.run(), second)).isEqualTo(-1);
      }
    }
  }

  @Test
  void nothingIsPreparedAgainAndNothingAllocated() {
    try (Site site = Site.of(2);
        ForeignBuffer one = new ForeignBuffer(Site.normal(64 * 300));
        ForeignBuffer other = new ForeignBuffer(Site.normal(64 * 300))) {
      MatMul kernel = site.kernel(MatMul.class);
      Buffer x = site.zeros(64 * 300);
      Buffer weight = site.copy(Site.normal(300 * 50));
      Buffer y = site.zeros(64 * 50);
      Runnable loans =
          () -> {
            for (int i = 0; i < 10; i++) {
              x.borrow(i % 2 == 0 ? one : other);
              kernel.mult(64, 300, 50, x, weight, y);
              x.giveBack();
            }
          };
      loans.run();
      assertThat(Implementations.during(loans)).isEmpty();
      allocated();
      long before = allocated();
      loans.run();
      assertThat(allocated() - before).isLessThan(10L * 64);
    }
  }

  /** Bytes, by this thread. */
  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void isAsLongAsWhatItStandsFor() {
    try (Site site = Site.of(1);
        ForeignBuffer ten = new ForeignBuffer(Site.normal(10))) {
      Buffer buffer = site.copy(1, 2, 3);
      Buffer before = buffer.slice(0, 2);
      buffer.borrow(ten);
      assertThat(buffer.length()).isEqualTo(10);
      assertThat(buffer.address()).isEqualTo(ten.address());
      assertThat(Site.floats(buffer)).isEqualTo(Site.normal(10));
      assertThat(Site.floats(buffer.slice(7, 3)))
          .isEqualTo(Arrays.copyOfRange(Site.normal(10), 7, 10));
      assertThrows(IndexOutOfBoundsException.class, () -> buffer.slice(7, 4));
      before.put(1, new float[] {5}, 0, 1);
      buffer.put(1, new float[] {6}, 0, 1);
      buffer.giveBack();
      assertThat(Site.floats(buffer)).isEqualTo(new float[] {1, 5, 3});
      assertThat(Site.floats(ten)[1]).isEqualTo(6f);
    }
  }

  @Test
  void refusesPartsOfWhatWasGivenBack() {
    try (Site site = Site.of(1);
        ForeignBuffer ten = new ForeignBuffer(Site.normal(10))) {
      NativeBuffer buffer = NativeBuffer.of(site.zeros(3));
      buffer.borrow(ten);
      NativeBuffer part = buffer.slice(0, 3);
      NativeMemory borrowed = buffer.memory();
      buffer.giveBack();
      for (int again = 0; again < 2; again++) {
        assertThrows(IllegalStateException.class, () -> Site.floats(part));
        assertThrows(IllegalStateException.class, part::address);
        assertThrows(IllegalStateException.class, () -> part.put(0, new float[1], 0, 1));
        buffer.borrow(ten);
      }
      buffer.giveBack();
      assertThrows(IllegalStateException.class, () -> borrowed.address(0));
    }
  }

  @Test
  void lendsToOthersOfItsKind() {
    try (Site site = Site.of(1);
        Site elsewhere = Site.of(1)) {
      Buffer lender = elsewhere.copy(1, 2, 3);
      Buffer buffer = site.zeros(3);
      Buffer third = site.zeros(3);
      assertThat(buffer.borrow(lender.slice(1, 2))).isTrue();
      assertThat(third.borrow(buffer)).isTrue();
      third.put(1, new float[] {7}, 0, 1);
      assertThat(Site.floats(lender)).isEqualTo(new float[] {1, 2, 7});
      assertThat(buffer.borrow(buffer)).isTrue();
      assertThat(Site.floats(buffer)).isEqualTo(new float[] {2, 7});
      buffer.giveBack();
      assertThrows(IllegalStateException.class, () -> Site.floats(third));
      third.giveBack();
      assertThat(Site.floats(third)).isEqualTo(new float[3]);
    }
  }

  @Test
  void needsTheLendersBackendOpen() {
    try (Site site = Site.of(1)) {
      Site elsewhere = Site.of(1);
      Buffer buffer = site.zeros(3);
      MatMul kernel = site.kernel(MatMul.class);
      Buffer y = site.zeros(9);
      buffer.borrow(elsewhere.copy(1, 2, 3));
      kernel.mult(3, 1, 3, buffer, y.slice(0, 3), y);
      elsewhere.close();
      assertThrows(IllegalStateException.class, () -> Site.floats(buffer));
      assertThrows(
          IllegalStateException.class, () -> kernel.mult(3, 1, 3, buffer, y.slice(0, 3), y));
      buffer.giveBack();
      assertThat(Site.floats(buffer)).isEqualTo(new float[3]);
    }
  }

  @Test
  void borrowsNothingFromTheHeap() {
    try (Site site = Site.of(1)) {
      Buffer buffer = site.copy(1, 2, 3);
      assertThat(buffer.borrow(new ArrayBuffer(new float[3], 0, 3))).isFalse();
      assertThat(Site.floats(buffer)).isEqualTo(new float[] {1, 2, 3});
    }
  }

  @Test
  void tellsWhatOverlaps() {
    try (Site site = Site.of(1);
        ForeignBuffer ten = new ForeignBuffer(Site.normal(10))) {
      Buffer buffer = site.zeros(20);
      assertThat(buffer.slice(0, 10).overlaps(buffer.slice(9, 2))).isTrue();
      assertThat(buffer.slice(0, 10).overlaps(buffer.slice(10, 10))).isFalse();
      assertThat(buffer.overlaps(ten)).isFalse();
      assertThat(buffer.overlaps(new ArrayBuffer(new float[3], 0, 3))).isFalse();
      buffer.borrow(ten);
      assertThat(buffer.overlaps(ten)).isTrue();
      assertThat(ten.overlaps(buffer)).isTrue();
    }
  }

  /** Who knows an address may write there, and need not say so. */
  @Test
  void nothingIsKeptOfWhatOthersMayWrite() {
    try (Site site = Site.of(2)) {
      ProductCase.Prepared prepared = ProductCase.FORWARD.on(site);
      float[] first = prepared.run();
      for (int i = 0; i < 10; i++) {
        prepared.run();
      }
      try (FloatPointer outside =
          new FloatPointer(new NativeMemory.Address(prepared.b().address()))) {
        outside.put(0, outside.get(0) + 1);
        float[] changed = prepared.run();
        assertThat(changed[0]).isNotEqualTo(first[0]);
        for (int i = 0; i < 10; i++) {
          outside.put(0, outside.get(0) + 1);
          assertThat(prepared.run()[0]).isNotEqualTo(changed[0]);
        }
      }
    }
  }

  /** A copy of a weight is made again if somebody who has borrowed the weight writes. */
  @Test
  void lendersLearnThatTheyWereWritten() {
    try (Site site = Site.of(2)) {
      ProductCase.Prepared prepared = ProductCase.FORWARD.on(site);
      float[] first = prepared.run();
      for (int i = 0; i < 10; i++) {
        prepared.run();
      }
      Buffer borrower = site.zeros(1);
      borrower.borrow(prepared.b());
      borrower.put(0, new float[] {9}, 0, 1);
      assertThat(prepared.run()[0]).isNotEqualTo(first[0]);
    }
  }
}
