package org.synapt.persistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.backend.Backends;
import org.synapt.network.LinearNetwork;

@Tag("P9")
final class TransferTest {
  @TempDir Path folder;

  private static LinearNetwork network(String name, long seed, int features, String... outputs) {
    return LinearNetwork.of(
        name,
        Backends.open("java", Collections.singletonMap("threads", "1")),
        seed,
        features,
        "mean_squared_error",
        outputs);
  }

  private static float[] bytes(LinearNetwork network) {
    float[] all = new float[network.values().length()];
    network.values().get(0, all, 0, all.length);
    return all;
  }

  private static float[] row(LinearNetwork network, String row) {
    float[] weight = network.parameter(row + ".weight").get();
    float[] all = Arrays.copyOf(weight, weight.length + 1);
    all[weight.length] = network.parameter(row + ".bias").get()[0];
    return all;
  }

  @Test
  void takesRowsOfEqualNamesFromAFile() throws IOException {
    Path file = folder.resolve("photos");
    LinearNetwork photos = network("Photos", 1, 3, "base", "head");
    LinearNetwork flowers = network("Flowers", 2, 3, "base", "kind");
    float[] kind = row(flowers, "kind");
    photos.parameter("base.bias").set(4);
    ParameterFile.save(photos, file);

    TransferReport report = Transfer.from(file).into(flowers);

    assertThat(row(flowers, "base")).isEqualTo(row(photos, "base"));
    assertThat(row(flowers, "kind")).isEqualTo(kind);
    assertThat(report.toString())
        .isEqualTo(
            "Flowers takes 1 of 2 rows (4 floats) from "
                + file
                + "\n  taken    base"
                + "\n  skipped  (none)"
                + "\n  left     kind: has no namesake"
                + "\n  unused   head");
  }

  @Test
  void skipsRowsOfAnotherShapeAsAWhole() {
    LinearNetwork photos = network("Photos", 1, 3, "base");
    LinearNetwork flowers = network("Flowers", 2, 5, "base");
    float[] before = bytes(flowers);

    TransferReport report = Transfer.from(photos).evenIfNothing().into(flowers);

    assertThat(report.skipped()).containsExactly("base", "weight is [3, 1] there but [5, 1] here");
    assertThat(report.taken()).isEmpty();
    assertThat(bytes(flowers)).isEqualTo(before);
  }

  @Test
  void refusesToTakeNothingUnlessTold() {
    LinearNetwork flowers = network("Flowers", 2, 5, "base");

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Transfer.from(network("Photos", 1, 3, "base")).into(flowers));

    assertThat(thrown)
        .hasMessageThat()
        .startsWith("nothing can be taken:\nFlowers takes 0 of 1 rows (0 floats) from Photos\n");
    assertThat(thrown).hasMessageThat().contains("weight is [3, 1] there but [5, 1] here");
  }

  @Test
  void takesARowThatHasAnotherName() {
    LinearNetwork photos = network("Photos", 1, 3, "trunk", "head");
    LinearNetwork flowers = network("Flowers", 2, 3, "base", "head");
    photos.parameter("trunk.bias").set(4);

    TransferReport report = Transfer.from(photos).rename("trunk", "base").into(flowers);

    assertThat(report.taken()).containsExactly("base", "head").inOrder();
    assertThat(row(flowers, "base")).isEqualTo(row(photos, "trunk"));
  }

  @Test
  void takesWhatItIsToldAlone() {
    LinearNetwork photos = network("Photos", 1, 3, "conv1", "conv2", "head");
    LinearNetwork flowers = network("Flowers", 2, 3, "conv1", "conv2", "head");

    assertThat(Transfer.from(photos).only("conv*").into(flowers).taken())
        .containsExactly("conv1", "conv2")
        .inOrder();
    assertThat(Transfer.from(photos).except("head", "*2").into(flowers).taken())
        .containsExactly("conv1");
    assertThat(Transfer.from(photos).only("conv*").except("conv1").into(flowers).left())
        .containsExactly("conv1", "was not to be taken", "head", "was not to be taken");
  }

  @Test
  void knowsBlocksByTheirNames() {
    RowPatterns patterns = new RowPatterns("trunk", "other[*].inner");

    assertThat(patterns.matches("trunk")).isTrue();
    assertThat(patterns.matches("trunk[2].inner")).isTrue();
    assertThat(patterns.matches("trunk.inner")).isTrue();
    assertThat(patterns.matches("trunks")).isFalse();
    assertThat(patterns.matches("other[3].inner")).isTrue();
    assertThat(patterns.matches("other[3].outer")).isFalse();
  }

  @Test
  void refusesRowsThatAreNotThere() {
    LinearNetwork photos = network("Photos", 1, 3, "base");
    LinearNetwork flowers = network("Flowers", 2, 3, "base");

    assertThat(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Transfer.from(photos).rename("trunk", "base").into(flowers))
                .getMessage())
        .isEqualTo("Photos has no row trunk that could be renamed; it has [base]");
    assertThat(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Transfer.from(photos).only("conv*").into(flowers))
                .getMessage())
        .isEqualTo("Flowers has no row conv* with parameters; it has [base]");
  }

  @Test
  void refusesTwoRowsForOne() {
    LinearNetwork photos = network("Photos", 1, 3, "base", "head");

    assertThrows(
        IllegalArgumentException.class,
        () -> Transfer.from(photos).rename("head", "base").into(network("Flowers", 2, 3, "base")));
  }

  @Test
  void changesNothingIfTheFileIsDamaged() throws IOException {
    Path file = folder.resolve("photos");
    ParameterFile.save(network("Photos", 1, 3, "base"), file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

    assertThat(assertThrows(ParameterFileException.class, () -> Transfer.from(file)).getMessage())
        .contains("it was cut off");
  }

  @Test
  void takesNothingThatIsNotFinite() throws IOException {
    Path file = folder.resolve("photos");
    LinearNetwork photos = network("Photos", 1, 3, "base", "head");
    ParameterFile.save(photos, file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);
    Files.write(file, bytes);
    photos.values().put(0, new float[] {Float.NaN}, 0, 1);
    LinearNetwork flowers = network("Flowers", 2, 3, "base", "head");

    assertThat(assertThrows(ParameterFileException.class, () -> Transfer.from(file)).getMessage())
        .contains("head.bias[0] is NaN");
    assertThat(Transfer.from(photos).into(flowers).skipped())
        .containsExactly("base", "weight holds NaN or infinity there");
  }

  @Test
  void takesFromFilesOfOtherProgramsWhatIsF32() throws IOException {
    String header =
        "{\"base.weight\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]},"
            + "\"base.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]},"
            + "\"head.weight\":{\"dtype\":\"F16\",\"shape\":[1,1],\"data_offsets\":[8,10]},"
            + "\"head.bias\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[10,12]},"
            + "\"more.weight\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[12,16]}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json).putFloat(5).putFloat(6);
    Path path = Files.write(folder.resolve("theirs"), file.array());
    LinearNetwork network = network("Flowers", 2, 1, "base", "head", "more");

    TransferReport report = Transfer.from(path).into(network);

    assertThat(row(network, "base")).isEqualTo(new float[] {5, 6});
    assertThat(report.skipped())
        .containsExactly(
            "head", "weight holds F16 there, not F32",
            "more", "bias is missing there");
  }

  @Test
  void takesTheParametersOfASavedTraining() throws IOException {
    Path file = folder.resolve("state");
    LinearNetwork photos = network("Photos", 1, 3, "base");
    ParameterFile.save(
        photos,
        new TrainingState("none", Collections.emptyMap(), 0.1, 3, 1, 1),
        Collections.singletonMap("m", photos.values()),
        Collections.singletonMap("some", new Notes().put("wait", 1)),
        file);
    LinearNetwork flowers = network("Flowers", 2, 3, "base");

    TransferReport report = Transfer.from(file).into(flowers);

    assertThat(report.unused()).isEmpty();
    assertThat(bytes(flowers)).isEqualTo(bytes(photos));
  }
}
