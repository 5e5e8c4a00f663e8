package org.synapt.csv;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.data.Dataset;
import org.synapt.data.DatasetCursor;
import org.synapt.data.DatasetException;
import org.synapt.data.Examples;
import org.synapt.data.MalformedFileException;

@Tag("D15")
final class CsvDatasetTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private Path lines(int count) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i).append(',').append(i / 4.0).append(',').append(i % 2).append('\n');
    }
    return file(text.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 1000})
  void readsWhatATableReads(int count) throws IOException {
    Path file = lines(count);
    Dataset dataset = CsvDataset.of(file).input("x", 0, 2).target("y", 2, 3).dataset();
    Examples table = CsvTable.read(file).lastFieldAsTarget("x", "y");

    for (int epoch = 0; epoch < 2; epoch++) {
      assertThat(dataset.toExamples().input("x").toArray()).isEqualTo(table.input("x").toArray());
      assertThat(dataset.prefetch(1).toExamples().target("y").toArray())
          .isEqualTo(table.target("y").toArray());
    }
  }

  @Test
  void findsFieldsByTheirNamesAndClassesByTheirTexts() throws IOException {
    CsvDataset csv = CsvDataset.withHeader(file("\uFEFFage,kind\n30,\"b, c\"\n\n40,a\n"));
    int age = csv.at("age");
    Examples examples =
        csv.input("age", age, age + 1)
            .classTarget("kind", csv.at("kind"), "a", "b, c")
            .dataset()
            .toExamples();

    assertThat(examples.input("age").toArray()).isEqualTo(new float[] {30, 40});
    assertThat(examples.target("kind").toArray()).isEqualTo(new float[] {0, 1, 1, 0});
    assertThat(assertThrows(IllegalArgumentException.class, () -> csv.at("size")))
        .hasMessageThat()
        .contains("no field size; it has [age, kind]");
    assertThrows(IndexOutOfBoundsException.class, () -> csv.input("x", 0, 3));
  }

  @Test
  void saysWhichLineIsWrongWhenItIsRead() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      text.append(i).append(i == 500 ? ",four\n" : ",4\n");
    }
    Dataset dataset = CsvDataset.of(file(text.toString())).input("x", 0, 2).dataset().prefetch(1);
    float[][] x = {new float[200]};

    try (DatasetCursor cursor = dataset.open(0)) {
      assertThat(cursor.fill(100, x, new float[0][], new float[0][])).isEqualTo(100);
      DatasetException thrown =
          assertThrows(
              DatasetException.class,
              () -> {
                while (cursor.fill(100, x, new float[0][], new float[0][]) > 0) {
                  assertThat(x[0][1]).isEqualTo(4f);
                }
              });
      assertThat(thrown).hasMessageThat().contains("chunk 2 of the data set, behind 256 examples");
      assertThat(thrown).hasMessageThat().contains("line 501: field 1 is 'four', not a number");
      assertThat(thrown).hasCauseThat().isInstanceOf(MalformedFileException.class);
    }
  }

  @Test
  void refusesTextsThatAreNoClass() throws IOException {
    Dataset dataset =
        CsvDataset.of(file("1,a\n2,c\n")).input("x", 0, 1).classTarget("y", 1, "a", "b").dataset();

    assertThat(assertThrows(DatasetException.class, dataset::toExamples))
        .hasMessageThat()
        .contains("line 2: field 1 is 'c', not one of the classes [a, b]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2\n3\n", "1,2\n3,4,5\n", "1,\"2\n"})
  void refusesTablesThatAreNone(String text) throws IOException {
    Dataset dataset = CsvDataset.of(file(text)).input("x", 0, 2).dataset();

    DatasetException thrown = assertThrows(DatasetException.class, dataset::toExamples);
    assertThat(thrown).hasMessageThat().contains("table.csv");
    assertThat(thrown).hasCauseThat().isInstanceOf(MalformedFileException.class);
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    CsvDataset csv = CsvDataset.of(file("1,2\n"));

    assertThat(
            assertThrows(DatasetException.class, () -> csv.input("x", 1, 3).dataset().toExamples()))
        .hasMessageThat()
        .contains("has fields 0 to 1, but none at 2");
    assertThrows(IndexOutOfBoundsException.class, () -> csv.input("x", -1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> csv.target("x", 1, 1));
    assertThrows(IllegalArgumentException.class, csv::dataset);
    assertThrows(IllegalArgumentException.class, () -> csv.classTarget("x", 0));
    Dataset missing = CsvDataset.of(folder.resolve("none.csv")).input("x", 0, 1).dataset();
    assertThat(assertThrows(DatasetException.class, () -> missing.open(0)))
        .hasCauseThat()
        .isInstanceOf(NoSuchFileException.class);
    assertThrows(MalformedFileException.class, () -> CsvDataset.withHeader(file("")));
    assertThrows(MalformedFileException.class, () -> CsvDataset.withHeader(file("a,b\n")));
  }
}
