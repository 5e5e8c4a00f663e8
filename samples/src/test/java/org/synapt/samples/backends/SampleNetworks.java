package org.synapt.samples.backends;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.network.Network;
import org.synapt.network.Seed;
import org.synapt.samples.cifar.CifarCnnNetwork;
import org.synapt.samples.cnn.MnistCnnNetwork;
import org.synapt.samples.filters.HandMadeNetwork;
import org.synapt.samples.house.HousePriceNetwork;
import org.synapt.samples.mnist.MnistReluNetwork;
import org.synapt.samples.mnist.MnistSigmoidNetwork;
import org.synapt.samples.resnet.ResNet20Network;
import org.synapt.samples.signer.SameSignerNetwork;

/** Networks of the samples, large and small, each on several backends. */
final class SampleNetworks {
  private static final Map<String, BiFunction<Backend, Seed, Network>> MAKERS =
      new TreeMap<>(
          Map.of(
              "cifar", CifarCnnNetwork::new,
              "filters", HandMadeNetwork::new,
              "house", HousePriceNetwork::new,
              "mnist, relu", MnistReluNetwork::new,
              "mnist, sigmoid", MnistSigmoidNetwork::new,
              "mnist-cnn", MnistCnnNetwork::new,
              "resnet20", ResNet20Network::new,
              "signer", SameSignerNetwork::new));

  private SampleNetworks() {}

  /** What must hold of a network. */
  interface Check {
    void of(Network network);
  }

  /** A test for each network on each backend. */
  static Stream<DynamicTest> tests(Check check, String... backends) {
    return Stream.of(backends)
        .flatMap(
            backend ->
                MAKERS.entrySet().stream()
                    .map(
                        maker ->
                            DynamicTest.dynamicTest(
                                maker.getKey() + " on " + backend,
                                () -> run(backend, maker.getValue(), check))));
  }

  private static void run(String name, BiFunction<Backend, Seed, Network> maker, Check check) {
    try (Backend backend = Opened.named(name);
        Network network = maker.apply(backend, Seed.of(3))) {
      assertThat(network.device()).startsWith(isSmall(network) ? "java" : name);
      check.of(network);
    }
  }

  /** Whether calls would cost more than what they compute. */
  private static boolean isSmall(Network network) {
    return network.signature().flops() < 20_000;
  }
}
