package org.synapt.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads IDX files, the format of MNIST, plain or gzipped.
 *
 * <pre>
 * 0  0  type  rank     extents, 4 bytes each     numbers, row-major
 * </pre>
 *
 * <p>All big-endian; types are unsigned and signed bytes, shorts, ints, floats and doubles. A
 * header is not believed: memory grows with the bytes that are there, not with those that are
 * promised. Source: LeCun, Cortes and Burges, The MNIST Database, "The IDX file format".
 */
public final class IdxReader {
  /** Floats of a chunk of examples: a megabyte. */
  private static final int CHUNK_FLOATS = 1 << 18;

  private IdxReader() {}

  /**
   * Reads a whole file.
   *
   * @param file the file
   * @return its array
   * @throws MalformedFileException if it is not IDX, or longer or shorter than it says
   * @throws IOException if it cannot be read
   */
  public static Idx read(Path file) throws IOException {
    return read(file, Integer.MAX_VALUE);
  }

  /**
   * Reads the first items of a file.
   *
   * @param file the file
   * @param items how many at most
   * @return an array of that many items, or of all there are
   * @throws MalformedFileException if it is not IDX, or shorter than it says or than needed
   * @throws IOException if it cannot be read
   */
  public static Idx read(Path file, int items) throws IOException {
    try (IdxItems open = IdxItems.open(file)) {
      float[] values = open.next(items);
      int[] shape = open.shape();
      if (shape.length > 0) {
        shape[0] = Math.min(items, shape[0]);
      }
      return new Idx(shape, values);
    }
  }

  /**
   * Examples from two files whose items belong together, which are read again for each epoch and
   * never as a whole.
   *
   * @param input the input's name
   * @param inputs the file of the inputs
   * @param target the target's name
   * @param targets the file of the targets
   * @return the data set, its numbers as they are in the files
   * @throws MalformedFileException if one is not IDX, or has more items than the other
   * @throws IOException if one cannot be read
   */
  public static Dataset stream(String input, Path inputs, String target, Path targets)
      throws IOException {
    try (Pair pair = new Pair(input, inputs, target, targets)) {
      return Dataset.read(() -> new Pair(input, inputs, target, targets))
          .withCount(pair.inputItems.count());
    }
  }

  /** Two files that are read side by side. */
  private static final class Pair implements ExampleReader {
    private final String input;
    private final String target;
    private final IdxItems inputItems;
    private final IdxItems targetItems;
    private int left;

    Pair(String input, Path inputs, String target, Path targets) throws IOException {
      this.input = input;
      this.target = target;
      this.inputItems = IdxItems.open(inputs);
      try {
        this.targetItems = IdxItems.open(targets);
      } catch (IOException | RuntimeException e) {
        inputItems.close();
        throw e;
      }
      this.left = inputItems.count();
      if (targetItems.count() != left) {
        close();
        throw new MalformedFileException(
            inputs + " holds " + left + " items, but " + targets + " holds " + targetItems.count());
      }
    }

    @Override
    public Optional<Examples> read() throws IOException {
      if (left == 0) {
        return Optional.empty();
      }
      int width = Math.max(1, inputItems.width());
      int items = Math.min(left, Math.max(1, CHUNK_FLOATS / width));
      left -= items;
      return Optional.of(
          Examples.of(
              Column.of(input, width, inputItems.next(items)),
              Column.of(target, Math.max(1, targetItems.width()), targetItems.next(items))));
    }

    @Override
    public void close() throws IOException {
      try {
        inputItems.close();
      } finally {
        targetItems.close();
      }
    }
  }
}
