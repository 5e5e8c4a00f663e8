package org.synapt.processor.conformance;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A declaration in the making, with the numbers that its network is given. */
final class Declaration {
  private static final String SQUARES = "@Output(loss = MEAN_SQUARED_ERROR)";

  private final Frame frame;
  private final Case it;
  private final Map<String, Array> given;
  private final Map<String, Array> expected;
  private final Map<String, Row> values = new LinkedHashMap<>();
  private final Map<String, String> lines = new LinkedHashMap<>();
  private final Map<String, String> outputs = new LinkedHashMap<>();
  private final List<float[]> inputs = new ArrayList<>();
  private final Map<String, float[]> parameters = new LinkedHashMap<>();
  private final List<Check> checks = new ArrayList<>();
  private int batch;

  /** What is compared beside the outputs. */
  interface Check {
    void check(Running running);
  }

  Declaration(Case it, Frame frame) {
    this.it = it;
    this.frame = frame;
    this.given = new LinkedHashMap<>(it.given());
    this.expected = new LinkedHashMap<>(it.expected());
  }

  Frame frame() {
    return frame;
  }

  /** An array that is given, rather than computed. */
  Optional<Array> given(Optional<String> name) {
    return name.map(given::get);
  }

  Array array(Node node, int input) {
    return given(node.input(input)).orElseThrow(() -> new OutOfScope("weights that are computed"));
  }

  /** Whether an array belongs to the network, rather than to what it is called with. */
  boolean isParameter(String name) {
    return given.containsKey(name) && !it.inputs().contains(name);
  }

  /** Makes an array that is computed of others one that is given. */
  void fold(String name, Array array) {
    given.put(name, array);
  }

  /** The row of a value; one that is given becomes an input. */
  Row row(String name) {
    Row known = values.get(name);
    if (known == null) {
      known = input(given.get(name));
      values.put(name, known);
    }
    return known;
  }

  Row row(Node node, int input) {
    return row(node.input(input).orElseThrow());
  }

  /** The row of whole numbers that a network takes, which are an input like others. */
  Row wholeNumbers(Node node, int input) {
    String name = node.input(input).orElseThrow();
    Array numbers = array(node, input);
    Row row = input(Array.of(numbers.shape(), numbers.numbers()));
    values.put(name, row);
    return row;
  }

  private Row input(Array array) {
    if (array.size() == 0) {
      throw new OutOfScope("empty arrays");
    } else if (array.whole()) {
      throw new OutOfScope("whole numbers");
    }
    int examples = frame.batch(array);
    if (batch != 0 && batch != examples) {
      throw new OutOfScope("batches that differ");
    }
    batch = examples;
    return input(frame.floats(array), frame.shape(array.shape()));
  }

  private Row input(float[] numbers, int... shape) {
    Row row = new Row("x" + inputs.size(), shape);
    inputs.add(numbers);
    lines.put(row.name(), "@Input(shape = %s) Tensor %s();".formatted(list(shape), row.name()));
    return row;
  }

  /** An input that is the same for every example. */
  Row constant(float[] numbers, int... shape) {
    float[] all = new float[batch * numbers.length];
    for (int i = 0; i < batch; i++) {
      System.arraycopy(numbers, 0, all, i * numbers.length, numbers.length);
    }
    return input(all, shape);
  }

  /** Writes a row. */
  Row write(int[] shape, String layer, Row... operands) {
    Row row = new Row("y" + (lines.size() - inputs.size()), shape);
    String parameters =
        Arrays.stream(operands)
            .map(Row::name)
            .distinct()
            .map(name -> "Tensor " + name)
            .collect(joining(", "));
    lines.put(row.name(), "%s Tensor %s(%s);".formatted(layer, row.name(), parameters));
    return row;
  }

  /** Writes an elementwise formula, in which the operands are called a, b, c and d. */
  Row formula(String formula, Row... operands) {
    String text = formula;
    for (int i = 0; i < operands.length; i++) {
      text = text.replaceAll("\\b" + (char) ('a' + i) + "\\b", operands[i].name());
    }
    return write(broadcast(operands), "@Formula(\"" + text + "\")", operands);
  }

  /** The extents that rows meet in. */
  static int[] broadcast(Row... rows) {
    int rank = Stream.of(rows).mapToInt(Row::rank).max().orElse(0);
    int[] shape = IntStream.generate(() -> 1).limit(rank).toArray();
    for (Row row : rows) {
      for (int axis = 0; axis < row.rank(); axis++) {
        int at = rank - row.rank() + axis;
        shape[at] = Math.max(shape[at], row.shape()[axis]);
      }
    }
    return shape;
  }

  Row reshape(Row row, int... shape) {
    return Arrays.equals(row.shape(), shape)
        ? row
        : write(shape, "@Reshape(targetShape = %s)".formatted(list(shape)), row);
  }

  Row permute(Row row, int... axes) {
    int[] turned = IntStream.of(axes).map(axis -> row.shape()[axis]).toArray();
    return IntStream.range(0, axes.length).allMatch(i -> axes[i] == i)
        ? row
        : write(turned, "@Permute(dims = %s)".formatted(list(axes)), row);
  }

  /** Says which row a value is. */
  void put(String name, Row row) {
    values.put(name, row);
  }

  void parameter(Row row, String part, float... numbers) {
    parameters.put(row.name() + "." + part, numbers);
  }

  /** Makes a row an output of a loss of its own. */
  void output(Row row, String annotation) {
    outputs.put(row.name(), annotation);
  }

  void check(Check check) {
    checks.add(check);
  }

  /** What a value is to be. */
  Array expected(String name) {
    return expected.get(name);
  }

  /** What a value is to be, for a check of one's own. */
  Array take(String name) {
    return expected.remove(name);
  }

  /** Makes the rows of all else that is expected outputs. */
  void finish() {
    expected.forEach(
        (name, array) -> {
          Row row = values.get(name);
          if (row == null || row.name().startsWith("x")) {
            row = formula("a", row(name));
          }
          outputs.putIfAbsent(row.name(), SQUARES);
          values.put(name, row);
          String value = row.name();
          float[] numbers = frame.floats(array);
          checks.add(running -> running.compareOutput(value, numbers));
        });
  }

  /** The source of an interface. */
  String text() {
    return lines.entrySet().stream()
        .map(line -> outputs.getOrDefault(line.getKey(), "") + " " + line.getValue())
        .map(line -> "  " + line.trim() + "\n")
        .collect(joining("", "{\n", "}\n"));
  }

  float[][] inputs() {
    return inputs.toArray(float[][]::new);
  }

  Map<String, float[]> parameters() {
    return parameters;
  }

  List<String> outputs() {
    return lines.keySet().stream().filter(row -> outputs.containsKey(row)).toList();
  }

  List<Check> checks() {
    return checks;
  }

  int batch() {
    return batch;
  }

  /** Numbers as the value of an attribute. */
  static String list(int... numbers) {
    return IntStream.of(numbers).mapToObj(Integer::toString).collect(joining(", ", "{", "}"));
  }

  /** A number as it stands in a declaration. */
  static String number(double number) {
    return new BigDecimal(Double.toString(number)).toPlainString();
  }
}
