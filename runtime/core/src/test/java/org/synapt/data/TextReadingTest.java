package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextReadingTest {
  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  @Test
  void readsLinesHoweverTheyEnd() throws IOException {
    Path file = write("a.txt", "\ufeffone\ntwo\r\n\rfour\u2028four\u0085\n\nsix");

    assertThat(TextFiles.lines(file))
        .containsExactly("one", "two", "", "four\u2028four\u0085", "", "six")
        .inOrder();
    assertThat(TextFiles.lines(write("b.txt", ""))).isEmpty();
    assertThat(TextFiles.lines(write("c.txt", "\n"))).containsExactly("");
    assertThat(TextFiles.read(file)).startsWith("one\n");
  }

  @Test
  void saysWhichByteIsOfAnotherCharset() throws IOException {
    Path file = write("a.txt", "one\nclich\u00e9".getBytes(Charset.forName("windows-1252")));

    assertThat(assertThrows(MalformedFileException.class, () -> TextFiles.lines(file)))
        .hasMessageThat()
        .isEqualTo(
            file
                + " is not UTF-8: byte 9, on line 2, is 0xe9; give the charset that it is in,"
                + " such as windows-1252");
    assertThat(TextFiles.lines(file, Charset.forName("windows-1252")))
        .containsExactly("one", "clich\u00e9");
    Path cut = write("b.txt", new byte[] {'a', (byte) 0xe2, (byte) 0x80});
    assertThat(assertThrows(MalformedFileException.class, () -> TextFiles.read(cut)))
        .hasMessageThat()
        .contains("byte 1, on line 1, is 0xe2");
    Path unmapped = write("c.txt", new byte[] {(byte) 0x81});
    assertThrows(
        MalformedFileException.class,
        () -> TextFiles.read(unmapped, Charset.forName("windows-1252")));
  }

  /** Keras's text_dataset_from_directory: classes in the order of names, .txt files only. */
  @Test
  void readsAFolderForEachClass() throws IOException {
    write("all/class_b/b_text_1.txt", "b1");
    write("all/class_b/b_text_2.txt", "b2\n");
    write("all/class_a/deep/a_text_2.txt", "a2");
    write("all/class_a/a_text_1.txt", "a1");
    write("all/class_a/a_text_3.md", "no text");
    write("all/readme.txt", "of no class");

    LabelledTexts texts = LabelledTexts.folder(folder.resolve("all"));

    assertThat(texts.classes()).containsExactly("class_a", "class_b").inOrder();
    assertThat(texts.texts()).containsExactly("a1", "a2", "b1", "b2\n").inOrder();
    assertThat(texts.labels("y").toArray()).isEqualTo(new float[] {0, 0, 1, 1});
    assertThat(texts.toString()).isEqualTo("4 texts of [class_a, class_b]");
  }

  @Test
  void readsAZipFileAsAFolder() throws IOException {
    Path zip = folder.resolve("texts.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : Arrays.asList("pos/1.txt", "neg/1.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(UTF_8));
      }
    }

    try (FileSystem files = FileSystems.newFileSystem(zip, (ClassLoader) null)) {
      assertThat(LabelledTexts.folder(files.getPath("/")).texts())
          .containsExactly("neg/1.txt", "pos/1.txt")
          .inOrder();
    }
  }

  @Test
  void saysWhatAFolderLacks() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path broken = write("broken/a/1.txt", new byte[] {(byte) 0xff});

    assertThat(assertThrows(NoSuchFileException.class, () -> LabelledTexts.folder(broken)))
        .hasMessageThat()
        .contains("is no folder");
    assertThat(assertThrows(MalformedFileException.class, () -> LabelledTexts.folder(empty)))
        .hasMessageThat()
        .contains("for each class a folder");
    assertThat(
            assertThrows(
                MalformedFileException.class, () -> LabelledTexts.folder(folder.resolve("broken"))))
        .hasMessageThat()
        .contains("1.txt is not UTF-8: byte 0");
  }

  @Test
  void splitsALineAtTheFirstTabulator() throws IOException {
    Path file = write("sms.tsv", "label\tmsg\nspam\t\"Win\" a\tprize\nham\tok\nham\t\n");

    LabelledTexts texts = LabelledTexts.table(file, true);

    assertThat(texts.classes()).containsExactly("ham", "spam").inOrder();
    assertThat(texts.texts()).containsExactly("\"Win\" a\tprize", "ok", "").inOrder();
    assertThat(texts.labels("y").toArray()).isEqualTo(new float[] {1, 0, 0});
    Path wrong = write("wrong.tsv", "ham\tok\nham ok\n");
    assertThat(assertThrows(MalformedFileException.class, () -> LabelledTexts.table(wrong, false)))
        .hasMessageThat()
        .contains("line 2 is not a class, a tabulator and a text");
    Path header = write("header.tsv", "label\tmsg\n");
    assertThrows(MalformedFileException.class, () -> LabelledTexts.table(header, true));
  }

  @Test
  void numbersClassesAsTheyAreGiven() {
    Map<String, List<String>> byClass = new LinkedHashMap<>();
    byClass.put("pos", Arrays.asList("good", "very good"));
    byClass.put("neg", Collections.singletonList("bad"));

    LabelledTexts texts = LabelledTexts.of(byClass);

    assertThat(texts.classes()).containsExactly("pos", "neg").inOrder();
    assertThat(texts.label(2)).isEqualTo(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> LabelledTexts.of(Collections.singletonMap("a", Collections.emptyList())));
  }

  @Test
  void keepsTextsAndClassesTogether() {
    Map<String, List<String>> byClass = new LinkedHashMap<>();
    byClass.put("even", Arrays.asList("0", "2", "4", "6", "8"));
    byClass.put("odd", Arrays.asList("1", "3", "5", "7", "9"));
    LabelledTexts texts = LabelledTexts.of(byClass);

    LabelledTexts shuffled = texts.shuffled(7);
    LabelledTexts part = shuffled.slice(3, 10);

    assertThat(shuffled.texts()).isNotEqualTo(texts.texts());
    assertThat(shuffled.texts()).containsExactlyElementsIn(texts.texts());
    assertThat(shuffled.texts()).isEqualTo(texts.shuffled(7).texts());
    assertThat(part.texts()).isEqualTo(shuffled.texts().subList(3, 10));
    assertThat(part.classes()).isEqualTo(texts.classes());
    for (int i = 0; i < part.count(); i++) {
      assertThat(part.label(i)).isEqualTo(Integer.parseInt(part.texts().get(i)) % 2);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> texts.slice(5, 11));
  }

  @Test
  void becomesExamples() {
    Map<String, List<String>> byClass = new LinkedHashMap<>();
    byClass.put("neg", Collections.singletonList("bad film"));
    byClass.put("pos", Collections.singletonList("good"));
    TextVectorization words =
        TextVectorization.defaults().vocabulary(Arrays.asList("bad", "film", "good"));

    Examples examples = LabelledTexts.of(byClass).examples(words, "words", "positive");

    assertThat(examples.input("words").toArray()).isEqualTo(new float[] {2, 3, 4, 0});
    assertThat(examples.target("positive").toArray()).isEqualTo(new float[] {0, 1});
  }
}
