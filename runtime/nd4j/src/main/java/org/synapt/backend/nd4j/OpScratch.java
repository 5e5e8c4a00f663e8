package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What lies between the ops of a formula: the same floats for all formulas, as many as needed. */
final class OpScratch {
  private final Engine engine;

  /** Buffers by the level of what is in them. */
  private final List<List<Nd4jBuffer>> floats = new ArrayList<>();

  private INDArray masks = masks(1);

  OpScratch(Engine engine) {
    this.engine = engine;
    for (Level level : Level.values()) {
      floats.add(level.ordinal(), new ArrayList<>());
    }
  }

  /** Numbers that do not change, each as an array. */
  List<INDArray> constants(float... numbers) {
    Nd4jBuffer buffer = engine.allocate(numbers.length);
    buffer.put(0, numbers, 0, numbers.length);
    return IntStream.range(0, numbers.length).mapToObj(i -> buffer.slice(i, 1).array(1)).toList();
  }

  /** So many floats, in a buffer of their own for each index. */
  Nd4jBuffer floats(Level level, int index, int count) {
    List<Nd4jBuffer> buffers = floats.get(level.ordinal());
    if (index >= buffers.size()) {
      buffers.addAll(Collections.nCopies(index + 1 - buffers.size(), engine.allocate(0)));
    }
    if (buffers.get(index).length() < count) {
      buffers.set(index, engine.allocate(Room.more(buffers.get(index), count)));
    }
    return buffers.get(index);
  }

  /** What a comparison gives before it is 0 or 1; the same for all. */
  @SuppressWarnings("try") // The scope is left by closing it.
  INDArray mask(long... shape) {
    long count = 1;
    for (long extent : shape) {
      count *= extent;
    }
    masks = masks.length() < count ? masks(Math.max(count, 2 * masks.length())) : masks;
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return Nd4j.create(masks.data(), shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
    }
  }

  @SuppressWarnings("try") // The scope is left by closing it.
  private static INDArray masks(long count) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return Nd4j.create(DataType.BOOL, count);
    }
  }
}
