package org.synapt.processor.op;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.GraphText;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

final class OpsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          y [b, 3] = mult(x [b, 4], w [4, 3])                              | 24
          y [b, 2, 3] = mult(x [b, 2, 4], w [4, 3])                        | 48
          y [4, 3] = multTransA(x [b, 2, 4], z [b, 2, 3])                  | 48
          y [b, 2, 3] = multTransB(x [b, 2, 4], w [3, 4])                  | 48
          y [b, 2, 3] = batchMult(x [b, 2, 4], z [b, 4, 3])                | 48
          y [b, 2, 3] = batchMultTransA(x [b, 4, 2], z [b, 4, 3])          | 48
          y [b, 2, 3] = batchMultTransB(x [b, 2, 4], z [b, 3, 4])          | 48
          y [b, 3] = tanh(x + b)(x [b, 3], w [3])                          | 3
          y [b, 3] = x * y + z(p [b, 3], q [b, 3], r [b, 3])               | 6
          y [b, 2] = sum<0>(x [b, 3, 2])                                   | 6
          y [b, 3] = softmax(x [b, 3])                                     | 12
          y [b] = softmaxCrossEntropy(x [b, 3], p [b, 3], t [b, 3])        | 15
          y [b, 6] = reshape<[6]>(x [b, 2, 3])                             | 0
          y [b, 3, 2] = permute<[1, 0]>(x [b, 2, 3])                       | 0
          y [b, 3, 5] = convolution<[2 of 4]>(x [b, 4, 3], w [2, 3, 5])    | 180
          y [b, 4, 4] = convolution<[2 of 5], 2>(x [b, 5, 6], w [2, 3, 4]) | 192
          y [b, 5, 3] = convolutionDataGradient<[3 of 5 by 2]>(x [b, 2, 4], w [3, 3, 4]) | 144
          y [3, 3, 4] = convolutionWeightGradient<[3 of 5 by 2]>(x [b, 5, 3], z [b, 2, 4]) | 144
          y [b, 2, 3] = maxPooling<[2 of 4 by 2]>(x [b, 4, 3])             | 12
          y [b, 2, 3] = averagePooling<[2 of 4 by 2]>(x [b, 4, 3])         | 12
          y [b, 4, 3] = interpolation<0, 2>(x [b, 2, 3])                   | 36
          y [b, 4, 3] = pad<[1, 0], [1, 0]>(x [b, 2, 3])                   | 0
          """)
  void countTheirOperations(String graph, long flops) {
    Equation equation = GraphText.parse(graph).equations().get(0);

    assertThat(equation.op().flops(equation.operands(), equation.result())).isEqualTo(flops);
  }

  @Test
  void aSumThatIsAddedToCostsWhatTheAddedCosts() {
    Value sum = Value.fixed("sum", Shape.of(4, 3));
    Value x = Value.of("x", Shape.of(4));
    Value dy = Value.of("dy", Shape.of(3));
    Accumulate op = new Accumulate(MatMul.MULT_TRANS_A);

    assertThat(op.infer("y", List.of(sum, x, dy))).isEqualTo(Value.fixed("y", Shape.of(4, 3)));
    assertThat(op.flops(List.of(sum, x, dy), sum)).isEqualTo(24);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          y [b, 3] = tanh(x)(x [b, 3])                                     | true
          y [b, 3] = softmax(x [b, 3])                                     | true
          y [b, 3] = mult(x [b, 3], w [3, 3])                              | false
          y [b, 3, 3] = batchMult(x [b, 3, 3], z [b, 3, 3])                | false
          y [b, 3, 3] = permute<[1, 0]>(x [b, 3, 3])                       | false
          y [b] = max<0>(x [b, 1])                                         | false
          y [b, 3, 3] = convolution<[1 of 3]>(x [b, 3, 3], w [1, 3, 3])    | false
          y [b, 3, 3] = averagePooling<[1 of 3]>(x [b, 3, 3])              | false
          y [b, 3, 3] = crop<[0, 0], [0, 0]>(x [b, 3, 3])                  | false
          """)
  void sayWhetherTheyMayWriteOverTheirOperand(String graph, boolean inPlace) {
    Equation equation = GraphText.parse(graph).equations().get(0);

    assertThat(equation.op().inPlace(0)).isEqualTo(inPlace);
  }

  @Test
  void aPermutationIsUndoneByItsInverse() {
    Permute permute = new Permute(List.of(2, 0, 1));
    Shape shape = Shape.of(2, 3, 4);

    assertThat(shape.permuted(permute.order()).permuted(permute.inverse().order()))
        .isEqualTo(shape);
  }
}
