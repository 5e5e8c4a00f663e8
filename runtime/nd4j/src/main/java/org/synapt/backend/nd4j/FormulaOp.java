package org.synapt.backend.nd4j;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.HardTanh;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The ops of ND4J that formulas are made of: those that are as precise as a float is, and keep NaN.
 *
 * <p>Left out are {@code tanh}, {@code expm1} and {@code log1p}, which lose all digits near 0,
 * {@code softplus}, which overflows, {@code sign} and {@code step}, which make 0 of NaN, and {@code
 * select}, which takes 100 ns for an element.
 */
enum FormulaOp {
  ABS(Abs::new),
  NEGATIVE(Negative::new),
  SQUARE(Square::new),
  SQRT(Sqrt::new),
  EXP(Exp::new),
  LOG(Log::new),
  SIN(Sin::new),
  COS(Cos::new),
  ERF(Erf::new),
  SIGMOID(Sigmoid::new),
  RELU((x, z) -> new RectifiedLinear(x, z, 0)),
  /** x between −1 and 1. */
  HARD_TANH(HardTanh::new),
  /** x between two numbers. */
  CLIP("clipbyvalue"),
  ADD("add"),
  SUBTRACT("subtract"),
  MULTIPLY("multiply"),
  DIVIDE("divide"),
  POW("Pow"),
  /** Of a NaN and a number, either. */
  MAXIMUM("maximum"),
  /** Of a NaN and a number, either. */
  MINIMUM("minimum"),
  /** 0 where the divisor is 0, whatever is divided: by divisors 0 and 1 it chooses. */
  DIVIDE_NO_NAN("divide_no_nan"),
  /** The second of two, once for each element of the first that it serves. */
  ASSIGN("assign"),
  /** As the others below: 1 where it holds, else 0. */
  LESS("less"),
  LESS_EQUAL("less_equal"),
  GREATER("greater"),
  GREATER_EQUAL("greater_equal"),
  EQUAL("equals"),
  NOT_EQUAL("not_equals");

  private final Optional<BiFunction<INDArray, INDArray, Op>> transform;
  private final Optional<CustomOp> custom;

  FormulaOp(String name) {
    transform = Optional.empty();
    custom = Optional.of(DynamicCustomOp.builder(name).build());
  }

  FormulaOp(BiFunction<INDArray, INDArray, Op> transform) {
    this.transform = Optional.of(transform);
    custom = Optional.empty();
  }

  boolean isComparison() {
    return compareTo(LESS) >= 0;
  }

  /**
   * The op on arrays, to be run over and over.
   *
   * @param numbers what it takes besides arrays
   * @param z written; may be an x of its shape
   * @param mask of z's shape, for a comparison
   * @param x read
   */
  BoundOp on(List<Double> numbers, INDArray z, Optional<INDArray> mask, INDArray... x) {
    if (transform.isPresent()) {
      return BoundOp.of(run(transform.get().apply(x[0], z)));
    } else if (mask.isEmpty()) {
      double[] reals = numbers.stream().mapToDouble(Double::doubleValue).toArray();
      PreparedOp op = PreparedOp.of(custom.orElseThrow(), z, x);
      return BoundOp.of((reals.length == 0 ? op : op.reals(reals))::run, op);
    }
    PreparedOp compare = PreparedOp.of(custom.orElseThrow(), mask.get(), x);
    Runnable cast = run(new Assign(mask.get(), z));
    Runnable both =
        () -> {
          compare.run();
          cast.run();
        };
    return BoundOp.of(both, compare);
  }

  private static Runnable run(Op op) {
    return () -> Nd4j.getExecutioner().exec(op);
  }
}
