package org.synapt.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

/** Arrays that go in and come out, by a network that notes where it reads and writes. */
final class Nd4jAdapterTest {
  private final Backend java = Backends.named("java");

  private static INDArray image(int examples) {
    return Nd4j.arange(24 * examples).castTo(DataType.FLOAT).reshape(examples, 2, 3, 4);
  }

  private static INDArray age(int examples) {
    return Nd4j.arange(examples).castTo(DataType.FLOAT).addi(1).reshape(examples, 1);
  }

  private static long address(INDArray array) {
    return array.data().addressPointer().address();
  }

  private Nd4jAdapter<SpyNetwork> adapter() {
    return new Nd4jAdapter<>(new SpyNetwork(java));
  }

  @AfterEach
  void close() {
    java.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nd4j", "onednn"})
  void readsAndWritesWhereTheArraysLie(String name) {
    try (Backend backend = Backends.named(name)) {
      SpyNetwork network = new SpyNetwork(backend);
      INDArray image = image(300);
      INDArray age = age(300);
      INDArray sum = Nd4j.create(DataType.FLOAT, 300, 2, 3, 4);
      INDArray twice = Nd4j.create(DataType.FLOAT, 300, 1);

      new Nd4jAdapter<>(network).predict(List.of(image, age), List.of(sum, twice));

      List<Long> first = List.of(address(image), address(age), address(sum), address(twice));
      List<Long> second =
          List.of(
              first.get(0) + 256 * 24 * 4,
              first.get(1) + 256 * 4,
              first.get(2) + 256 * 24 * 4,
              first.get(3) + 256 * 4);
      assertThat(network.addresses).containsExactly(first, second).inOrder();
      assertThat(sum).isEqualTo(image.add(age.reshape(300, 1, 1, 1)));
      assertThat(twice).isEqualTo(age.mul(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nd4j", "onednn"})
  void readsRowsOfALargerArrayWhereTheyLie(String name) {
    try (Backend backend = Backends.named(name)) {
      SpyNetwork network = new SpyNetwork(backend);
      INDArray all = image(9);
      INDArray some = all.get(NDArrayIndex.interval(4, 7));

      List<INDArray> results = new Nd4jAdapter<>(network).predict(List.of(some, age(3)));

      assertThat(network.addresses.get(0).get(0)).isEqualTo(address(all) + 4 * 24 * 4);
      assertThat(network.addresses.get(0).subList(2, 4))
          .containsExactly(address(results.get(0)), address(results.get(1)))
          .inOrder();
      assertThat(results.get(0)).isEqualTo(some.add(age(3).reshape(3, 1, 1, 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "nd4j", "onednn"})
  void givesTheSameOnEveryBackend(String name) {
    try (Backend backend = Backends.named(name)) {
      Nd4jAdapter<SpyNetwork> adapter = new Nd4jAdapter<>(new SpyNetwork(backend));
      INDArray expected = image(5).add(age(5).reshape(5, 1, 1, 1));

      assertThat(adapter.predict(List.of(image(5), age(5))).get(0)).isEqualTo(expected);
      assertThat(adapter.value("sum", List.of(image(5), age(5)))).isEqualTo(expected);
      assertThat(adapter.value("twice", List.of(image(5), age(5))).shape())
          .isEqualTo(new long[] {5, 1});
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"BOOL", "UTF8", "COMPRESSED", "UNKNOWN"},
      mode = EnumSource.Mode.EXCLUDE)
  void takesNumbersOfEveryType(DataType type) {
    // So that they fit into a byte.
    INDArray image = image(3);
    INDArray age = age(3);

    List<INDArray> results = adapter().predict(List.of(image.castTo(type), age.castTo(type)));

    assertThat(results.get(0).dataType()).isEqualTo(DataType.FLOAT);
    assertThat(results.get(0)).isEqualTo(image.add(age.reshape(3, 1, 1, 1)));
  }

  @Test
  void takesOtherOrdersAndViewsWithGaps() {
    INDArray image = image(6);
    INDArray age = age(6);
    INDArray expected = image.add(age.reshape(6, 1, 1, 1));
    INDArray channelsFirst = image.permute(0, 3, 1, 2).dup('c');
    INDArray wide = Nd4j.concat(3, image, image);

    for (INDArray same :
        List.of(
            image.dup('f'),
            channelsFirst.permute(0, 2, 3, 1),
            wide.get(
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.interval(4, 8)),
            image.castTo(DataType.DOUBLE).dup('f'))) {
      assertWithMessage("strides %s", Arrays.toString(same.stride()))
          .that(adapter().predict(List.of(same, age)).get(0))
          .isEqualTo(expected);
    }
  }

  @Test
  void takesFlatExamplesAndOneFloatEach() {
    INDArray expected = image(2).add(age(2).reshape(2, 1, 1, 1));

    assertThat(adapter().predict(List.of(image(2).reshape(2, 24), age(2).reshape(2))).get(0))
        .isEqualTo(expected);
  }

  @Test
  void writesIntoDoublesAndViewsWithGaps() {
    INDArray sum = Nd4j.create(DataType.DOUBLE, new long[] {2, 2, 3, 4}, 'f');
    INDArray wide = Nd4j.create(DataType.FLOAT, 2, 3);
    INDArray twice = wide.getColumn(1);

    adapter().predict(List.of(image(2), age(2)), List.of(sum, twice));

    assertThat(sum.castTo(DataType.FLOAT)).isEqualTo(image(2).add(age(2).reshape(2, 1, 1, 1)));
    assertThat(wide).isEqualTo(Nd4j.createFromArray(new float[][] {{0, 2, 0}, {0, 4, 0}}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "nd4j", "onednn"})
  void readsAllBeforeItWritesOverWhatItReads(String name) {
    try (Backend backend = Backends.named(name)) {
      INDArray memory = Nd4j.arange(24 * 301).castTo(DataType.FLOAT);
      INDArray image = memory.get(NDArrayIndex.interval(0, 24 * 300)).reshape(300, 24);
      INDArray sum = memory.get(NDArrayIndex.interval(24, 24 * 301)).reshape(300, 24);
      INDArray expected = image.addColumnVector(age(300));

      new Nd4jAdapter<>(new SpyNetwork(backend))
          .predict(List.of(image, age(300)), List.of(sum, Nd4j.create(DataType.FLOAT, 300)));

      assertThat(sum).isEqualTo(expected);
    }
  }

  @Test
  void refusesTwoResultsInOnePlace() {
    INDArray memory = Nd4j.create(DataType.FLOAT, 3 * 24);
    INDArray sum = memory.reshape(3, 24);
    INDArray twice = memory.get(NDArrayIndex.interval(0, 3));

    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> adapter().predict(List.of(image(3), age(3)), List.of(sum, twice))))
        .hasMessageThat()
        .isEqualTo("sum and twice share memory");
  }

  @Test
  void refusesTwoResultsInOnePlaceThatAreConverted() {
    INDArray sum = Nd4j.create(DataType.DOUBLE, 3, 24);
    INDArray twice = sum.getColumn(5);

    assertThrows(
        IllegalArgumentException.class,
        () -> adapter().predict(List.of(image(3), age(3)), List.of(sum, twice)));
  }

  @Test
  void writesResultsBesideOneAnotherInATable() {
    INDArray table = Nd4j.create(DataType.FLOAT, 3, 25);
    INDArray sum = table.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 24));
    List<INDArray> expected = adapter().predict(List.of(image(3), age(3)));

    adapter().predict(List.of(image(3), age(3)), List.of(sum, table.getColumn(24)));

    assertThat(sum.dup('c')).isEqualTo(expected.get(0).reshape(3, 24));
    assertThat(table.getFloat(2, 24)).isEqualTo(expected.get(1).getFloat(2));
  }

  @Test
  void refusesWhatLiesInAWorkspaceThatWasLeft() {
    WorkspaceConfiguration small = WorkspaceConfiguration.builder().initialSize(1 << 20).build();
    INDArray left;
    try (MemoryWorkspace scope =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(small, "left")) {
      left = image(3).dup();
      assertThat(scope.isScopeActive()).isTrue();
      assertThat(adapter().predict(List.of(left, age(3)))).hasSize(2);
    }

    assertThat(refusal(left, age(3)))
        .isEqualTo("image lies in a workspace that was left; image.detach() while in it stays");
  }

  @Test
  void whatItMakesOutlivesAWorkspace() {
    MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager()
            .getWorkspaceForCurrentThread(
                WorkspaceConfiguration.builder().initialSize(1 << 20).build(), "here");
    List<INDArray> results;
    try (MemoryWorkspace scope = workspace.notifyScopeEntered()) {
      results = adapter().predict(List.of(image(3).castTo(DataType.DOUBLE), age(3)));
      assertThat(scope.isScopeActive()).isTrue();
    }

    assertThat(results.stream().anyMatch(INDArray::isAttached)).isFalse();
    assertThat(results.get(1)).isEqualTo(age(3).mul(2));
  }

  private String refusal(INDArray image, INDArray age) {
    return assertThrows(
            IllegalArgumentException.class, () -> adapter().predict(Arrays.asList(image, age)))
        .getMessage();
  }

  @Test
  void refusesOtherShapesByTheirNames() {
    String takes = ", but takes [b, 2, 3, 4] or [b, 24]";

    assertThat(refusal(image(2).reshape(2, 6, 4), age(2))).isEqualTo("image is [2, 6, 4]" + takes);
    assertThat(refusal(image(1).reshape(2, 3, 4), age(1)))
        .isEqualTo(
            "image is [2, 3, 4]" + takes + "; for a single example, image.reshape(1, 2, 3, 4)");
    assertThat(refusal(image(5).permute(0, 3, 1, 2), age(5)))
        .isEqualTo(
            "image is [5, 4, 2, 3]"
                + takes
                + "; its channels come first: image.permute(0, 2, 3, 1)");
    assertThat(refusal(image(2).reshape(48), age(2))).isEqualTo("image is [48]" + takes);
    assertThat(refusal(image(2), Nd4j.create(DataType.FLOAT, 2, 2)))
        .isEqualTo("age is [2, 2], but takes [b, 1] or [b]");
    assertThat(refusal(image(2), Nd4j.scalar(3f)))
        .isEqualTo("age is [], but takes [b, 1] or [b]; for a single example, age.reshape(1, 1)");
    assertThat(refusal(image(2), age(3))).isEqualTo("image holds 2 examples, but age 3");
  }

  @Test
  void refusesWhatHoldsNoNumbers() {
    INDArray closed = Nd4j.create(DataType.FLOAT, 1, 24);
    closed.close();
    INDArray age = age(1);

    assertThat(refusal(image(1), null)).isEqualTo("age is null");
    assertThat(refusal(closed, age)).isEqualTo("image was closed; its memory may be another's");
    assertThat(refusal(image(1).castTo(DataType.BOOL), age))
        .isEqualTo(
            "image is of BOOL [1, 2, 3, 4], not of numbers;"
                + " castTo(DataType.FLOAT) makes them 0 and 1");
    assertThat(refusal(image(1), Nd4j.create("old")))
        .isEqualTo("age is of UTF8 [1], not of numbers");
    assertThat(refusal(Nd4j.create(DataType.FLOAT, 0, 24), age))
        .isEqualTo("image is empty: [0, 24] holds no example");
    assertThat(refusal(image(1), Nd4j.createFromArray(Float.NaN))).isEqualTo("age[0] is NaN");
  }

  @Test
  void refusesOtherNumbersOfArrays() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> adapter().predict(List.of(image(1)))))
        .hasMessageThat()
        .isEqualTo("Spy takes 2 arrays [image [2, 3, 4], age [1]], not 1");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> adapter().predict(List.of(image(1), age(1)), List.of(image(1)))))
        .hasMessageThat()
        .isEqualTo("Spy gives 2 arrays [sum [2, 3, 4], twice [1]], not 1");
  }

  private String refusedResult(INDArray sum, INDArray twice) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> adapter().predict(List.of(image(2), age(2)), List.of(sum, twice)))
        .getMessage();
  }

  @Test
  void refusesRoomThatIsNone() {
    INDArray sum = image(2).dup();

    assertThat(refusedResult(sum, age(2).castTo(DataType.INT32)))
        .isEqualTo(
            "twice is of INT [2, 1], but what is written is no whole number; take one of FLOAT");
    assertThat(refusedResult(sum, age(3)))
        .isEqualTo("twice has room for 3 examples, but there are 2");
    assertThat(refusedResult(sum.reshape(4, 12), age(2)))
        .isEqualTo("sum is [4, 12], but takes [b, 2, 3, 4] or [b, 24]");
  }
}
