package org.synapt.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.ExampleReader;
import org.synapt.data.Examples;
import org.synapt.data.MalformedFileException;
import org.synapt.data.NdArray;
import org.synapt.data.OneHot;
import org.synapt.data.Permutation;

/**
 * A folder that has a folder of images for each class.
 *
 * <pre>
 * animals/cat/1.png   animals/cat/2.jpg   animals/dog/1.png
 * </pre>
 *
 * <p>The images are read when they are needed, again for each epoch, and brought to one size.
 * Classes and files are in alphabetical order; files that are no images by their names are passed
 * over. Source: Keras, keras.utils.image_dataset_from_directory, whose shuffling is asked for here.
 */
public final class ImageFolder {
  private static final int CHUNK = 16;

  private final List<String> classes;
  private final List<Path> files;
  private final List<Integer> labels;
  private final PixelRange range;

  private ImageFolder(
      List<String> classes, List<Path> files, List<Integer> labels, PixelRange range) {
    this.classes = classes;
    this.files = files;
    this.labels = labels;
    this.range = range;
  }

  /**
   * Looks through a folder.
   *
   * @param folder holds a folder for each class
   * @return what was found, its numbers to go from 0 to 255
   * @throws MalformedFileException if it has no folders, or one of them no images
   * @throws IOException if it cannot be read
   */
  public static ImageFolder of(Path folder) throws IOException {
    List<String> classes = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (Path each : sorted(folder)) {
      if (Files.isDirectory(each)) {
        List<Path> images = sorted(each);
        images.removeIf(file -> !isImage(file));
        if (images.isEmpty()) {
          throw new MalformedFileException(each + " holds no images");
        }
        images.forEach(image -> labels.add(classes.size()));
        files.addAll(images);
        classes.add(each.getFileName().toString());
      }
    }
    if (classes.isEmpty()) {
      throw new MalformedFileException(folder + " holds no folder of images for any class");
    }
    return new ImageFolder(
        List.copyOf(classes), List.copyOf(files), List.copyOf(labels), PixelRange.BYTE);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return new ArrayList<>(all.sorted().toList());
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && List.of("png", "jpg", "jpeg", "bmp", "gif")
            .contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /**
   * The names of the classes.
   *
   * @return the names of the folders
   */
  public List<String> classes() {
    return classes;
  }

  /**
   * How many images there are.
   *
   * @return the number of files
   */
  public int count() {
    return files.size();
  }

  /**
   * The same images in another order, so that a class does not come as a whole; {@link
   * Dataset#shuffle} then changes it from epoch to epoch.
   *
   * @param seed any number; equal seeds give equal orders
   * @return the folder
   */
  public ImageFolder shuffled(long seed) {
    Permutation order = Permutation.of(files.size());
    order.shuffle(seed);
    List<Path> shuffledFiles = new ArrayList<>();
    List<Integer> shuffledLabels = new ArrayList<>();
    for (int row : order.rows()) {
      shuffledFiles.add(files.get(row));
      shuffledLabels.add(labels.get(row));
    }
    return new ImageFolder(classes, shuffledFiles, shuffledLabels, range);
  }

  /**
   * The same images with their numbers in a range.
   *
   * @param numbers where the numbers go
   * @return the folder
   */
  public ImageFolder range(PixelRange numbers) {
    return new ImageFolder(classes, files, labels, numbers);
  }

  /**
   * The images as examples.
   *
   * @param input the input's name; it is [rows, columns, channels]
   * @param target the target's name; it is a one-hot row of the classes
   * @param rows the rows that every image is brought to
   * @param columns the columns that every image is brought to
   * @param channels 1, 3 or 4
   * @return the data set
   * @throws IllegalArgumentException if the size is none or there is another number of channels
   */
  public Dataset dataset(String input, String target, int rows, int columns, int channels) {
    Channels.require(channels);
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "an image needs at least 1 row and 1 column, not " + rows + " and " + columns);
    }
    int width = Math.multiplyExact(Math.multiplyExact(rows, columns), channels);
    return Dataset.read(() -> new Reader(input, target, new int[] {rows, columns, channels, width}))
        .withCount(count());
  }

  private final class Reader implements ExampleReader {
    private final String input;
    private final String target;
    private final int[] shape;
    private int next;

    Reader(String input, String target, int[] shape) {
      this.input = input;
      this.target = target;
      this.shape = shape;
    }

    @Override
    public Optional<Examples> read() throws IOException {
      int count = Math.min(CHUNK, files.size() - next);
      if (count == 0) {
        return Optional.empty();
      }
      float[] pixels = new float[count * shape[3]];
      int[] chosen = new int[count];
      for (int i = 0; i < count; i++) {
        NdArray image = Images.read(files.get(next), shape[2], range);
        float[] resized = Images.resize(image, shape[0], shape[1]).toArray();
        System.arraycopy(resized, 0, pixels, i * shape[3], shape[3]);
        chosen[i] = labels.get(next++);
      }
      return Optional.of(
          Examples.of(
              Column.of(input, shape[3], pixels),
              Column.of(target, classes.size(), OneHot.encode(classes.size(), chosen))));
    }

    @Override
    public void close() {}
  }
}
