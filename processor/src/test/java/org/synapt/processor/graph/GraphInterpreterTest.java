package org.synapt.processor.graph;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference against which all else is held, held against numbers worked out by hand. */
final class GraphInterpreterTest {

  static Stream<Arguments> table() {
    return Stream.of(
        line("y [b, 2] = mult(a [b, 2], w [2, 2])", "1 2 | 10 20 30 40", "70 100"),
        line("y [b, 2] = multTransB(a [b, 2], w [2, 2])", "1 2 | 10 20 30 40", "50 110"),
        line(
            "y [2, 1] = multTransA(a [b, 3, 2], c [b, 3, 1])", "1 2 3 4 5 6 | 1 10 100", "531 642"),
        line(
            "y [b, 1, 2] = batchMultTransA(a [b, 2, 1], c [b, 2, 2])",
            "1 2 3 4 | 1 0 0 1 10 0 0 10",
            "1 2 30 40"),
        line("y [b, 1, 1] = batchMultTransB(a [b, 1, 2], c [b, 1, 2])", "1 2 | 3 4", "11"),
        line("y [b, 1, 1] = batchMult(a [b, 1, 2], c [b, 2, 1])", "1 2 | 3 4", "11"),
        line("y [b, 2, 2] = x + v(a [b, 2, 2], w [2])", "1 2 3 4 | 10 20", "11 22 13 24"),
        line("y [b, 2] = sum<0>(a [b, 2, 2])", "1 2 3 4", "4 6"),
        line("y [b, 2] = max<1>(a [b, 2, 2])", "1 2 4 3", "2 4"),
        line("y [b, 2, 2] = spread<0, 2>(a [b, 2])", "1 2", "1 2 1 2"),
        line("y [b, 2, 2] = spread<1, 2>(a [b, 2])", "1 2", "1 1 2 2"),
        line("y [b, 3, 2] = permute<[1, 0]>(a [b, 2, 3])", "1 2 3 4 5 6", "1 4 2 5 3 6"),
        line(
            "y [b, 2, 3] = concatenate<1>(a [b, 2, 1], c [b, 2, 2])",
            "1 2 | 3 4 5 6",
            "1 3 4 2 5 6"),
        line("y [b, 2, 1] = slice<1, 1, 1>(a [b, 2, 3])", "1 2 3 4 5 6", "2 5"),
        line("y [b, 2, 3] = oneHot<3>(a [b, 2])", "2 0", "0 0 1 1 0 0"),
        line("y [b, 2] = softmax(a [b, 2])", "0 0", "0.5 0.5"),
        line("y [b, 2] = logSoftmax(a [b, 2])", "1000 0", "0 -1000"),
        line(
            "y [b] = softmaxCrossEntropy(a [b, 2], c [b, 2], d [b, 2])",
            "0 9 | 5 5 | 1 0",
            "9.0001234"));
  }

  static Stream<Arguments> images() {
    return Stream.of(
        line(
            "y [b, 2, 1] = convolution<[2 of 3]>(a [b, 3, 1], w [2, 1, 1])",
            "1 2 3 | 10 1",
            "12 23"),
        line(
            "y [b, 3, 1] = convolution<[2 of 3 padded 0+1]>(a [b, 3, 1], w [2, 1, 1])",
            "1 2 3 | 10 1",
            "12 23 30"),
        line(
            "y [b, 3, 1] = convolution<[2 of 3 padded 1+0]>(a [b, 3, 1], w [2, 1, 1])",
            "1 2 3 | 10 1",
            "1 12 23"),
        line(
            "y [b, 2, 1] = convolution<[2 of 5 by 2 dilated 2]>(a [b, 5, 1], w [2, 1, 1])",
            "1 2 3 4 5 | 10 1",
            "13 35"),
        line(
            "y [b, 1, 1, 1] = convolution<[2 of 2, 2 of 2]>(a [b, 2, 2, 1], w [2, 2, 1, 1])",
            "1 2 3 4 | 1 10 100 1000",
            "4321"),
        line(
            "y [b, 1, 2] = convolution<[1 of 1], 2>(a [b, 1, 4], w [1, 2, 2])",
            "1 2 3 4 | 1 10 100 1000",
            "201 4030"),
        line(
            "y [b, 3, 1] = convolutionDataGradient<[2 of 3]>(a [b, 2, 1], w [2, 1, 1])",
            "1 2 | 10 1",
            "10 21 2"),
        line(
            "y [2, 1, 1] = convolutionWeightGradient<[2 of 3]>(a [b, 3, 1], c [b, 2, 1])",
            "1 2 3 | 1 10",
            "21 32"),
        line(
            "y [b, 2, 1] = maxPooling<[2 of 3 by 2 padded 0+1]>(a [b, 3, 1])",
            "-1 -3 -2 1 3 2",
            "-1 -2 3 2"),
        line("y [b, 2, 2] = maxPooling<[2 of 3]>(a [b, 3, 2])", "1 6 2 5 3 4", "2 6 3 5"),
        line(
            "y [b, 2, 1] = averagePooling<[2 of 3 by 2 padded 0+1]>(a [b, 3, 1])",
            "1 3 2 7 1 5",
            "2 2 4 5"),
        line(
            "y [b, 2, 3] = pad<[1, 0], [0, 1]>(a [b, 1, 2])", "1 2 3 4", "0 0 0 1 2 0 0 0 0 3 4 0"),
        line("y [b, 1, 2] = crop<[1, 0], [0, 1]>(a [b, 2, 3])", "1 2 3 4 5 6", "4 5"),
        line("y [b, 4] = interpolation<0, 2>(a [b, 2])", "0 4", "0 1 3 4"),
        line("y [b, 6, 1] = interpolation<0, 3>(a [b, 2, 1])", "0 3", "0 0 1 2 3 3"),
        line("y [b, 2, 2] = interpolation<1, 2>(a [b, 2, 1])", "5 7", "5 5 7 7"));
  }

  private static Arguments line(String graph, String operands, String result) {
    return Arguments.of(graph, operands, result);
  }

  @ParameterizedTest
  @MethodSource({"table", "images"})
  void computes(String text, String operands, String result) {
    Graph graph = GraphText.parse(text);
    Equation equation = graph.equations().get(0);
    List<double[]> numbers =
        Arrays.stream(operands.split(" \\| ")).map(GraphInterpreterTest::numbers).toList();
    Value first = equation.operand(0);
    int batch = (int) (numbers.get(0).length / first.shape().size());
    GraphInterpreter interpreter = GraphInterpreter.of(batch);
    for (int i = 0; i < numbers.size(); i++) {
      interpreter.put(equation.operand(i), numbers.get(i));
    }

    interpreter.run(graph.equations());

    assertThat(interpreter.get(equation.result()))
        .usingTolerance(1e-7)
        .containsExactly(numbers(result))
        .inOrder();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
