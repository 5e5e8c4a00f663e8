package org.synapt.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Files of the CIFAR-10 images in their binary version, plain or gzipped.
 *
 * <pre>
 * in the file:  label   1,024 red   1,024 green   1,024 blue     a byte each, 32 rows of 32
 * pixels [b, 3072]   0 … 1, as [32, 32, 3]: rows, columns, channels
 * label  [b, 10]     1 at the class
 * </pre>
 *
 * <p>The files are not downloaded. Source: Krizhevsky, Learning Multiple Layers of Features from
 * Tiny Images, 2009; cs.toronto.edu/~kriz/cifar.html, "Binary version".
 */
public final class Cifar10 {
  private static final int PLANE = 32 * 32;
  private static final int RECORD = 1 + 3 * PLANE;
  private static final int CHUNK = 128;
  private static final List<String> CLASSES =
      Collections.unmodifiableList(
          Arrays.asList(
              "airplane",
              "automobile",
              "bird",
              "cat",
              "deer",
              "dog",
              "frog",
              "horse",
              "ship",
              "truck"));

  private Cifar10() {}

  /**
   * What the classes are.
   *
   * @return a word for each
   */
  public static List<String> classes() {
    return CLASSES;
  }

  /**
   * The images of files, in memory.
   *
   * @param files the files, in this order
   * @return all images
   * @throws IOException if a file is missing, ends within an image, or holds a label that is none
   */
  public static Examples read(Path... files) throws IOException {
    try {
      return stream(files).toExamples();
    } catch (DatasetException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * The images of files, which are read again for each epoch and never as a whole.
   *
   * @param files the files, in this order
   * @return the data set
   */
  public static Dataset stream(Path... files) {
    Path[] copy = files.clone();
    return Dataset.read(() -> new Reader(copy));
  }

  private static final class Reader implements ExampleReader {
    private final Path[] files;
    private int next;
    private Optional<InputStream> in = Optional.empty();

    Reader(Path[] files) {
      this.files = files;
    }

    @Override
    public Optional<Examples> read() throws IOException {
      while (in.isPresent() || next < files.length) {
        if (!in.isPresent()) {
          next++;
          in = Optional.of(open(file()));
        }
        List<byte[]> records = records(in.get());
        if (!records.isEmpty()) {
          return Optional.of(decode(records));
        }
        close();
      }
      return Optional.empty();
    }

    private Path file() {
      return files[next - 1];
    }

    private static InputStream open(Path file) throws IOException {
      InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      try {
        return new BufferedInputStream(IdxItems.unzipped(raw), 1 << 16);
      } catch (IOException | RuntimeException e) {
        raw.close();
        throw e;
      }
    }

    private List<byte[]> records(InputStream from) throws IOException {
      List<byte[]> records = new ArrayList<>();
      try {
        byte[] record = record(from);
        while (record.length > 0) {
          records.add(record);
          record = records.size() < CHUNK ? record(from) : new byte[0];
        }
      } catch (ZipException | EOFException e) {
        throw new MalformedFileException(file() + " is damaged: " + e.getMessage());
      }
      return records;
    }

    /** The next record; an empty one at the end. */
    private byte[] record(InputStream from) throws IOException {
      byte[] record = new byte[RECORD];
      int read = 0;
      for (int more = 0; more >= 0 && read < RECORD; ) {
        more = from.read(record, read, RECORD - read);
        read += Math.max(0, more);
      }
      if (read > 0 && read < RECORD) {
        throw new MalformedFileException(
            file()
                + " ends within an image: "
                + (RECORD - read)
                + " of its "
                + RECORD
                + " bytes are missing");
      }
      return read == 0 ? new byte[0] : record;
    }

    private Examples decode(List<byte[]> records) throws IOException {
      float[] pixels = new float[records.size() * 3 * PLANE];
      int[] labels = new int[records.size()];
      for (int i = 0; i < labels.length; i++) {
        byte[] record = records.get(i);
        labels[i] = record[0] & 0xff;
        for (int channel = 0; channel < 3; channel++) {
          for (int pixel = 0; pixel < PLANE; pixel++) {
            pixels[(i * PLANE + pixel) * 3 + channel] =
                (record[1 + channel * PLANE + pixel] & 0xff) / 255f;
          }
        }
      }
      try {
        int classes = CLASSES.size();
        return Examples.of(
            Column.of("pixels", 3 * PLANE, pixels),
            Column.of("label", classes, OneHot.encode(classes, labels)));
      } catch (IllegalArgumentException e) {
        throw new MalformedFileException(file() + ": " + e.getMessage());
      }
    }

    @Override
    public void close() throws IOException {
      if (in.isPresent()) {
        in.get().close();
        in = Optional.empty();
      }
    }
  }
}
