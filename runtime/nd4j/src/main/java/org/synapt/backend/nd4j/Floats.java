package org.synapt.backend.nd4j;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.api.ops.impl.reduce.longer.MatchCondition;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;

/** The floats of an array of ND4J that lie one behind the other. */
final class Floats {
  private final INDArray array;
  private final HostFloats host;

  private Floats(INDArray array, boolean here) {
    this.array = array;
    this.host = here ? HostFloats.of(array) : HostFloats.none();
  }

  /**
   * New floats, all 0, outside any workspace.
   *
   * @param count how many
   * @param here whether bulk copies may go to their address; else ND4J copies
   */
  static Floats zeros(int count, boolean here) {
    // One more, so that whatever array is made of them is a view, which nobody can close.
    return detached(() -> new Floats(Nd4j.zeros(DataType.FLOAT, count + 1), here));
  }

  /** Those of an array of floats in C order, without gaps. */
  static Floats of(INDArray array) {
    return new Floats(array, inThisMemory());
  }

  /** Whether ND4J computes in this process's memory. */
  static boolean inThisMemory() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  }

  /**
   * An array over some of them, kept outside any workspace.
   *
   * @param at the first
   * @param shape its extents
   * @param strides how far apart its elements lie
   * @param order of its elements, c or f
   */
  INDArray view(long at, long[] shape, long[] strides, char order) {
    DataBuffer whole = base(array);
    return detached(() -> Nd4j.create(whole, shape, strides, array.offset() + at, order));
  }

  /** The address of a float in this process's memory; 0 if they do not lie there. */
  long address(long at) {
    requireOpen();
    return host.isPresent() ? host.address(at) : 0;
  }

  void put(int at, float[] source, int sourceAt, int count) {
    check(at, count);
    Objects.checkFromIndexSize(sourceAt, count, source.length);
    if (host.isPresent()) {
      try {
        host.put(at, source, sourceAt, count);
      } finally {
        Reference.reachabilityFence(array);
      }
    } else if (count > 0) {
      INDArray copy = Nd4j.createFromArray(Arrays.copyOfRange(source, sourceAt, sourceAt + count));
      flat(at, count).assign(copy);
    }
  }

  void get(int at, float[] target, int targetAt, int count) {
    check(at, count);
    Objects.checkFromIndexSize(targetAt, count, target.length);
    if (host.isPresent()) {
      try {
        host.get(at, target, targetAt, count);
      } finally {
        Reference.reachabilityFence(array);
      }
    } else if (count > 0) {
      System.arraycopy(flat(at, count).dup().toFloatVector(), 0, target, targetAt, count);
    }
  }

  /** Whether Java reaches the floats. */
  boolean here() {
    return host.isPresent();
  }

  /** Where they begin in the memory that ND4J allocated. */
  long first() {
    return array.offset();
  }

  /** Whether ND4J allocated both at once, so that they may overlap. */
  boolean sameMemory(Floats other) {
    return base(array) == base(other.array);
  }

  private static DataBuffer base(INDArray array) {
    DataBuffer data = array.data();
    return data.originalDataBuffer() == null ? data : data.originalDataBuffer();
  }

  /** Whether no number is infinite or NaN. */
  boolean allFinite(int at, int count) {
    MatchCondition wrong = new MatchCondition(flat(at, count), Conditions.notFinite());
    return Nd4j.getExecutioner().exec(wrong).getLong(0) == 0;
  }

  private INDArray flat(int at, int count) {
    return view(at, new long[] {count}, new long[] {1}, 'c');
  }

  private void check(int at, int count) {
    requireOpen();
    Objects.checkFromIndexSize((long) at, (long) count, array.length());
  }

  private void requireOpen() {
    if (array.wasClosed()) {
      throw new IllegalStateException(
          "an array of ND4J was closed whose floats are still used; its memory may be another's");
    }
  }

  @SuppressWarnings("try") // The scope is left by closing it.
  private static <T> T detached(Supplier<T> made) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return made.get();
    }
  }
}
