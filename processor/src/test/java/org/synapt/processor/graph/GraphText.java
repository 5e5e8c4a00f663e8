package org.synapt.processor.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.synapt.processor.shape.Shape;

/**
 * Graphs from their text form.
 *
 * <pre>
 * hidden.product [b, 3] = mult(pixels [b, 4], hidden.weight [4, 3])
 * hidden [b, 3] = relu(x + b)(hidden.product, hidden.bias [3])
 * </pre>
 *
 * <p>What no line above defines states its type where it is named first: it is an input if it is
 * batched, else a parameter; {@code ….target} and {@code ….share} are what they are called. A value
 * belongs to the row that its name begins with, and is the row's value if it is called as the row.
 * {@code digit.loss} is trained, and {@code digit} predicted; without a loss, what nobody takes is
 * predicted. What ends in {@code .penalty} is added to the losses, and a parameter that ends in
 * {@code .frozen} is not trained.
 */
public final class GraphText {
  private static final Pattern LINE = Pattern.compile("(\\S+) (\\[[^]]*]) = (.*)\\(([^()]*)\\)");
  private static final Pattern OPERAND = Pattern.compile("([^\\s,]+)( \\[[^]]*])?(?:, )?");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> parameters = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<String, Value> rows = new LinkedHashMap<>();

  private GraphText() {}

  /** Reads a graph and verifies it. */
  public static Graph parse(String text) {
    GraphText parser = new GraphText();
    text.lines().filter(line -> !line.isBlank()).forEach(parser::line);
    return parser.graph().verify();
  }

  private void line(String line) {
    Matcher matcher = LINE.matcher(line.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    List<Value> operands = operands(matcher.group(4));
    String name = matcher.group(1);
    Op op = OpText.parse(matcher.group(3));
    Value result = op.result(name, operands, Shape.of());
    if (!result.type().equals(matcher.group(2))) {
      throw new IllegalArgumentException(line + ": the op gives " + result.type());
    }
    equations.add(new Equation(row(name), result, op, operands));
    values.put(name, result);
    if (row(name).equals(name)) {
      rows.put(name, result);
    }
  }

  private static String row(String name) {
    return name.endsWith(".loss") ? name : name.replaceFirst("\\..*", "");
  }

  private List<Value> operands(String text) {
    List<Value> operands = new ArrayList<>();
    Matcher matcher = OPERAND.matcher(text);
    while (matcher.find()) {
      String type = matcher.group(2);
      operands.add(type == null ? known(matcher.group(1)) : declare(matcher.group(1), type.trim()));
    }
    return operands;
  }

  private Value known(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(name + " is neither defined nor declared above");
    }
    return values.get(name);
  }

  private Value declare(String name, String type) {
    boolean batched = type.startsWith("[b");
    Value value = new Value(name, OpText.shape(type.replaceFirst("b(, )?", "")), batched);
    values.put(name, value);
    if (!batched) {
      parameters.add(value);
    } else if (!name.endsWith(".target") && !name.endsWith(".share")) {
      inputs.add(value);
      rows.put(name, value);
    }
    return value;
  }

  private Graph graph() {
    List<LossValue> losses =
        equations.stream()
            .map(Equation::result)
            .filter(value -> value.name().endsWith(".loss"))
            .map(this::loss)
            .toList();
    List<Value> penalties =
        equations.stream()
            .map(Equation::result)
            .filter(value -> value.name().endsWith(".penalty"))
            .toList();
    Set<Value> untrained =
        parameters.stream()
            .filter(value -> value.name().endsWith(".frozen"))
            .collect(Collectors.toSet());
    return new Graph(
        inputs, parameters, equations, rows, outputs(losses), losses, untrained, penalties);
  }

  private LossValue loss(Value loss) {
    String output = loss.name().replace(".loss", "");
    Value share = Value.of(output + ".share", Shape.of());
    return new LossValue(loss, known(output + ".target"), share);
  }

  private List<Value> outputs(List<LossValue> losses) {
    if (!losses.isEmpty()) {
      return losses.stream().map(loss -> known(loss.value().name().replace(".loss", ""))).toList();
    }
    Set<Value> unused = new LinkedHashSet<>();
    equations.forEach(equation -> unused.add(equation.result()));
    equations.forEach(equation -> equation.operands().forEach(unused::remove));
    unused.removeIf(value -> value.name().endsWith(".penalty"));
    return List.copyOf(unused);
  }
}
