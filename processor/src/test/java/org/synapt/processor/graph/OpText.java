package org.synapt.processor.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.formula.Formulas;
import org.synapt.processor.op.Affine;
import org.synapt.processor.op.AlphaMask;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.op.BatchNormalization;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.op.Detach;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.FirstRows;
import org.synapt.processor.op.Fold;
import org.synapt.processor.op.Gather;
import org.synapt.processor.op.LayerNormalization;
import org.synapt.processor.op.MaskedSoftmax;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.OneHot;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.op.Permute;
import org.synapt.processor.op.RandomMask;
import org.synapt.processor.op.RandomNormal;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Room;
import org.synapt.processor.op.Slice;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.op.SoftmaxCrossEntropy;
import org.synapt.processor.op.Spread;
import org.synapt.processor.op.Step;
import org.synapt.processor.op.Written;
import org.synapt.processor.shape.Shape;

/**
 * Ops from their text form: {@code mult}, {@code sum<0>}, {@code reshape<[2, 3]>}.
 *
 * <p>All else is a formula, whose operands are in the order of its variables. {@code relu(x) via
 * step(y)} is one with its derivative in terms of the result.
 */
final class OpText {
  private static final Pattern OP = Pattern.compile("(\\w+)(?:<(.*)>)?");
  private static final String VIA = " via ";
  private static final List<String> OF_DECIMALS =
      List.of(
          "randomMask",
          "alphaMask",
          "randomNormal",
          "penalty",
          "batchNormalization",
          "layerNormalization");

  private OpText() {}

  static Op parse(String text) {
    for (Op op : named()) {
      if (op.toString().equals(text)) {
        return op;
      }
    }
    Matcher matcher = OP.matcher(text);
    return matcher.matches() && matcher.group(2) != null
        ? ImageOpText.parse(matcher.group(1), matcher.group(2))
            .orElseGet(() -> withNumbers(matcher.group(1), matcher.group(2)))
        : formula(text);
  }

  private static List<Op> named() {
    List<Op> ops = new ArrayList<>();
    ops.addAll(Arrays.asList(MatMul.values()));
    ops.addAll(Arrays.asList(BatchMatMul.values()));
    ops.addAll(Arrays.asList(Softmax.values()));
    ops.addAll(Arrays.asList(SoftmaxCrossEntropy.values()));
    for (int masks = 0; masks < 8; masks++) {
      ops.add(new MaskedSoftmax((masks & 4) > 0, (masks & 2) > 0, (masks & 1) > 0));
    }
    ops.addAll(Arrays.asList(Fold.values()));
    ops.add(new Detach());
    ops.add(new Gather());
    ops.add(new Written());
    return ops;
  }

  private static Op withNumbers(String name, String arguments) {
    List<Integer> numbers = OF_DECIMALS.contains(name) ? List.of() : numbers(arguments);
    return switch (name) {
      case "concatenate" -> new Concatenate(numbers.get(0));
      case "slice" -> new Slice(numbers.get(0), numbers.get(1), numbers.get(2));
      case "firstRows" -> new FirstRows(numbers.get(0));
      case "step" -> new Step(numbers.get(0));
      case "sum" -> Reduce.sum(numbers.get(0));
      case "max" -> Reduce.max(numbers.get(0));
      case "spread" -> new Spread(numbers.get(0), numbers.get(1));
      case "oneHot" -> new OneHot(numbers.get(0));
      case "reshape" -> new Reshape(new Shape(numbers));
      case "permute" -> new Permute(numbers);
      case "room" -> Room.fixed(new Shape(numbers));
      case "batchRoom" -> Room.batched(new Shape(numbers));
      case "randomMask" -> mask(arguments.split(", ", 3));
      case "alphaMask" -> alphaMask(arguments.split(", ", 3));
      case "randomNormal" -> normal(arguments.split(", ", 4));
      case "batchNormalization" -> batchNormalization(List.of(arguments.split(", ")));
      case "layerNormalization" -> layerNormalization(List.of(arguments.split(", ")));
      case "penalty" -> penalty(arguments.split(", "));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Op mask(String[] arguments) {
    return new RandomMask(
        Float.parseFloat(arguments[0]), Integer.parseInt(arguments[1]), shape(arguments[2]));
  }

  private static Op alphaMask(String[] arguments) {
    return new AlphaMask(
        Float.parseFloat(arguments[0]), Integer.parseInt(arguments[1]), shape(arguments[2]));
  }

  private static Op normal(String[] arguments) {
    return new RandomNormal(
        Float.parseFloat(arguments[0]),
        Float.parseFloat(arguments[1]),
        Integer.parseInt(arguments[2]),
        shape(arguments[3]));
  }

  private static Op batchNormalization(List<String> arguments) {
    return new BatchNormalization(
        Double.parseDouble(arguments.get(0)),
        Double.parseDouble(arguments.get(1)),
        affine(arguments));
  }

  private static Op layerNormalization(List<String> arguments) {
    return new LayerNormalization(
        Double.parseDouble(arguments.get(0)), arguments.contains("train"), affine(arguments));
  }

  private static Affine affine(List<String> arguments) {
    return new Affine(arguments.contains("scale"), arguments.contains("center"));
  }

  private static Op penalty(String[] arguments) {
    return new Penalty(Double.parseDouble(arguments[0]), Double.parseDouble(arguments[1]));
  }

  private static Op formula(String text) {
    Expression expression = Formulas.of(text.split(VIA)[0]);
    Elementwise formula = Elementwise.of(expression, List.copyOf(expression.variables()));
    return text.contains(VIA) ? formula.withDerivative(text.split(VIA)[1]) : formula;
  }

  static Shape shape(String text) {
    return new Shape(numbers(text));
  }

  private static List<Integer> numbers(String text) {
    String list = text.replaceAll("[\\[\\]]", "");
    return list.isEmpty()
        ? List.of()
        : Arrays.stream(list.split(", ")).map(OpText::number).toList();
  }

  private static Integer number(String text) {
    return switch (text) {
      case "any" -> -1;
      case "any2" -> -2;
      case "any3" -> -3;
      default -> Integer.valueOf(text);
    };
  }
}
