package org.synapt.nd4j;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.nd4j.Nd4jBuffer;

/** What a caller hands over: checked, and brought to floats in C order. */
final class Given {
  /** The longest array of Java's that every JVM can make. */
  private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

  private Given() {}

  /**
   * An array's floats in C order: where they lie, or else in a copy outside of any workspace.
   *
   * @param name what the array is, for the message
   * @throws IllegalArgumentException if it holds no numbers
   */
  static INDArray floats(String name, @Nullable INDArray array) {
    INDArray numbers = numbers(name, array);
    return Nd4jBuffer.isFloats(numbers) ? numbers : copy(numbers);
  }

  /**
   * An array's floats in C order, for longer than the scope of a workspace.
   *
   * @param name what the array is, for the message
   * @throws IllegalArgumentException if it holds no numbers
   */
  static INDArray lastingFloats(String name, @Nullable INDArray array) {
    INDArray numbers = numbers(name, array);
    return numbers.isAttached() ? copy(numbers) : floats(name, numbers);
  }

  /** A copy that nothing else writes. */
  static INDArray copy(INDArray numbers) {
    return zeros(numbers.shape()).assign(numbers);
  }

  /** New floats in C order, outside of any workspace. */
  static INDArray zeros(long... shape) {
    return detached(() -> Nd4j.create(DataType.FLOAT, shape, 'c'));
  }

  @SuppressWarnings("try") // The scope is left by closing it.
  static <T> T detached(Supplier<T> made) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return made.get();
    }
  }

  /** A copy of an array's floats, in C order. */
  static float[] toArray(INDArray numbers) {
    Nd4jBuffer buffer = Nd4jBuffer.of(Nd4jBuffer.isFloats(numbers) ? numbers : copy(numbers));
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  /**
   * Requires numbers, of which there are some and not too many.
   *
   * @param name what the array is, for the message
   * @throws IllegalArgumentException if it is something else
   */
  static INDArray numbers(String name, @Nullable INDArray array) {
    if (array == null) {
      throw new IllegalArgumentException(name + " is null");
    }
    if (array.wasClosed()) {
      throw new IllegalArgumentException(name + " was closed; its memory may be another's");
    }
    if (array.isAttached() && isLeft(array.data())) {
      throw new IllegalArgumentException(
          name + " lies in a workspace that was left; " + name + ".detach() while in it stays");
    }
    if (array.isCompressed()) {
      throw new IllegalArgumentException(
          name + " is compressed; Nd4j.getCompressor().decompress(" + name + ") is not");
    }
    if (!array.isR() && !array.isZ()) {
      throw new IllegalArgumentException(of(name, array) + ", not of numbers" + remedy(array));
    }
    if (array.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is empty: " + Arrays.toString(array.shape()) + " holds no example");
    }
    if (array.length() > MOST_FLOATS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %,d numbers, but an index counts no more than %,d; take it in parts",
              name,
              array.length(),
              MOST_FLOATS));
    }
    return array;
  }

  /** Whether the workspace is closed or has begun anew since; one that is circular tells nobody. */
  private static boolean isLeft(DataBuffer data) {
    DataBuffer whole = data.originalDataBuffer() == null ? data : data.originalDataBuffer();
    MemoryWorkspace workspace = whole.getParentWorkspace();
    return workspace != null
        && workspace.getWorkspaceType() != MemoryWorkspace.Type.CIRCULAR
        && (!workspace.isScopeActive() || workspace.getGenerationId() != whole.getGenerationId());
  }

  static String of(String name, INDArray array) {
    return name + " is of " + array.dataType() + " " + Arrays.toString(array.shape());
  }

  private static String remedy(INDArray array) {
    return array.isB() ? "; castTo(DataType.FLOAT) makes them 0 and 1" : "";
  }
}
