package org.synapt.processor.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.AveragePooling;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.MaxPooling;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.op.Permute;
import org.synapt.processor.op.RandomMask;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Room;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/**
 * Networks that nobody would declare, with much sharing and reuse; smooth, so that they can be
 * differentiated.
 */
public final class RandomGraphs {
  private static final List<Elementwise> SMOOTH =
      List.of(
          Elementwise.of("tanh(x)", "x").withDerivative("1 - square(y)"),
          Elementwise.of("sigmoid(x)", "x").withDerivative("y * (1 - y)"),
          Elementwise.of("x * sigmoid(x)", "x"),
          Elementwise.of("sin(x) + 0.1 * x", "x"));
  private static final List<Elementwise> OF_TWO =
      List.of(
          Elementwise.SUM,
          Elementwise.of("a - 0.5 * b", "a", "b"),
          Elementwise.of("a * tanh(b)", "a", "b"));
  private static final long LARGEST = 24;

  private final Random random;
  private final RandomImages images;
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> parameters = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<String, Value> rows = new LinkedHashMap<>();
  private final Set<Value> untrained = new HashSet<>();
  private final List<Value> penalties = new ArrayList<>();
  private String row = "";

  private RandomGraphs(Random random) {
    this.random = random;
    this.images = new RandomImages(random);
  }

  /** A network that predicts, the same for the same seed. */
  public static Graph predicting(long seed) {
    return new RandomGraphs(new Random(seed)).build();
  }

  /** A network with losses for all that nobody takes. */
  public static Graph training(long seed) {
    return GradientCheck.weighted(predicting(seed));
  }

  private Graph build() {
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      Value input = Value.of("x" + i, image());
      inputs.add(input);
      rows.put(input.name(), input);
    }
    int count = 4 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      row = "r" + i;
      Value value = named(grow(any()));
      rows.put(row, value);
      if (random.nextInt(5) == 0) {
        penalize(value);
      }
    }
    List<Value> all = new ArrayList<>(rows.values());
    List<Value> outputs = List.of(all.get(all.size() - 1), pick(all));
    return new Graph(
            inputs,
            parameters,
            equations,
            Collections.unmodifiableMap(rows),
            outputs,
            List.of(),
            untrained,
            penalties)
        .verify();
  }

  private Shape image() {
    Shape image = Shape.of(1 + random.nextInt(3), 1 + random.nextInt(4));
    return random.nextInt(3) == 0 ? image.inserting(0, 1 + random.nextInt(2)) : image;
  }

  private Value any() {
    return pick(List.copyOf(rows.values()));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Value grow(Value x) {
    return switch (random.nextInt(15)) {
      case 0, 1 -> dense(x);
      case 2 -> emit(pick(SMOOTH), x);
      case 3, 4 -> ofTwo(x);
      case 5 -> emit(new Reshape(Shape.of((int) x.shape().size())), x);
      case 6 -> permuted(x);
      case 7 -> joined(x);
      case 8 -> emit(pick(List.of(Softmax.values())), x);
      case 9 -> reduced(x);
      case 10, 11 -> x.shape().rank() > 1 ? convolved(x) : emit(pick(SMOOTH), x);
      case 12 -> x.shape().rank() > 1 ? pooled(x) : emit(pick(SMOOTH), x);
      case 13 -> resized(x);
      default -> special(x);
    };
  }

  private Value dense(Value x) {
    Value weight = parameter(Shape.of(x.shape().last(), 1 + random.nextInt(4)));
    Value product = emit(MatMul.MULT, x, weight);
    Value sum =
        random.nextBoolean()
            ? emit(Elementwise.of("x + b", "x", "b"), product, bias(product))
            : emit(Elementwise.of("b + x", "b", "x"), bias(product), product);
    return random.nextBoolean() ? sum : emit(pick(SMOOTH), sum);
  }

  private Value bias(Value x) {
    return parameter(Shape.of(x.shape().last()));
  }

  /** One that is there already, half of the time. */
  private Value parameter(Shape shape) {
    List<Value> alike = parameters.stream().filter(p -> p.shape().equals(shape)).toList();
    if (!alike.isEmpty() && random.nextBoolean()) {
      return pick(alike);
    }
    Value parameter = Value.fixed(row + ".p" + parameters.size(), shape);
    parameters.add(parameter);
    switch (random.nextInt(6)) {
      case 0 -> untrained.add(parameter);
      case 1, 2 -> penalize(parameter);
      default -> {}
    }
    return parameter;
  }

  private void penalize(Value x) {
    penalties.add(emit(new Penalty(0, 0.1), x));
  }

  private Value ofTwo(Value x) {
    List<Value> alike = rows.values().stream().filter(v -> v.shape().equals(x.shape())).toList();
    return emit(pick(OF_TWO), x, pick(alike));
  }

  private Value permuted(Value x) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
    Collections.shuffle(order, random);
    return emit(new Permute(order), x);
  }

  private Value joined(Value x) {
    int axis = random.nextInt(x.shape().rank());
    List<Value> alike =
        rows.values().stream()
            .filter(v -> v.shape().rank() == x.shape().rank())
            .filter(v -> v.shape().without(axis).equals(x.shape().without(axis)))
            .filter(v -> v.shape().size() + x.shape().size() <= LARGEST)
            .toList();
    return alike.isEmpty() ? emit(pick(SMOOTH), x) : emit(new Concatenate(axis), x, pick(alike));
  }

  private Value reduced(Value x) {
    int axis = random.nextInt(x.shape().rank());
    Value sum = emit(Reduce.sum(axis), x);
    return emit(new Spread(axis, x.shape().extent(axis)), sum);
  }

  private Value convolved(Value x) {
    int channels = x.shape().last();
    int filters = 1 + random.nextInt(x.shape().size() > LARGEST / 2 ? channels : 3);
    int groups = images.groups(channels, filters);
    Convolution op = Convolution.forward(images.over(x.shape()), groups);
    Convolution transposed = Convolution.dataGradient(images.towards(x.shape()), groups);
    if (random.nextInt(3) == 0 && transposed.windows().image(filters).size() <= LARGEST) {
      return emit(transposed, x, parameter(RandomImages.weight(transposed, filters, channels)));
    }
    Value product = emit(op, x, parameter(RandomImages.weight(op, channels, filters)));
    return random.nextBoolean()
        ? emit(Elementwise.of("x + b", "x", "b"), product, bias(product))
        : product;
  }

  /** No two elements are equally large once they are shifted. */
  private Value pooled(Value x) {
    Windows windows = images.pools(x.shape());
    if (random.nextBoolean()) {
      return emit(new AveragePooling(windows), x);
    }
    Value shifted = emit(Elementwise.of("x + a", "x", "a"), x, parameter(x.shape()));
    Value saved = emit(Room.batched(windows.result(x.shape().last())));
    return emit(new MaxPooling(windows, /* training= */ true), shifted, saved);
  }

  private Value resized(Value x) {
    Op op =
        switch (random.nextInt(3)) {
          case 0 -> images.padding(x.shape());
          case 1 -> images.interpolation(x.shape());
          default -> images.cropping(x.shape());
        };
    boolean small = op.infer("", List.of(x)).shape().size() <= LARGEST;
    return emit(small ? op : images.cropping(x.shape()), x);
  }

  private Value special(Value x) {
    return switch (random.nextInt(4)) {
      case 0 -> masked(x);
      case 1 -> emit(Elementwise.of("x * tanh(a)", "x", "a"), x, parameter(x.shape()));
      case 2 -> x;
      default ->
          x.shape().rank() == 2
              ? emit(pick(List.of(BatchMatMul.MULT_TRANS_A, BatchMatMul.MULT_TRANS_B)), x, x)
              : emit(pick(SMOOTH), x);
    };
  }

  private Value masked(Value x) {
    Value mask = emit(new RandomMask(0.4f, rows.size(), x.shape()));
    return emit(Elementwise.of("x * mask", "x", "mask"), x, mask);
  }

  private Value emit(Op op, Value... operands) {
    Value result = op.infer(row + "." + equations.size(), List.of(operands));
    equations.add(new Equation(row, result, op, List.of(operands)));
    return result;
  }

  /** The last result goes by the name of the row; a row may also be another by a new name. */
  private Value named(Value result) {
    if (rows.containsValue(result)) {
      return result;
    }
    Equation last = equations.remove(equations.size() - 1);
    Value named = new Value(row, result.shape(), result.batched());
    equations.add(new Equation(row, named, last.op(), last.operands()));
    return named;
  }
}
