package org.synapt.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.synapt.data.MalformedFileException;

/**
 * Where images are, and which class each is of.
 *
 * @param classes the names of the classes; none where there are no classes
 * @param files the images
 * @param labels the number of each image's class
 */
record ImageFiles(List<String> classes, List<Path> files, List<Integer> labels) {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif");

  ImageFiles {
    classes = List.copyOf(classes);
    files = List.copyOf(files);
    labels = List.copyOf(labels);
  }

  /** The folders in a folder, in the order of their names. */
  static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> folders =
          new ArrayList<>(all.filter(each -> Files.isDirectory(each) && !isHidden(each)).toList());
      if (folders.isEmpty()) {
        throw new MalformedFileException(folder + " holds no folder of images for any class");
      }
      folders.sort(Comparator.comparing(ImageFiles::name));
      return folders;
    }
  }

  /** Each folder as a class. */
  static ImageFiles byClass(List<Path> folders) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      List<Path> images = within(folders.get(i));
      labels.addAll(Collections.nCopies(images.size(), i));
      files.addAll(images);
    }
    return new ImageFiles(folders.stream().map(ImageFiles::name).toList(), files, labels);
  }

  static String name(Path file) {
    return file.getFileName().toString();
  }

  /** All images in a folder and the folders in it, of no class. */
  static ImageFiles ofNoClass(Path folder) throws IOException {
    List<Path> files = within(folder);
    return new ImageFiles(List.of(), files, Collections.nCopies(files.size(), 0));
  }

  /** The images in a folder and the folders in it, in the order of their names. */
  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> images =
          new ArrayList<>(
              all.filter(each -> isImage(folder.relativize(each)) && Files.isRegularFile(each))
                  .toList());
      if (images.isEmpty()) {
        throw new MalformedFileException(folder + " holds no images");
      }
      images.sort(Comparator.comparing(each -> folder.relativize(each).toString()));
      return images;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isImage(Path file) {
    for (Path part : file) {
      if (isHidden(part)) {
        return false;
      }
    }
    String name = name(file).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** What programs keep for themselves: .ipynb_checkpoints, ._1.png. */
  private static boolean isHidden(Path file) {
    return name(file).startsWith(".");
  }

  int count() {
    return files.size();
  }

  /** Some of the images, in an order of their own. */
  ImageFiles select(int[] rows, int from, int to) {
    List<Path> selected = new ArrayList<>();
    List<Integer> theirs = new ArrayList<>();
    for (int i = from; i < to; i++) {
      selected.add(files.get(rows[i]));
      theirs.add(labels.get(rows[i]));
    }
    return new ImageFiles(classes, selected, theirs);
  }
}
