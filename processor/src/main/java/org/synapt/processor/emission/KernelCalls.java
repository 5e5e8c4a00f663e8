package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Accumulate;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Filled;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.OneHot;
import org.synapt.processor.op.Permute;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Room;
import org.synapt.processor.op.Slice;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.op.SoftmaxCrossEntropy;
import org.synapt.processor.op.SoftmaxGradient;
import org.synapt.processor.op.Spread;
import org.synapt.processor.op.SumOverBatch;
import org.synapt.processor.plan.FusedProduct;
import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;

/** An equation as calls of kernels. */
final class KernelCalls {
  private final PassNames names;
  private final FusedFormulas formulas;

  KernelCalls(PassNames names, FusedFormulas formulas) {
    this.names = names;
    this.formulas = formulas;
  }

  /** The calls of an equation; none where nothing is computed. */
  List<CodeBlock> of(Equation equation) {
    Op op = equation.op();
    if (op.alias() || op instanceof Room) {
      return List.of();
    }
    if (op instanceof Concatenate concatenate) {
      return concatenate(equation, concatenate);
    }
    List<CodeBlock> ofSequences = new SequenceCalls(names).of(equation);
    if (!ofSequences.isEmpty()) {
      return ofSequences;
    }
    List<CodeBlock> ofPositions = new PositionCalls(names).of(equation);
    if (!ofPositions.isEmpty()) {
      return ofPositions;
    }
    return List.of(
        products(equation)
            .or(() -> elements(equation))
            .or(() -> axes(equation))
            .or(() -> classes(equation))
            .or(() -> new GatherCalls(names).of(equation))
            .or(() -> new PenaltyCalls(names).of(equation))
            .or(() -> new NormalizationCalls(names).of(equation))
            .or(() -> new AttentionCalls(names).of(equation))
            .or(() -> new RandomCalls(names).of(equation))
            .or(() -> new ImageCalls(names, formulas).of(equation))
            .orElseThrow(() -> new IllegalStateException("no kernel runs " + equation)));
  }

  private Optional<CodeBlock> products(Equation e) {
    if (e.op() instanceof MatMul product) {
      return Optional.of(product(e, product, product.toString(), e.operands()));
    }
    if (e.op() instanceof Accumulate sum && sum.op() instanceof MatMul product) {
      String method = product.toString().replace("mult", "multAdd");
      return Optional.of(product(e, product, method, e.operands().subList(1, 3)));
    }
    if (e.op() instanceof FusedProduct fused && fused.product() == MatMul.MULT) {
      return Optional.of(fused(e, fused.epilogue()));
    }
    return Optional.empty();
  }

  private CodeBlock product(Equation e, MatMul product, String method, List<Value> factors) {
    Shape a = factors.get(0).shape();
    Shape b = factors.get(1).shape();
    String rows = Numbers.times(true, a.withoutLast().count());
    String last = Numbers.whole(a.last());
    String columns = Numbers.whole(product == MatMul.MULT_TRANS_B ? b.extent(0) : b.last());
    Calling call = call("MatMul", method);
    if (product == MatMul.MULT_TRANS_A) {
      call.with(last, rows, columns);
    } else {
      call.with(rows, last, columns);
    }
    return call.with(factors).with(e.result()).build();
  }

  private CodeBlock fused(Equation e, Elementwise epilogue) {
    Shape a = e.operand(0).shape();
    return call("MatMul", "mult")
        .with(
            Numbers.times(true, a.withoutLast().count()),
            Numbers.whole(a.last()),
            Numbers.whole(e.result().shape().last()))
        .with(e.operands().subList(0, 2))
        .with(e.result())
        .with(formulas.epilogue(epilogue))
        .with(e.operands().subList(2, e.operands().size()))
        .build();
  }

  private Optional<CodeBlock> elements(Equation e) {
    if (e.op() instanceof Elementwise formula) {
      return Optional.of(pointwise(e, formula));
    }
    return Optional.empty();
  }

  private CodeBlock pointwise(Equation e, Elementwise formula) {
    boolean batched = e.result().batched();
    List<String> values = new ArrayList<>();
    List<String> vectors = new ArrayList<>();
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < e.operands().size(); i++) {
      if (e.operand(i).batched() == batched) {
        values.add(formula.variables().get(i));
        operands.add(e.operand(i));
      }
    }
    for (int i = 0; i < e.operands().size(); i++) {
      if (e.operand(i).batched() != batched) {
        vectors.add(formula.variables().get(i));
        operands.add(e.operand(i));
      }
    }
    Count size = e.result().shape().count();
    Count columns = Elementwise.vector(e.operands()).map(Shape::count).orElse(size);
    Calling call =
        call("Pointwise", "apply")
            .with(Numbers.times(batched, size.over(columns)), Numbers.whole(columns))
            .with(formulas.constant(formula.expression(), values, vectors))
            .with(e.result());
    return (operands.size() > 3
            ? call.with(names.array(e.result(), operands))
            : call.with(operands))
        .build();
  }

  private Optional<CodeBlock> axes(Equation e) {
    if (e.op() instanceof Reduce reduce) {
      String method = reduce.kind() == Reduce.Kind.SUM ? "sum" : "max";
      return Optional.of(
          axes("Reduce", method, e.operand(0), reduce.axis(), reduce.axes())
              .with(e.operands())
              .with(e.result())
              .build());
    }
    if (e.op() instanceof Spread spread) {
      return Optional.of(
          axes("Spread", "spread", e.result(), spread.axis(), 1)
              .with(e.operands())
              .with(e.result())
              .build());
    }
    if (e.op() instanceof SumOverBatch) {
      return Optional.of(sumOverBatch(e, "sum", e.operand(0)));
    }
    if (e.op() instanceof Accumulate sum && sum.op() instanceof SumOverBatch) {
      return Optional.of(sumOverBatch(e, "sumAdd", e.operand(1)));
    }
    if (e.op() instanceof Permute permute) {
      return Optional.of(permute(e, permute));
    }
    if (e.op() instanceof Filled filled) {
      return Optional.of(filled(e, filled));
    }
    return e.op() instanceof Slice slice ? Optional.of(slice(e, slice)) : Optional.empty();
  }

  private CodeBlock filled(Equation e, Filled filled) {
    return new Calling(names, CodeBlock.of("fill"))
        .with(e.result())
        .with(Numbers.whole(e.result().shape().count()), Numbers.whole(filled.number()))
        .build();
  }

  private CodeBlock permute(Equation e, Permute permute) {
    return call("Permute", "permute")
        .with("batch")
        .with(names.integers(e.result().name() + ".extents", e.operand(0).shape().extents()))
        .with(names.integers(e.result().name() + ".order", permute.order()))
        .with(e.operands())
        .with(e.result())
        .build();
  }

  /** A kernel over some axes of a value: the extents before them, them, and those after. */
  private Calling axes(String kernel, String method, Value value, int axis, int axes) {
    Shape shape = value.shape();
    return call(kernel, method)
        .with(
            Numbers.times(value.batched(), shape.count(0, axis)),
            Numbers.whole(shape.count(axis, axis + axes)),
            Numbers.whole(shape.count(axis + axes, shape.rank())));
  }

  private CodeBlock sumOverBatch(Equation e, String method, Value x) {
    Count columns = e.result().shape().count();
    return call("Reduce", method)
        .with("1", Numbers.times(true, x.shape().count().over(columns)), Numbers.whole(columns))
        .with(x)
        .with(e.result())
        .build();
  }

  private List<CodeBlock> concatenate(Equation e, Concatenate concatenate) {
    int axis = concatenate.axis();
    Shape whole = e.result().shape();
    Count inner = whole.count(axis + 1, whole.rank());
    List<CodeBlock> calls = new ArrayList<>();
    int from = 0;
    for (Value operand : e.operands()) {
      String columns = Numbers.whole(operand.shape().count(axis, whole.rank()));
      calls.add(
          call("Copy", "columns")
              .with(Numbers.times(true, whole.count(0, axis)), columns)
              .with(operand)
              .with("0", columns)
              .with(e.result())
              .with(at(from, inner), Numbers.whole(whole.count(axis, whole.rank())))
              .build());
      from += operand.shape().extent(axis);
    }
    return calls;
  }

  private CodeBlock slice(Equation e, Slice slice) {
    Shape whole = e.operand(0).shape();
    Count inner = whole.count(slice.axis() + 1, whole.rank());
    String columns = Numbers.whole(Count.ofExtent(slice.extent()).times(inner));
    return call("Copy", "columns")
        .with(Numbers.times(true, whole.count(0, slice.axis())), columns)
        .with(e.operand(0))
        .with(at(slice.from(), inner), Numbers.whole(whole.count(slice.axis(), whole.rank())))
        .with(e.result())
        .with("0", columns)
        .build();
  }

  /** Where the so-many-th of several parts begins. */
  private static String at(int number, Count part) {
    return number == 0 ? "0" : Numbers.whole(Count.of(number).times(part));
  }

  private Optional<CodeBlock> classes(Equation e) {
    if (e.op() instanceof Softmax || e.op() instanceof SoftmaxGradient) {
      return Optional.of(rows("Softmax", e.op().toString(), e.operand(0), e, e.operands()));
    }
    if (e.op() == SoftmaxCrossEntropy.LOSS) {
      List<Value> operands = List.of(e.operand(0), e.operand(2));
      return Optional.of(rows("SoftmaxCrossEntropy", "loss", e.operand(0), e, operands));
    }
    if (e.op() instanceof SoftmaxCrossEntropy.Gradient) {
      return Optional.of(rows("SoftmaxCrossEntropy", "gradient", e.operand(0), e, e.operands()));
    }
    return e.op() instanceof OneHot
        ? Optional.of(rows("OneHot", "encode", e.result(), e, e.operands()))
        : Optional.empty();
  }

  /** A kernel over the rows of a value. */
  private CodeBlock rows(
      String kernel, String method, Value value, Equation e, List<Value> operands) {
    return call(kernel, method)
        .with(
            Numbers.times(true, value.shape().withoutLast().count()),
            Numbers.whole(value.shape().last()))
        .with(operands)
        .with(e.result())
        .build();
  }

  private Calling call(String kernel, String method) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel(kernel), method));
  }
}
