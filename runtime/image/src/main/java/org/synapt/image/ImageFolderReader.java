package org.synapt.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.data.ExampleReader;
import org.synapt.data.Examples;

/** Reads the images of a folder, some at a time. */
final class ImageFolderReader implements ExampleReader {
  static final int CHUNK = 16;

  private final ImageFiles images;
  private final ImageReading reading;
  private final String input;
  private final List<String> targets;
  private final int[] shape;
  private int next;

  ImageFolderReader(
      ImageFiles images, ImageReading reading, String input, List<String> targets, int[] shape) {
    this.images = images;
    this.reading = reading;
    this.input = input;
    this.targets = targets;
    this.shape = shape;
  }

  @Override
  public Optional<Examples> read() throws IOException {
    int count = Math.min(CHUNK, images.count() - next);
    if (count == 0) {
      return Optional.empty();
    }
    int width = shape[3];
    float[] pixels = new float[Math.multiplyExact(count, width)];
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      float[] image = reading.read(images.files().get(next), shape).toArray();
      System.arraycopy(image, 0, pixels, i * width, width);
      chosen[i] = images.labels().get(next++);
    }
    return Optional.of(Examples.of(List.of(Column.of(input, width, pixels)), labels(chosen)));
  }

  private List<Column> labels(int[] chosen) {
    List<Column> columns = new ArrayList<>();
    int classes = images.classes().size();
    for (String target : targets) {
      float[] labels = reading.labels().encode(classes, chosen);
      columns.add(Column.of(target, reading.labels().width(classes), labels));
    }
    return columns;
  }

  @Override
  public void close() {}
}
