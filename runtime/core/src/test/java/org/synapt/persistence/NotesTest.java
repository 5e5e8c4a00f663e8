package org.synapt.persistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.backend.Backends;
import org.synapt.network.LinearNetwork;

final class NotesTest {
  private static final TrainingState STATE =
      new TrainingState("none", Collections.emptyMap(), 0.1, 3, 1, 7);

  @TempDir Path folder;

  private static LinearNetwork network() {
    return LinearNetwork.of(
        Backends.open("java", Collections.singletonMap("threads", "1")),
        7,
        2,
        "mean_squared_error");
  }

  private Path save(Map<String, Notes> notes) throws IOException {
    Path file = folder.resolve("file");
    ParameterFile.save(network(), STATE, Collections.emptyMap(), notes, file);
    return file;
  }

  private static Map<String, Notes> load(Path file) throws IOException {
    Map<String, Notes> notes = new LinkedHashMap<>();
    ParameterFile.load(network(), STATE, Collections.emptyMap(), notes, file);
    return notes;
  }

  private Path fileWithNotes() throws IOException {
    Map<String, Notes> notes = new LinkedHashMap<>();
    notes.put("org.Some$Class", new Notes().put("wait", 3).putFloats("best", new float[] {1, 2}));
    notes.put("org.Some$Class#2", new Notes().put("log a/b \"c\"", 1, Double.NaN, -0.0));
    notes.put("odd", new Notes().put("inf", Double.NEGATIVE_INFINITY, Double.MIN_VALUE).put("no"));
    return save(notes);
  }

  @Test
  void comeBackToTheBit() throws IOException {
    Map<String, Notes> notes = load(fileWithNotes());

    assertThat(notes.keySet()).containsExactly("org.Some$Class", "org.Some$Class#2", "odd");
    assertThat(notes.get("org.Some$Class").count("wait")).isEqualTo(3);
    assertThat(notes.get("org.Some$Class").floats("best")).isEqualTo(new float[] {1, 2});
    assertThat(notes.get("org.Some$Class#2").numbers("log a/b \"c\""))
        .isEqualTo(new double[] {1, Double.NaN, -0.0});
    assertThat(notes.get("odd").numbers("inf"))
        .isEqualTo(new double[] {Double.NEGATIVE_INFINITY, Double.MIN_VALUE});
    assertThat(notes.get("odd").numbers("no")).isEmpty();
  }

  @Test
  void areNoParameters() throws IOException {
    Path file = fileWithNotes();

    ParameterFile.load(network(), file);
    assertThat(ParameterFile.read(file).keySet()).containsExactly("y.weight", "y.bias");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "notes/odd/inf; notes/odd inf; is no note",
        "notes/odd/inf; notes-odd/inf; is in the file but not in Line",
        "\"F64\",\"shape\":[2]; \"I64\",\"shape\":[2]; only F32",
        "\"F64\",\"shape\":[2]; \"F32\",\"shape\":[4]; ",
        "\"F64\",\"shape\":[2]; \"F64\",\"shape\":[3]; does not fit",
      })
  void areRefusedIfTheyCannotBe(String from, String to, String expected) throws IOException {
    Path file = fileWithNotes();
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(from);
    Files.write(file, bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));

    if (expected == null) {
      assertThat(load(file).get("odd").floats("inf")).hasLength(4);
    } else {
      ParameterFileException thrown = assertThrows(ParameterFileException.class, () -> load(file));
      assertThat(thrown).hasMessageThat().contains(expected);
    }
  }

  @Test
  void sayWhatThereIsInsteadOfWhatThereIsNot() {
    Notes notes = new Notes().put("wait", 1.5).put("two", 1, 2).putFloats("best", new float[1]);

    assertThat(assertThrows(IllegalArgumentException.class, () -> notes.number("wit")).getMessage())
        .isEqualTo("there is no wit among [wait, two, best]");
    assertThrows(IllegalArgumentException.class, () -> notes.number("two"));
    assertThrows(IllegalArgumentException.class, () -> notes.count("wait"));
    assertThrows(IllegalArgumentException.class, () -> notes.numbers("best"));
    assertThrows(IllegalArgumentException.class, () -> notes.floats("wait"));
  }

  @Test
  void areCopies() {
    float[] floats = {1};
    Notes notes = new Notes().putFloats("best", floats);
    floats[0] = 2;
    notes.floats("best")[0] = 3;

    assertThat(notes.floats("best")[0]).isEqualTo(1f);
  }

  @Test
  void holdASnapshotOfParameters() {
    LinearNetwork network = network();
    network.parameter("y.bias").set(3);
    Snapshot taken = Snapshot.of(network);
    Notes notes = new Notes();
    taken.save("best", notes);
    network.parameter("y.bias").set(4);

    Snapshot noted = Snapshot.from(network, "best", notes);
    assertThat(network.parameter("y.bias").get()[0]).isEqualTo(4f);
    noted.restore();
    assertThat(network.parameter("y.bias").get()[0]).isEqualTo(3f);
  }

  @Test
  void holdNoSnapshotOfAnotherNetworkNorOneThatIsNotFinite() {
    Notes notes = new Notes().putFloats("short", new float[2]);
    notes.putFloats("damaged", new float[] {1, 2, Float.NaN});

    assertThat(
            assertThrows(
                    IllegalArgumentException.class, () -> Snapshot.from(network(), "short", notes))
                .getMessage())
        .isEqualTo("short are 2 floats, not 3");
    assertThat(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Snapshot.from(network(), "damaged", notes))
                .getMessage())
        .isEqualTo("damaged[2] is NaN");
  }

  @Test
  void answerDamageWithNothingButItsOwnException() throws IOException {
    byte[] sound = Files.readAllBytes(fileWithNotes());
    int header = sound.length - 100;
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] damaged = sound.clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        damaged[random.nextInt(header)] = (byte) random.nextInt(256);
      }
      try {
        load(Files.write(folder.resolve("damaged"), damaged));
      } catch (ParameterFileException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(300);
  }
}
