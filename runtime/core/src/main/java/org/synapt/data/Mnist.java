package org.synapt.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

/**
 * The MNIST database of handwritten digits: 60,000 images to train on and 10,000 to test with.
 *
 * <pre>
 * pixels [b, 784]   0 white … 1 black, 28 rows of 28
 * digit  [b, 10]    1 at the digit
 * </pre>
 *
 * <p>The files are taken from a folder, or downloaded once into {@code .synapt/datasets/mnist} in
 * the user's home and compared with the SHA-256 of LeCun's own. Source: LeCun, Cortes and Burges.
 */
public final class Mnist {
  private static final int PIXELS = 28 * 28;
  private static final int DIGITS = 10;

  private static final Download TRAIN_IMAGES =
      download(
          "train-images-idx3-ubyte",
          "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609");
  private static final Download TRAIN_LABELS =
      download(
          "train-labels-idx1-ubyte",
          "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c");
  private static final Download TEST_IMAGES =
      download(
          "t10k-images-idx3-ubyte",
          "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6");
  private static final Download TEST_LABELS =
      download(
          "t10k-labels-idx1-ubyte",
          "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6");

  private Mnist() {}

  private static Download download(String name, String sha256) {
    return new Download(
        name + ".gz",
        sha256,
        Arrays.asList(
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/"));
  }

  /**
   * The images to train on, downloaded if they are not there yet.
   *
   * @return 60,000 examples
   * @throws IOException if they can be neither found nor downloaded; it says where to put them
   */
  public static Examples train() throws IOException {
    Path cache = cache();
    TRAIN_IMAGES.into(cache);
    TRAIN_LABELS.into(cache);
    return train(cache);
  }

  /**
   * The images to test with, downloaded if they are not there yet.
   *
   * @return 10,000 examples
   * @throws IOException if they can be neither found nor downloaded; it says where to put them
   */
  public static Examples test() throws IOException {
    Path cache = cache();
    TEST_IMAGES.into(cache);
    TEST_LABELS.into(cache);
    return test(cache);
  }

  /**
   * The images to train on.
   *
   * @param folder holds the files under LeCun's names, gzipped or not
   * @return all there are
   * @throws IOException if a file is missing, or is not what its name says
   */
  public static Examples train(Path folder) throws IOException {
    return train(folder, Integer.MAX_VALUE);
  }

  /**
   * The first images to train on.
   *
   * @param folder holds the files under LeCun's names, gzipped or not
   * @param count how many at most
   * @return so many, or all there are
   * @throws IOException if a file is missing, or is not what its name says
   */
  public static Examples train(Path folder, int count) throws IOException {
    return read(TRAIN_IMAGES.in(folder), TRAIN_LABELS.in(folder), count);
  }

  /**
   * The images to test with.
   *
   * @param folder holds the files under LeCun's names, gzipped or not
   * @return all there are
   * @throws IOException if a file is missing, or is not what its name says
   */
  public static Examples test(Path folder) throws IOException {
    return read(TEST_IMAGES.in(folder), TEST_LABELS.in(folder), Integer.MAX_VALUE);
  }

  /**
   * The images to train on, which are read again for each epoch and never as a whole.
   *
   * @param folder holds the files under LeCun's names, gzipped or not
   * @return the data set
   * @throws IOException if a file is missing, or is not what its name says
   */
  public static Dataset stream(Path folder) throws IOException {
    Path images = TRAIN_IMAGES.in(folder);
    return IdxReader.stream("pixels", images, "digit", TRAIN_LABELS.in(folder))
        .map(
            chunk ->
                Examples.of(
                    scaled(chunk.input("pixels")), OneHot.encode(DIGITS, chunk.target("digit"))));
  }

  private static Column scaled(Column pixels) {
    float[] values = pixels.toArray();
    scale(values);
    return Column.of("pixels", PIXELS, values);
  }

  private static void scale(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= 255;
    }
  }

  private static Path cache() throws IOException {
    Path cache = Paths.get(System.getProperty("user.home"), ".synapt", "datasets", "mnist");
    return Files.createDirectories(cache);
  }

  private static Examples read(Path images, Path labels, int count) throws IOException {
    Idx pixels = IdxReader.read(images, count);
    int[] shape = pixels.shape();
    if (shape.length < 2 || pixels.values().length != shape[0] * PIXELS) {
      throw new MalformedFileException(images + " holds no images of 28x28");
    }
    scale(pixels.values());
    return Examples.of(
        Column.of("pixels", PIXELS, pixels.values()), digits(labels, shape[0], count));
  }

  private static Column digits(Path labels, int images, int count) throws IOException {
    Idx digits = IdxReader.read(labels, count);
    if (digits.shape().length != 1 || digits.shape()[0] != images) {
      throw new MalformedFileException(labels + " does not hold a label for each image");
    }
    try {
      return OneHot.encode(DIGITS, Column.of("digit", 1, digits.values()));
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(labels + ": " + e.getMessage());
    }
  }

  /** Finds a file in a folder, gzipped or not, under either spelling of its ending. */
  static Path find(Path folder, String gzipped) throws IOException {
    String plain = gzipped.substring(0, gzipped.length() - ".gz".length());
    String dotted = plain.replace("-idx", ".idx");
    for (String name : Arrays.asList(gzipped, plain, dotted + ".gz", dotted)) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new NoSuchFileException(
        folder.toString(), null, "holds neither " + gzipped + " nor " + plain);
  }
}
