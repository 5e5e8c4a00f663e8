package org.synapt.data;

import java.util.Locale;
import java.util.Optional;

/** Chunks whose images are changed, each by what its place in the pass draws for it. */
final class AugmentedChunks implements Stage.Chunks {
  private final Stage.Chunks source;
  private final String input;
  private final Augmentation augmentation;
  private final AugmentedImages images;
  private long place;

  AugmentedChunks(Stage.Chunks source, String input, Augmentation augmentation, long seed) {
    this.source = source;
    this.input = input;
    this.augmentation = augmentation;
    this.images = new AugmentedImages(augmentation, seed);
  }

  @Override
  public Optional<Examples> read() {
    return source.read().map(this::changed);
  }

  private Examples changed(Examples chunk) {
    Column column = images(chunk);
    int width = augmentation.shape().floats();
    float[] values = new float[Math.multiplyExact(chunk.count(), width)];
    images.apply(column, place, values);
    place += chunk.count();
    return chunk.withInput(Column.of(input, width, values));
  }

  private Column images(Examples chunk) {
    ImageShape shape = augmentation.from();
    for (Column column : chunk.inputs()) {
      if (column.name().equals(input)) {
        if (column.width() != shape.floats()) {
          throw new DatasetException(
              String.format(
                  Locale.ROOT,
                  "%s has %,d floats an example, not the %,d of the images %s that are augmented",
                  input,
                  column.width(),
                  shape.floats(),
                  shape));
        }
        return column;
      }
    }
    throw new DatasetException(
        "there is no input " + input + " to be augmented among " + chunk.inputs());
  }

  @Override
  public void close() {
    source.close();
  }
}
