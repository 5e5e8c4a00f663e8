package org.synapt.processor.card;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.cost.RowCost;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.layer.Losses;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;
import org.synapt.processor.shape.Shape;

/** What stands on a card, whatever its format. Tables begin with their heads. */
record CardFacts(Model model, Costs costs) {

  String title() {
    return model.declaration().name();
  }

  String className() {
    Declaration declaration = model.declaration();
    String name = declaration.generatedName();
    return declaration.packageName().isEmpty() ? name : declaration.packageName() + "." + name;
  }

  List<List<String>> totals() {
    return List.of(
        List.of("", ""),
        List.of("parameters", number(costs.parameters())),
        List.of("of them trained", number(costs.trained())),
        List.of("not trained", number(costs.parameters() - costs.trained())),
        List.of("FLOPs of predicting one example", number(costs.flops())),
        List.of("bytes for each example, predicting", number(costs.predictionBytes())),
        List.of("bytes for each example, training", number(costs.trainingBytes())),
        List.of("bytes of a file of its parameters", number(costs.fileBytes())));
  }

  List<List<String>> inputs() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("input", "shape of one example"));
    model.inputs().forEach(it -> lines.add(List.of(it.name(), it.shape().toString())));
    return lines;
  }

  List<List<String>> outputs() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("output", "shape", "loss", "weight", "target"));
    for (OutputEntry output : model.outputs()) {
      lines.add(
          List.of(
              output.name(),
              output.shape().toString(),
              loss(output),
              decimal(output.output().decimal("weight")),
              target(output)));
    }
    return lines;
  }

  static String loss(OutputEntry output) {
    String formula = output.output().text("formula");
    return formula.isEmpty()
        ? Losses.kerasName(output.output())
            + (output.output().flag("fromLogits") ? " of logits" : "")
        : formula;
  }

  private static String target(OutputEntry output) {
    String row = output.output().text("target");
    String shape = shape(output.targetShape());
    return row.isEmpty() ? shape : row + " " + shape;
  }

  private static String shape(Shape shape) {
    return shape.rank() == 0 ? "a number" : shape.toString();
  }

  List<List<String>> rows() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "row",
            "layer",
            "of",
            "shape",
            "parameters",
            "trained",
            "FLOPs",
            "bytes, predicting",
            "bytes, training"));
    for (RowCost row : costs.rows()) {
      lines.add(line(row));
    }
    return lines;
  }

  private static List<String> line(RowCost row) {
    Entry entry = row.entry();
    return List.of(
        entry.name(),
        entry.describe(),
        String.join(", ", entry.operands()),
        entry.shape().batched(),
        number(row.parameters()),
        number(row.trained()),
        number(row.flops()),
        number(row.predicting().bytes()),
        number(row.training().bytes()));
  }

  /** A program that loads a file and predicts. */
  String loading() {
    Declaration declaration = model.declaration();
    String type = declaration.generatedName();
    String result =
        model.outputs().size() == 1
            ? "float[] " + model.outputs().get(0).name()
            : type + ".Outputs outputs";
    return """
    try (Backend backend = Backends.best();
        %s network = new %s(backend, Seed.of(1))) {
      network.load(Path.of("%s.safetensors"));
      %s = network.predict(%s);
    }
    """
        .formatted(
            type,
            type,
            String.join("_", declaration.nesting()),
            result,
            model.inputs().stream().map(Entry::name).collect(joining(", ")));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.valueOf(number);
  }
}
