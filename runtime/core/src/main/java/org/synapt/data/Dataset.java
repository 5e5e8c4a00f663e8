package org.synapt.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Examples that need not all be in memory: they come in chunks, pass by pass, from a file, a
 * generator or memory, and are shuffled, changed, repeated and read ahead on their way.
 *
 * <pre>{@code
 * Dataset train =
 *     Dataset.generate(() -> new LogLines(file))
 *         .shuffle(10_000, seed)
 *         .map(chunk -> scaled(chunk))
 *         .prefetch(4);
 * }</pre>
 *
 * <p>A chunk has nothing to do with a batch: batches are filled across the borders of chunks. A
 * data set holds no examples and nothing open itself, and never changes: each method gives another.
 * Equal seeds give equal orders, however the examples are cut into chunks and whatever is read
 * ahead. Names and behaviour: TensorFlow, tf.data.Dataset.
 */
public final class Dataset {
  private static final long UNKNOWN = -1;

  private final Stage stage;
  private final long count;
  private final boolean continuing;

  private Dataset(Stage stage, long count, boolean continuing) {
    this.stage = stage;
    this.count = count;
    this.continuing = continuing;
  }

  /**
   * Examples in memory.
   *
   * @param examples the examples
   * @return the data set
   */
  public static Dataset of(Examples examples) {
    return new Dataset(pass -> new SlicedChunks(examples), examples.count(), false);
  }

  /**
   * Examples that a generator makes, as few or as many at a time as it likes: what Keras's {@code
   * fit_generator} takes.
   *
   * @param generator asked for a new iterator at the beginning of each pass; one that is {@link
   *     AutoCloseable} is closed, however the pass ends
   * @return the data set
   */
  public static Dataset generate(Supplier<? extends Iterator<? extends Examples>> generator) {
    return read(() -> new IteratorReader(generator.get()));
  }

  /**
   * Examples from a file, or wherever else reading may fail.
   *
   * @param opener asked for a new reader at the beginning of each pass
   * @return the data set
   */
  public static Dataset read(ExampleReader.Opener opener) {
    return new Dataset(pass -> OpenedChunks.open(opener), UNKNOWN, false);
  }

  /**
   * Tells how many examples a pass has, for those who show progress.
   *
   * @param examples how many; not checked
   * @return the data set
   * @throws IllegalArgumentException if it is below 0
   */
  public Dataset withCount(long examples) {
    return new Dataset(stage, atLeast(0, "the number of examples", examples), continuing);
  }

  /**
   * Shuffles through a buffer: it is filled first; then a random example leaves for each that
   * comes, and at the end all others do. A buffer as large as the data set gives every order the
   * same chance; with a smaller one, neighbours stay in the same region.
   *
   * <p>Each pass has an order of its own, which follows from the seed and the number of the pass.
   *
   * @param bufferSize the examples that it holds, at least 1
   * @param seed any number
   * @return the data set
   * @throws IllegalArgumentException if the buffer holds none
   */
  public Dataset shuffle(int bufferSize, long seed) {
    int size = (int) atLeast(1, "the buffer's size", bufferSize);
    return with(pass -> new ShuffledChunks(stage.open(pass), size, SplitMix.of(seed, pass)), count);
  }

  /**
   * Changes examples, a chunk at a time: scales them, takes columns away, adds computed ones.
   *
   * @param change gives as many examples as it gets
   * @return the data set
   */
  public Dataset map(Function<? super Examples, Examples> change) {
    return with(pass -> new MappedChunks(stage.open(pass), change, true), count);
  }

  /**
   * Changes images at random, each epoch otherwise.
   *
   * <p>What is done to an image follows from the seed, the number of the pass and the place of the
   * image among those that come here.
   *
   * @param input the input that holds the images
   * @param augmentation what is done to them
   * @param seed any number
   * @return the data set, its input as wide as the images that come out
   */
  public Dataset augment(String input, Augmentation augmentation, long seed) {
    return with(
        pass ->
            new AugmentedChunks(stage.open(pass), input, augmentation, SplitMix.stream(seed, pass)),
        count);
  }

  /**
   * Makes any number of examples of each chunk: leaves some out, or adds varieties of them.
   *
   * @param change gives what is to take a chunk's place
   * @return the data set
   */
  public Dataset flatMap(Function<? super Examples, Examples> change) {
    return with(pass -> new MappedChunks(stage.open(pass), change, false), UNKNOWN);
  }

  /**
   * Takes the first examples of each pass.
   *
   * @param examples how many at most, 0 or above
   * @return the data set
   * @throws IllegalArgumentException if it is below 0
   */
  public Dataset take(long examples) {
    atLeast(0, "how many examples are taken", examples);
    return with(
        pass -> new PartOfChunks(stage.open(pass), 0, examples),
        count == UNKNOWN ? UNKNOWN : Math.min(count, examples));
  }

  /**
   * Passes over the first examples of each pass.
   *
   * @param examples how many, 0 or above
   * @return the data set
   * @throws IllegalArgumentException if it is below 0
   */
  public Dataset skip(long examples) {
    atLeast(0, "how many examples are skipped", examples);
    return with(
        pass -> new PartOfChunks(stage.open(pass), examples, Long.MAX_VALUE),
        count == UNKNOWN ? UNKNOWN : Math.max(0, count - examples));
  }

  /**
   * Makes one pass of several, each in an order of its own where the data set is shuffled.
   *
   * @param times how many, at least 1
   * @return the data set
   * @throws IllegalArgumentException if it is below 1
   */
  public Dataset repeat(int times) {
    atLeast(1, "how often the data set is repeated", times);
    return with(
        pass -> new RepeatedChunks(stage, pass * times, times),
        count == UNKNOWN || count > Long.MAX_VALUE / times ? UNKNOWN : count * times);
  }

  /**
   * Repeats without end; training needs to be told how many steps an epoch has.
   *
   * @return the data set
   */
  public Dataset repeat() {
    return with(pass -> new RepeatedChunks(stage, pass << 32, Long.MAX_VALUE), UNKNOWN);
  }

  /**
   * Reads chunks ahead in a thread of their own, all that was told before included. The thread
   * waits while so many chunks are not used yet, and ends with the pass or when the pass is closed.
   *
   * @param chunks how many are read ahead, at least 1
   * @return the data set
   * @throws IllegalArgumentException if it is below 1
   */
  public Dataset prefetch(int chunks) {
    int ahead = (int) atLeast(1, "how many chunks are read ahead", chunks);
    return with(pass -> PrefetchedChunks.start(stage, pass, ahead), count);
  }

  /**
   * Lets an epoch that ends before the pass does be followed by one that goes on where it stopped,
   * as with Keras's generators; without this, each epoch begins at the first example.
   *
   * @return the data set
   */
  public Dataset continuing() {
    return new Dataset(stage, count, true);
  }

  /**
   * Whether an epoch goes on where the one before it stopped.
   *
   * @return whether it does
   */
  public boolean isContinuing() {
    return continuing;
  }

  /**
   * How many examples a pass has.
   *
   * @return the number; nothing where it is not known before the end, or there is no end
   */
  public OptionalLong count() {
    return count == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /**
   * Begins an epoch.
   *
   * @param epoch its number; what is random follows from it
   * @return where to have examples from, ready with the first; to be closed
   * @throws DatasetException if the first examples cannot be had, or there are none
   */
  public DatasetCursor open(long epoch) {
    DatasetCursor cursor = new DatasetCursor(stage, continuing);
    cursor.begin(epoch);
    return cursor;
  }

  /**
   * Reads the examples of the first epoch into memory.
   *
   * @return all of them
   * @throws DatasetException if some cannot be had, there are none, or there is no end
   */
  public Examples toExamples() {
    List<Examples> all = new ArrayList<>();
    long found = 0;
    try (Stage.Chunks chunks = stage.open(0)) {
      SameColumns columns = new SameColumns("the data set");
      for (Optional<Examples> chunk = chunks.read(); chunk.isPresent(); chunk = chunks.read()) {
        all.add(columns.require(chunk.get()));
        found += chunk.get().count();
        requireRoom(found, chunk.get());
      }
    }
    if (all.isEmpty()) {
      throw new DatasetException("the data set holds no examples");
    }
    RowBuffer rows = new RowBuffer(all.get(0), (int) found);
    for (Examples chunk : all) {
      rows.append(chunk, 0, chunk.count(), (int) found);
    }
    return rows.examples();
  }

  private static void requireRoom(long count, Examples chunk) {
    for (Column column : chunk.allColumns()) {
      if (count * column.width() > Integer.MAX_VALUE - 8) {
        throw new DatasetException(
            String.format(
                Locale.ROOT,
                "after %,d examples, %s does not fit into an array; take fewer",
                count,
                column.name()));
      }
    }
  }

  private Dataset with(Stage next, long examples) {
    return new Dataset(next, examples, continuing);
  }

  private static long atLeast(long least, String what, long found) {
    if (found < least) {
      throw new IllegalArgumentException(what + " must be " + least + " or above, not " + found);
    }
    return found;
  }
}
