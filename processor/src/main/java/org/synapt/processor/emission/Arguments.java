package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.synapt.processor.graph.Value;
import org.synapt.processor.model.Model;

/** The arrays that a method takes, in the order of their rows. */
record Arguments(List<Argument> list) {

  /** An argument for each value, named like it; a target like its output. */
  static Arguments of(List<Value> values, String suffix, Identifiers names) {
    return new Arguments(
        values.stream().map(value -> argument(value, value.name() + suffix, names)).toList());
  }

  /** An argument for each output, named like its row, which for a block is not its value's name. */
  static Arguments named(Model model, List<Value> outputs, Identifiers names) {
    return new Arguments(
        IntStream.range(0, outputs.size())
            .mapToObj(i -> argument(outputs.get(i), model.outputs().get(i).name(), names))
            .toList());
  }

  private static Argument argument(Value value, String label, Identifiers names) {
    return new Argument(value, label, names.of(label), names.of(label + ".at"));
  }

  Argument of(Value value) {
    return list.stream()
        .filter(argument -> argument.value().equals(value))
        .findFirst()
        .orElseThrow();
  }

  /** These and others behind them. */
  Arguments and(Arguments others) {
    return new Arguments(Stream.concat(list.stream(), others.list.stream()).toList());
  }

  CodeBlock join(Function<Argument, CodeBlock> text) {
    return CodeBlock.join(list.stream().map(text).toList(), ",$W");
  }

  /** {@code Column.of("pixels", 784, pixels)}, for each. */
  CodeBlock columns() {
    return join(
        argument ->
            CodeBlock.of(
                "$T.of($S, $L, $L)",
                RuntimeNames.COLUMN,
                argument.row(),
                Numbers.whole(argument.floats()),
                argument.name()));
  }
}
