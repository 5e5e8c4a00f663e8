package org.synapt.csv;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.data.Examples;
import org.synapt.data.MalformedFileException;

final class CsvTableTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  @Test
  @Tag("D5")
  @Tag("D6")
  void takesTheLastFieldForTheTarget() throws IOException {
    Examples examples = CsvTable.read(file("1,2.5,0\n\n3, -4e1 ,1\n")).lastFieldAsTarget("x", "y");

    assertThat(examples.input("x").toArray()).isEqualTo(new float[] {1, 2.5f, 3, -40});
    assertThat(examples.target("y").toArray()).isEqualTo(new float[] {0, 1});
  }

  @Test
  void takesNoTargetWhereNothingStandsBeforeIt() throws IOException {
    CsvTable table = CsvTable.read(file("1\n2\n"));

    assertThat(assertThrows(MalformedFileException.class, () -> table.lastFieldAsTarget("x", "y")))
        .hasMessageThat()
        .endsWith("has a single field in each line; a target needs another before it");
  }

  @Test
  void findsFieldsByTheirNames() throws IOException {
    CsvTable table = CsvTable.readWithHeader(file("age,kind\n30,\"b, c\"\n40,a\n"));

    assertThat(table.count()).isEqualTo(2);
    assertThat(table.at("kind")).isEqualTo(1);
    assertThat(table.numbers("age", 0, 1).toArray()).isEqualTo(new float[] {30, 40});
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> table.at("size"));
    assertThat(thrown).hasMessageThat().contains("no field size; it has [age, kind]");
  }

  @Test
  void passesOverTheMarkWithWhichSpreadsheetsBegin() throws IOException {
    Path file = file("\uFEFF1,2\n3,4\n");

    assertThat(CsvTable.read(file).numbers("x", 0, 1).toArray()).isEqualTo(new float[] {1, 3});
  }

  @Test
  void leavesOutLinesWithGaps() throws IOException {
    CsvTable table = CsvTable.read(file("1,2\n3,\n , 5\n6,7\n")).withoutGaps();

    assertThat(table.numbers("x", 0, 2).toArray()).isEqualTo(new float[] {1, 2, 6, 7});
    CsvTable gaps = CsvTable.read(file("1,\n,2\n"));
    assertThat(assertThrows(MalformedFileException.class, gaps::withoutGaps))
        .hasMessageThat()
        .endsWith("has no line without an empty field");
  }

  @Test
  void numbersTextsInAlphabeticalOrder() throws IOException {
    CsvTable table = CsvTable.read(file("setosa\nvirginica\n\"set, osa\"\nsetosa\n"));

    assertThat(table.classes(0)).containsExactly("set, osa", "setosa", "virginica").inOrder();
    assertThat(table.classNumbers("kind", 0).toArray()).isEqualTo(new float[] {1, 2, 0, 1});
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "-1, 1", "1, 3", "1, 1", "1, 0", "0, -5"})
  void refusesFieldsThatAreNotThere(int from, int to) throws IOException {
    CsvTable table = CsvTable.read(file("1,2\n3,4\n"));

    assertThrows(IndexOutOfBoundsException.class, () -> table.numbers("x", from, to));
  }

  @Test
  void saysWhichFieldIsNoNumber() throws IOException {
    CsvTable table = CsvTable.read(file("1,2\n3,four\n"));

    MalformedFileException thrown =
        assertThrows(MalformedFileException.class, () -> table.numbers("x", 0, 2));
    assertThat(thrown).hasMessageThat().contains("line 2: field 1 is 'four', not a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {"''; is empty", "1,2|3; table.csv", "1,2|3,4,5; table.csv", "1,\"2; table.csv"})
  void refusesTablesThatAreNone(String text, String expected) throws IOException {
    Path file = file(text.replace("''", "").replace('|', '\n'));

    MalformedFileException thrown =
        assertThrows(MalformedFileException.class, () -> CsvTable.read(file));
    assertThat(thrown).hasMessageThat().contains(expected);
  }
}
