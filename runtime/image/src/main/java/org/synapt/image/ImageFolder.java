package org.synapt.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.synapt.data.Dataset;
import org.synapt.data.Interpolation;
import org.synapt.data.MalformedFileException;
import org.synapt.data.Permutation;

/**
 * A folder that has a folder of images for each class.
 *
 * <pre>{@code
 * // animals/cat/1.png   animals/cat/2.jpg   animals/dog/1.png
 * ImageFolder.Split animals = ImageFolder.of(Path.of("animals")).split(0.2, 7);
 * Dataset train = animals.train().dataset("image", "kind", 64, 64, 3).shuffle(1_000, 7);
 * }</pre>
 *
 * <p>The images are read when they are needed, again for each epoch, and brought to one size.
 * Classes and files are in the order of their names, files of inner folders included; what is no
 * image by its name and whatever begins with a dot are passed over. A folder never changes: each
 * method gives another.
 *
 * <p>Source: Keras, keras.utils.image_dataset_from_directory. There, images are shuffled unless it
 * is told otherwise, and labels are {@link LabelMode#INT}; here it is the other way about, and
 * labels are {@link LabelMode#CATEGORICAL}. Its {@code color_mode} is a number of channels here.
 */
public final class ImageFolder {
  /** A sixteenth of the longest array: so many images are read at a time. */
  private static final int MOST_FLOATS = Integer.MAX_VALUE / ImageFolderReader.CHUNK;

  private final ImageFiles images;
  private final ImageReading reading;

  /**
   * A folder in two parts.
   *
   * @param train the larger part, as a rule
   * @param validation what is not trained on
   */
  public record Split(ImageFolder train, ImageFolder validation) {}

  private ImageFolder(ImageFiles images, ImageReading reading) {
    this.images = images;
    this.reading = reading;
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
    return new ImageFolder(ImageFiles.byClass(ImageFiles.folders(folder)), ImageReading.USUAL);
  }

  /**
   * Looks through a folder, with the classes in an order of one's own: Keras's {@code class_names}.
   *
   * @param folder holds a folder for each class
   * @param classes the names of all folders, each once
   * @return what was found, its numbers to go from 0 to 255
   * @throws MalformedFileException if a folder holds no images
   * @throws IllegalArgumentException if the names are not those of the folders
   * @throws IOException if it cannot be read
   */
  public static ImageFolder of(Path folder, List<String> classes) throws IOException {
    List<Path> folders = ImageFiles.folders(folder);
    List<String> found = folders.stream().map(ImageFiles::name).toList();
    if (classes.size() != found.size() || !new TreeSet<>(classes).equals(new TreeSet<>(found))) {
      throw new IllegalArgumentException(
          folder + " has folders for the classes " + found + ", not for " + classes);
    }
    folders.sort(Comparator.comparingInt(each -> classes.indexOf(ImageFiles.name(each))));
    return new ImageFolder(ImageFiles.byClass(folders), ImageReading.USUAL);
  }

  /**
   * Looks through a folder for images of no class: Keras's {@code labels=None}.
   *
   * @param folder holds images, or folders of images
   * @return what was found, its numbers to go from 0 to 255
   * @throws MalformedFileException if it holds no images
   * @throws IOException if it cannot be read
   */
  public static ImageFolder unlabelled(Path folder) throws IOException {
    return new ImageFolder(ImageFiles.ofNoClass(folder), ImageReading.USUAL);
  }

  /**
   * The names of the classes.
   *
   * @return the names of the folders; none where images are of no class
   */
  public List<String> classes() {
    return images.classes();
  }

  /**
   * Where the images are: Keras's {@code file_paths}.
   *
   * @return the files, in the order in which they are read
   */
  public List<Path> files() {
    return images.files();
  }

  /**
   * How many images there are.
   *
   * @return the number of files
   */
  public int count() {
    return images.count();
  }

  /**
   * The same images in another order, so that a class does not come as a whole; {@link
   * Dataset#shuffle} then changes it from epoch to epoch.
   *
   * @param seed any number; equal seeds give equal orders
   * @return the folder
   */
  public ImageFolder shuffled(long seed) {
    return part(order(seed), 0, count());
  }

  /**
   * Shuffles the images and takes the tail away for validation: Keras's {@code validation_split}
   * with {@code subset="both"}.
   *
   * @param fraction what is taken away: {@code ⌊fraction · count⌋} images
   * @param seed any number; equal seeds give equal parts
   * @return both parts
   * @throws IllegalArgumentException if one of them were to be without images
   */
  public Split split(double fraction, long seed) {
    int validation = (int) (fraction * count());
    if (!(fraction > 0 && fraction < 1) || validation == 0) {
      throw new IllegalArgumentException(
          "of " + count() + " images, a fraction of " + fraction + " leaves a part without any");
    }
    int[] order = order(seed);
    int at = count() - validation;
    return new Split(part(order, 0, at), part(order, at, count()));
  }

  private int[] order(long seed) {
    Permutation order = Permutation.of(count());
    order.shuffle(seed);
    return order.rows();
  }

  private ImageFolder part(int[] order, int from, int to) {
    return new ImageFolder(images.select(order, from, to), reading);
  }

  /**
   * The same images with their numbers in a range.
   *
   * @param numbers where the numbers go
   * @return the folder
   */
  public ImageFolder range(PixelRange numbers) {
    return new ImageFolder(images, reading.with(requireNonNull(numbers, "numbers")));
  }

  /**
   * The same images with their classes told in another way.
   *
   * @param mode how they are told; {@link LabelMode#CATEGORICAL} before this is called
   * @return the folder
   * @throws IllegalArgumentException if they are told as 0 or 1, and there are not two; or there
   *     are no classes
   */
  public ImageFolder labels(LabelMode mode) {
    if (classes().isEmpty()) {
      throw new IllegalArgumentException("images of no class have no labels");
    }
    if (mode == LabelMode.BINARY && classes().size() != 2) {
      throw new IllegalArgumentException(
          "binary labels are for two classes, not for " + classes().size() + ": " + classes());
    }
    return new ImageFolder(images, reading.with(requireNonNull(mode, "mode")));
  }

  /**
   * The same images, resized in another way.
   *
   * @param between what lies between pixels; {@link Interpolation#BILINEAR} before this is called
   * @return the folder
   */
  public ImageFolder interpolation(Interpolation between) {
    return new ImageFolder(images, reading.with(requireNonNull(between, "between")));
  }

  /**
   * The same images, brought to the proportion of sides in another way.
   *
   * @param ratio how; {@link AspectRatio#STRETCH} before this is called
   * @return the folder
   */
  public ImageFolder aspectRatio(AspectRatio ratio) {
    return new ImageFolder(images, reading.with(requireNonNull(ratio, "ratio")));
  }

  /**
   * The images and their classes as examples.
   *
   * @param input the input's name; it is [rows, columns, channels]
   * @param target the target's name; it is as {@link #labels} told
   * @param rows the rows that every image is brought to
   * @param columns the columns that every image is brought to
   * @param channels 1 for grey, 3 for RGB or 4 for RGBA
   * @return the data set
   * @throws IllegalArgumentException if the size is none or too large, there is another number of
   *     channels, or the images are of no class
   */
  public Dataset dataset(String input, String target, int rows, int columns, int channels) {
    if (classes().isEmpty()) {
      throw new IllegalArgumentException(
          "images of no class have no " + target + "; ask for a data set without a target");
    }
    return dataset(input, Collections.singletonList(target), shape(rows, columns, channels));
  }

  /**
   * The images alone as examples, for an autoencoder or to predict.
   *
   * @param input the input's name; it is [rows, columns, channels]
   * @param rows the rows that every image is brought to
   * @param columns the columns that every image is brought to
   * @param channels 1 for grey, 3 for RGB or 4 for RGBA
   * @return the data set, which has no target
   * @throws IllegalArgumentException if the size is none or too large, or there is another number
   *     of channels
   */
  public Dataset dataset(String input, int rows, int columns, int channels) {
    return dataset(input, Collections.emptyList(), shape(rows, columns, channels));
  }

  private Dataset dataset(String input, List<String> targets, int[] shape) {
    return Dataset.read(() -> new ImageFolderReader(images, reading, input, targets, shape))
        .withCount(count());
  }

  /** Rows, columns, channels, and the floats of an image. */
  private static int[] shape(int rows, int columns, int channels) {
    Channels.require(channels);
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "an image needs at least 1 row and 1 column, not " + rows + " and " + columns);
    }
    if ((long) rows * columns > MOST_FLOATS / channels) {
      throw new IllegalArgumentException(
          "images of "
              + rows
              + " rows, "
              + columns
              + " columns and "
              + channels
              + " channels are too large; make them smaller");
    }
    return new int[] {rows, columns, channels, rows * columns * channels};
  }
}
