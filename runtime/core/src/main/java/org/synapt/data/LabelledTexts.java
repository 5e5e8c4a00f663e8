package org.synapt.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Texts, each of a class: from a folder for each class, from a file for each class, or from a table
 * of two columns.
 *
 * <pre>{@code
 * LabelledTexts reviews = LabelledTexts.folder(Path.of("txt_sentoken")).shuffled(7);
 * LabelledTexts train = reviews.slice(0, 1_800);
 * LabelledTexts test = reviews.slice(1_800, 2_000);
 * TextVectorization words = TextVectorization.defaults().adapt(train.texts());
 * Examples examples = train.examples(words, "review", "positive");
 * }</pre>
 *
 * <p>Never changes. Source: Keras 3, keras.utils.text_dataset_from_directory.
 */
public final class LabelledTexts {
  private final List<String> classes;
  private final List<String> texts;
  private final int[] labels;

  private LabelledTexts(List<String> classes, List<String> texts, int[] labels) {
    this.classes = Collections.unmodifiableList(new ArrayList<>(classes));
    this.texts = Collections.unmodifiableList(texts);
    this.labels = labels;
  }

  /**
   * Texts by class.
   *
   * @param byClass the texts of each class; classes are numbered in this order
   * @return the texts, class by class
   * @throws IllegalArgumentException if there is no text
   */
  public static LabelledTexts of(Map<String, List<String>> byClass) {
    List<String> texts = new ArrayList<>();
    byClass.values().forEach(texts::addAll);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("there are no texts of " + byClass.keySet());
    }
    int[] labels = new int[texts.size()];
    int number = 0;
    int at = 0;
    for (List<String> ofClass : byClass.values()) {
      Arrays.fill(labels, at, at + ofClass.size(), number++);
      at += ofClass.size();
    }
    return new LabelledTexts(new ArrayList<>(byClass.keySet()), texts, labels);
  }

  /**
   * Texts in UTF-8 from a folder for each class, a file whose name ends with {@code .txt} for each.
   *
   * <p>Classes are numbered in the order of their names, and texts lie in the order of theirs;
   * folders within that of a class belong to it. A zip file is read through {@code
   * FileSystems.newFileSystem(file).getPath("/")}.
   *
   * @param folder the folder that holds those of the classes
   * @return the texts, class by class
   * @throws MalformedFileException if a file is not UTF-8, or there is no text
   * @throws IOException if something cannot be read
   */
  public static LabelledTexts folder(Path folder) throws IOException {
    return folder(folder, StandardCharsets.UTF_8);
  }

  /**
   * Texts from a folder for each class, as {@link #folder(Path)} reads them.
   *
   * @param folder the folder that holds those of the classes
   * @param charset what the bytes of the files mean
   * @return the texts, class by class
   * @throws MalformedFileException if some bytes have no meaning in the charset, or there is no
   *     text
   * @throws IOException if something cannot be read
   */
  public static LabelledTexts folder(Path folder, Charset charset) throws IOException {
    return TextFolder.read(folder, charset);
  }

  /**
   * Texts from a tar archive, plain or gzipped, that holds a folder for each class.
   *
   * @param file the archive, such as {@code reviews.tar.gz}
   * @param folder the folder in it that holds those of the classes; empty for its top
   * @param charset what the bytes of the files mean
   * @return the texts, as {@link #folder(Path)} gives them where the archive is unpacked
   * @throws MalformedFileException if it is no tar archive, damaged or cut off, some bytes have no
   *     meaning in the charset, or there is no text
   * @throws IOException if it cannot be read
   */
  public static LabelledTexts tar(Path file, String folder, Charset charset) throws IOException {
    return TextFolder.readTar(file, folder, charset);
  }

  /**
   * Texts from a file with a line for each: its class, a tabulator, the text, which may hold
   * anything else, further tabulators and quotes included.
   *
   * <p>Classes are numbered in the order of their names.
   *
   * @param file the file, in UTF-8
   * @param header whether the first line says what the columns are
   * @return the texts, in the order of the lines
   * @throws MalformedFileException if the file is not UTF-8, a line has no tabulator, or there is
   *     no text
   * @throws IOException if it cannot be read
   */
  public static LabelledTexts table(Path file, boolean header) throws IOException {
    List<String> lines = TextFiles.lines(file);
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = header ? 1 : 0; i < lines.size(); i++) {
      int tab = lines.get(i).indexOf('\t');
      if (tab < 1) {
        throw new MalformedFileException(
            file + ": line " + (i + 1) + " is not a class, a tabulator and a text");
      }
      names.add(lines.get(i).substring(0, tab));
      texts.add(lines.get(i).substring(tab + 1));
    }
    if (texts.isEmpty()) {
      throw new MalformedFileException(file + " holds no texts");
    }
    return named(names, texts);
  }

  /** Texts and the name of the class of each. */
  static LabelledTexts named(List<String> names, List<String> texts) {
    List<String> classes = new ArrayList<>(new TreeSet<>(names));
    int[] labels = new int[names.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Collections.binarySearch(classes, names.get(i));
    }
    return new LabelledTexts(classes, texts, labels);
  }

  /**
   * How many texts there are.
   *
   * @return the number of texts
   */
  public int count() {
    return labels.length;
  }

  /**
   * The texts.
   *
   * @return the texts
   */
  public List<String> texts() {
    return texts;
  }

  /**
   * The names of the classes.
   *
   * @return the name of each, at its number
   */
  public List<String> classes() {
    return classes;
  }

  /**
   * The class of a text.
   *
   * @param text which text
   * @return the number of its class
   */
  public int label(int text) {
    return labels[text];
  }

  /**
   * The same texts in another order; the same seed gives the same order everywhere.
   *
   * @param seed any number
   * @return the texts
   */
  public LabelledTexts shuffled(long seed) {
    Permutation order = Permutation.of(labels.length);
    order.shuffle(seed);
    List<String> moved = new ArrayList<>(labels.length);
    int[] movedLabels = new int[labels.length];
    for (int i = 0; i < movedLabels.length; i++) {
      moved.add(texts.get(order.rows()[i]));
      movedLabels[i] = labels[order.rows()[i]];
    }
    return new LabelledTexts(classes, moved, movedLabels);
  }

  /**
   * The texts from one to before another; the classes stay what they are.
   *
   * @param from the first
   * @param to the one after the last
   * @return the texts
   * @throws IndexOutOfBoundsException if they do not lie within
   */
  public LabelledTexts slice(int from, int to) {
    if (from < 0 || to < from || to > labels.length) {
      throw new IndexOutOfBoundsException(
          "of " + labels.length + " texts, " + from + " to " + to + " do not lie within");
    }
    return new LabelledTexts(
        classes, new ArrayList<>(texts.subList(from, to)), Arrays.copyOfRange(labels, from, to));
  }

  /**
   * The numbers of the classes: Keras's {@code label_mode="int"}, and {@code "binary"} where there
   * are two; {@link OneHot} makes of it what {@code "categorical"} is.
   *
   * @param name the network's row that it is the target of
   * @return a column of one number for each text
   */
  public Column labels(String name) {
    float[] numbers = new float[labels.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = labels[i];
    }
    return Column.of(name, 1, numbers);
  }

  /**
   * The texts as a network reads them.
   *
   * @param vectorization makes numbers of them
   * @param input the network's row that they feed
   * @param target the network's row that the classes are the target of
   * @return an example for each text, the number of its class the target
   * @throws IllegalStateException if the vectorization has no vocabulary
   */
  public Examples examples(TextVectorization vectorization, String input, String target) {
    return Examples.of(vectorization.apply(texts).column(input), labels(target));
  }

  @Override
  public String toString() {
    return labels.length + " texts of " + classes;
  }
}
