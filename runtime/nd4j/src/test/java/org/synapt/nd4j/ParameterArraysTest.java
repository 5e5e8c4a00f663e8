package org.synapt.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

final class ParameterArraysTest {
  private static final float[] NUMBERS = {1, 2, 3, 4, 5, 6};

  @ParameterizedTest
  @ValueSource(strings = {"nd4j", "onednn"})
  void areWhereTheNetworkHasThem(String name) {
    try (Backend backend = Backends.named(name)) {
      SpyNetwork network = new SpyNetwork(backend);
      INDArray weight = new Nd4jAdapter<>(network).parameter("sum.weight");
      INDArray bias = new Nd4jAdapter<>(network).parameter("sum.bias");

      assertThat(weight.data().addressPointer().address())
          .isEqualTo(network.parameter("sum.weight").value().address());
      assertThat(bias.data().addressPointer().address())
          .isEqualTo(weight.data().addressPointer().address() + 6 * 4);
      assertThat(weight.shape()).isEqualTo(new long[] {2, 3});
      network.parameter("sum.weight").set(NUMBERS);
      assertThat(weight.getFloat(1, 0)).isEqualTo(4f);
      bias.assign(7);
      assertThat(network.parameter("sum.bias").get()).isEqualTo(new float[] {7, 7, 7});
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nd4j", "onednn"})
  void areGoodForLongerThanTheNetwork(String name) throws InterruptedException {
    try (Backend backend = Backends.named(name)) {
      Optional<SpyNetwork> network = Optional.of(new SpyNetwork(backend));
      WeakReference<SpyNetwork> watched = new WeakReference<>(network.get());
      network.get().parameter("sum.weight").set(NUMBERS);
      INDArray column = new Nd4jAdapter<>(network.get()).parameter("sum.weight").getColumn(1);

      network = Optional.empty();
      for (int i = 0; i < 100 && watched.get() != null; i++) {
        System.gc();
        Thread.sleep(10);
      }

      assertThat(network.isPresent()).isFalse();
      assertThat(watched.get()).isNull();
      assertThat(column.dup().toFloatVector()).isEqualTo(new float[] {2, 5});
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nd4j", "onednn"})
  void mayBeBentWithoutHarm(String name) {
    try (Backend backend = Backends.named(name)) {
      Nd4jAdapter<SpyNetwork> adapter = new Nd4jAdapter<>(new SpyNetwork(backend));

      adapter.parameter("sum.weight").transposei();

      assertThat(adapter.parameter("sum.weight").shape()).isEqualTo(new long[] {2, 3});
    }
  }

  @Test
  void areCopiesWhereMemoryIsJavas() {
    try (Backend backend = Backends.named("java")) {
      SpyNetwork network = new SpyNetwork(backend);
      network.parameter("sum.weight").set(NUMBERS);
      INDArray weight = new Nd4jAdapter<>(network).parameter("sum.weight");

      assertThat(weight).isEqualTo(Nd4j.createFromArray(NUMBERS).reshape(2, 3));
      weight.addi(1);

      assertThat(network.parameter("sum.weight").get()).isEqualTo(NUMBERS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "nd4j", "onednn"})
  void areSetFromAnyNumbersInAnyOrder(String name) {
    try (Backend backend = Backends.named(name)) {
      Nd4jAdapter<SpyNetwork> adapter = new Nd4jAdapter<>(new SpyNetwork(backend));
      INDArray numbers = Nd4j.createFromArray(NUMBERS).reshape(2, 3);

      adapter.setParameter("sum.weight", numbers.castTo(DataType.INT64).dup('f'));

      assertThat(adapter.network().parameter("sum.weight").get()).isEqualTo(NUMBERS);
      assertThat(adapter.parameter("sum.weight")).isEqualTo(numbers);
    }
  }

  @Test
  void areNotSetFromOtherShapesOrNumbers() {
    try (Backend backend = Backends.named("java")) {
      Nd4jAdapter<SpyNetwork> adapter = new Nd4jAdapter<>(new SpyNetwork(backend));
      INDArray bias = Nd4j.createFromArray(1f, Float.NaN, 3f);

      assertThat(
              assertThrows(
                  IllegalArgumentException.class,
                  () -> adapter.setParameter("sum.weight", Nd4j.ones(3, 2))))
          .hasMessageThat()
          .isEqualTo("sum.weight is [2, 3], and is not set from [3, 2]");
      assertThat(
              assertThrows(
                  IllegalArgumentException.class, () -> adapter.setParameter("sum.bias", bias)))
          .hasMessageThat()
          .isEqualTo("sum.bias[1] is NaN");
      assertThat(adapter.network().parameter("sum.bias").get()).isEqualTo(new float[] {1, 1, 1});
    }
  }
}
