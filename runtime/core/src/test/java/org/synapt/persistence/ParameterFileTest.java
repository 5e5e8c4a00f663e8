package org.synapt.persistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.backend.Backends;
import org.synapt.network.LinearNetwork;

final class ParameterFileTest {
  @TempDir Path folder;

  private static LinearNetwork network(long seed, int features, String... outputs) {
    return LinearNetwork.of(
        "Line", Backends.named("java"), seed, features, "mean_squared_error", outputs);
  }

  private static float[] values(LinearNetwork network) {
    float[] values = new float[network.values().length()];
    network.values().get(0, values, 0, values.length);
    return values;
  }

  private Path saved(LinearNetwork network) throws IOException {
    Path file = folder.resolve("network.safetensors");
    ParameterFile.save(network, file);
    return file;
  }

  @Test
  @Tag("P1")
  void givesBackWhatWasSaved() throws IOException {
    LinearNetwork original = network(1, 3, "y");
    LinearNetwork other = network(2, 3, "y");
    assertThat(values(other)).isNotEqualTo(values(original));

    ParameterFile.load(other, saved(original));

    assertThat(values(other)).isEqualTo(values(original));
  }

  @Test
  @Tag("P2")
  void summarisesWhatWasLoadedAsWhatWasSaved() throws IOException {
    LinearNetwork original = network(1, 3, "y");
    LinearNetwork other = network(2, 3, "y");

    ParameterFile.load(other, saved(original));

    assertThat(other.summary()).isEqualTo(original.summary());
    assertThat(other.summary()).contains("Total params: 4");
  }

  @Test
  @Tag("P3")
  void readsArraysByName() throws IOException {
    LinearNetwork original = network(1, 3, "y");

    Map<String, float[]> arrays = ParameterFile.read(saved(original));

    assertThat(arrays.keySet()).containsExactly("y.weight", "y.bias").inOrder();
    assertThat(arrays.get("y.weight")).isEqualTo(original.parameter("y.weight").get());
  }

  @Test
  void writesTheFormatAsItsSpecificationSays() throws IOException {
    LinearNetwork network = network(1, 2, "y");
    network.parameter("y.weight").set(1, 2);
    network.parameter("y.bias").set(3);

    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(saved(network))).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    byte[] header = new byte[length];
    bytes.get(header);
    String json = new String(header, StandardCharsets.UTF_8);

    assertThat(length % 8).isEqualTo(0);
    assertThat(json).startsWith("{\"__metadata__\":{\"synapt.network\":\"Line\",");
    assertThat(json)
        .contains(
            ",\"y.weight\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}"
                + ",\"y.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}");
    assertThat(bytes.getFloat()).isEqualTo(1f);
    assertThat(bytes.getFloat()).isEqualTo(2f);
    assertThat(bytes.getFloat()).isEqualTo(3f);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void writesTheSameBytesForTheSameParameters() throws IOException {
    byte[] first = Files.readAllBytes(saved(network(1, 3, "y")));

    assertThat(Files.readAllBytes(saved(network(1, 3, "y")))).isEqualTo(first);
  }

  @Test
  void leavesNothingBesideTheFile() throws IOException {
    saved(network(1, 3, "y"));
    Path file = saved(network(2, 3, "y"));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(file);
    }
  }

  @Test
  void keepsTheOldFileIfTheNewCannotBeWritten() throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, new byte[] {7});

    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(1);
                  throw new IOException("the disk is full");
                }));

    assertThat(Files.readAllBytes(file)).isEqualTo(new byte[] {7});
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(file);
    }
  }

  @Test
  void namesEveryDifferenceOfAChangedNetwork() throws IOException {
    Path file = saved(network(1, 3, "price", "kind"));
    LinearNetwork changed = network(2, 4, "price", "size");
    float[] before = values(changed);

    ParameterFileException thrown =
        assertThrows(ParameterFileException.class, () -> ParameterFile.load(changed, file));

    assertThat(Arrays.asList(thrown.getMessage().split("\n  ")))
        .containsExactly(
            file + ": was not written by Line as it is now:",
            "price.weight is [3, 1] in the file but [4, 1] in Line",
            "size.weight [4, 1] is in Line but not in the file",
            "size.bias [1] is in Line but not in the file",
            "kind.weight [3, 1] is in the file but not in Line",
            "kind.bias [1] is in the file but not in Line",
            "x is input [3] in the file but input [4] in Line")
        .inOrder();
    assertThat(values(changed)).isEqualTo(before);
  }

  @Test
  void mapsRowsThatWereRenamed() throws IOException {
    LinearNetwork original = network(1, 3, "price", "kind");
    Path file = saved(original);
    LinearNetwork renamed = network(2, 3, "cost", "kind");

    ParameterFile.load(renamed, file, Collections.singletonMap("price", "cost"));

    assertThat(values(renamed)).isEqualTo(values(original));
  }

  @Test
  void mapsAllRowsOfABlockThatWasRenamed() throws IOException {
    LinearNetwork original = network(1, 3, "trunk[0].inner", "trunk[1].inner", "tail.inner");
    Path file = saved(original);
    LinearNetwork renamed = network(2, 3, "stem[0].inner", "stem[1].inner", "tail.inner");

    ParameterFile.load(renamed, file, Collections.singletonMap("trunk", "stem"));

    assertThat(values(renamed)).isEqualTo(values(original));
  }

  @Test
  void doesNotTakeTheBeginningOfANameForABlock() throws IOException {
    Path file = saved(network(1, 3, "trunks"));

    ParameterFileException thrown =
        assertThrows(
            ParameterFileException.class,
            () ->
                ParameterFile.load(
                    network(2, 3, "stems"), file, Collections.singletonMap("trunk", "stem")));
    assertThat(thrown).hasMessageThat().contains("has no row trunk");
  }

  @Test
  void letsSeveralSaveTheSameFileAtTheSameTime() throws Exception {
    Path file = folder.resolve("network.safetensors");
    ExecutorService savers = Executors.newFixedThreadPool(4);
    List<Future<?>> saves = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      byte number = (byte) i;
      saves.add(savers.submit(() -> saveOften(file, number)));
    }
    savers.shutdown();
    for (Future<?> save : saves) {
      save.get();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(file);
    }
  }

  private static Void saveOften(Path file, byte number) throws IOException {
    for (int i = 0; i < 100; i++) {
      AtomicFile.write(file, out -> out.write(number));
    }
    return null;
  }

  @Test
  void refusesToRenameWhatTheFileDoesNotHave() throws IOException {
    Path file = saved(network(1, 3, "y"));

    ParameterFileException thrown =
        assertThrows(
            ParameterFileException.class,
            () -> ParameterFile.load(network(2, 3, "y"), file, Collections.singletonMap("z", "y")));
    assertThat(thrown).hasMessageThat().contains("has no row z");
  }

  @Test
  void refusesNumbersThatAreNotFiniteAndChangesNothing() throws IOException {
    Path file = saved(network(1, 2, "y"));
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);
    Files.write(file, bytes);
    LinearNetwork network = network(2, 2, "y");
    float[] before = values(network);

    ParameterFileException thrown =
        assertThrows(ParameterFileException.class, () -> ParameterFile.load(network, file));

    assertThat(thrown).hasMessageThat().contains("y.bias[0] is NaN");
    assertThat(values(network)).isEqualTo(before);
  }

  @Test
  void refusesToSaveWhatCouldNotBeLoaded() throws IOException {
    LinearNetwork network = network(1, 3, "y");
    Path file = saved(network);
    byte[] before = Files.readAllBytes(file);
    network.values().put(1, new float[] {Float.NaN}, 0, 1);

    ParameterFileException refused =
        assertThrows(ParameterFileException.class, () -> ParameterFile.save(network, file));

    assertThat(refused).hasMessageThat().contains("y.weight[1] is NaN");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }
}
