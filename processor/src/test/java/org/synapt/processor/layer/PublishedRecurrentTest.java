package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;

/**
 * Recurrent layers against the numbers of Keras's own tests: {@code lstm_test.py}, {@code
 * gru_test.py}, {@code simple_rnn_test.py} and {@code bidirectional_test.py} of Keras 3.
 *
 * <p>There x counts from 0 over all examples, every kernel is 0.01, every recurrent kernel 0.02 and
 * every bias 0.03, but 1 for the gate f of an LSTM.
 */
@Tag("L14")
final class PublishedRecurrentTest {

  /**
   * A layer, the shape of an example, and what it gives for each.
   *
   * @param expected the values of every example, as far as they differ from each other
   */
  private record Published(Mention layer, Shape x, List<double[]> expected) {
    @Override
    public String toString() {
      return layer.toString();
    }
  }

  static Stream<Published> published() {
    Shape long6 = Shape.of(6, 4);
    Shape short3 = Shape.of(3, 4);
    return Stream.of(
        of(long6, lstm(3), 0.6288687, 0.86899155, 0.9460773),
        of(long6, lstm(3, "goBackwards", true), 0.35622165, 0.74789524, 0.8872726),
        of(long6, lstm(3, "unitForgetBias", false), 0.57019705, 0.8661914, 0.9459622),
        of(long6, lstm(3, "useBias", false), 0.54986924, 0.86226785, 0.9443936),
        of(long6, gru(3), 0.5217289, 0.6371659, 0.39384964),
        of(long6, gru(3, "goBackwards", true), 0.24406259, 0.611516, 0.3928808),
        of(long6, gru(3, "resetAfter", false), 0.51447755, 0.6426879, 0.40208298),
        of(long6, gru(3, "useBias", false), 0.49988455, 0.64701194, 0.4103359),
        of(short3, simple(4), 0.405432, 0.73605347),
        of(short3, simple(4, "goBackwards", true), 0.11144729, 0.5528889),
        of(short3, RecurrentLayersTest.both(simple(2), "AVE"), 0.24845785, 0.6288199),
        new Published(
            RecurrentLayersTest.both(simple(2), "CONCAT"),
            short3,
            List.of(
                new double[] {0.39687276, 0.39687276, 0.10004295, 0.10004295},
                new double[] {0.7237238, 0.7237238, 0.53391594, 0.53391594})),
        new Published(
            RecurrentLayersTest.both(gru(2, "returnSequences", true), "SUM"),
            short3,
            List.of(
                new double[] {
                  0.20937867, 0.20937867, 0.34462988, 0.34462988, 0.40290534, 0.40290534
                },
                new double[] {
                  0.59829646, 0.59829646, 0.6734641, 0.6734641, 0.6479671, 0.6479671
                })));
  }

  private static Published of(Shape x, Mention layer, double... perExample) {
    int units = layer.integer("units");
    return new Published(
        layer,
        x,
        Arrays.stream(perExample)
            .mapToObj(value -> IntStream.range(0, units).mapToDouble(i -> value).toArray())
            .toList());
  }

  private static Mention lstm(int units, Object... stated) {
    return layer("LSTM", units, stated);
  }

  private static Mention gru(int units, Object... stated) {
    return layer("GRU", units, stated);
  }

  private static Mention simple(int units, Object... stated) {
    return layer("SimpleRNN", units, stated);
  }

  private static Mention layer(String name, int units, Object... stated) {
    Object[] all = new Object[stated.length + 2];
    all[0] = "units";
    all[1] = units;
    System.arraycopy(stated, 0, all, 2, stated.length);
    return Mentions.of(name, all);
  }

  @ParameterizedTest
  @MethodSource("published")
  void givesWhatKerasGives(Published it) {
    Inferred layer = Inferred.of(it.layer(), it.x());
    for (int example = 0; example < it.expected().size(); example++) {
      double[] y = layer.compute(constants(layer), counting(it.x(), example));

      assertThat(y).usingTolerance(1e-6).containsExactly(it.expected().get(example)).inOrder();
    }
  }

  private static double[] counting(Shape x, int example) {
    int size = (int) x.size();
    return IntStream.range(example * size, (example + 1) * size).asDoubleStream().toArray();
  }

  private static Map<String, double[]> constants(Inferred layer) {
    Map<String, double[]> constants = new LinkedHashMap<>();
    for (ParameterSpec it : layer.parameters()) {
      constants.put(it.name(), constants(it));
    }
    return constants;
  }

  private static double[] constants(ParameterSpec it) {
    double[] numbers = new double[(int) it.shape().size()];
    String name = it.name().substring(it.name().indexOf('.') + 1);
    Arrays.fill(
        numbers,
        switch (name) {
          case "kernel" -> 0.01;
          case "recurrentKernel" -> 0.02;
          case "bias" -> 0.03;
          default -> 0;
        });
    if (it.initializer().factory().equals("unitForgetBias")) {
      Arrays.fill(numbers, numbers.length / 4, numbers.length / 2, 1);
    }
    return numbers;
  }

  /** test_pass_initial_state of each file; the states count as x does. */
  @Test
  void beginsWithKerasStates() {
    Shape x = Shape.of(4, 3);
    Shape state = Shape.of(2);
    Inferred lstm = Inferred.of(lstm(2), x, state, state);
    Inferred gru = Inferred.of(gru(2), x, state);
    Inferred simple = Inferred.of(simple(4, "goBackwards", true), x, Shape.of(4));

    assertThat(
            lstm.compute(constants(lstm), counting(x, 1), counting(state, 1), counting(state, 1)))
        .usingTolerance(1e-6)
        .containsExactly(0.64930826, 0.66276)
        .inOrder();
    assertThat(gru.compute(constants(gru), counting(x, 1), counting(state, 1)))
        .usingTolerance(1e-6)
        .containsExactly(0.83659905, 1.0227708)
        .inOrder();
    assertThat(simple.compute(constants(simple), counting(x, 1), counting(Shape.of(4), 1)))
        .usingTolerance(1e-6)
        .containsExactly(0.43043602, 0.43043602, 0.43043602, 0.43043602)
        .inOrder();
  }

  /** bidirectional_test.py, test_pass_initial_state: forward's states come first. */
  @Test
  void givesEachDirectionItsStates() {
    Shape x = Shape.of(4, 3);
    Shape state = Shape.of(2);
    Inferred both =
        Inferred.of(RecurrentLayersTest.both(lstm(2), "CONCAT"), x, state, state, state, state);
    List<double[]> operands =
        List.of(
            counting(x, 1),
            new double[] {2, 3},
            new double[] {4, 6},
            new double[] {6, 9},
            new double[] {8, 12});

    assertThat(both.compute(constants(both), operands.toArray(double[][]::new)))
        .usingTolerance(1e-6)
        .containsExactly(0.6682636, 0.6711909, 0.60943645, 0.60950446)
        .inOrder();
  }

  /** With the weight 1, x = 1 and no bias: h is 1, 1 + 1, 1 + 2, by hand. */
  @Test
  void addsUpWhereNothingBends() {
    Inferred layer =
        Inferred.of(
            simple(1, "activation", constant("LINEAR"), "returnSequences", true), Shape.of(3, 1));
    Map<String, double[]> ones =
        Map.of(
            "kernel", new double[] {1},
            "recurrentKernel", new double[] {1},
            "bias", new double[] {0});

    assertThat(layer.compute(ones, new double[] {1, 1, 1}))
        .usingTolerance(1e-12)
        .containsExactly(1, 2, 3)
        .inOrder();
  }
}
