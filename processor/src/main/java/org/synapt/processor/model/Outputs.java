package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.diagnostic.Spelling;
import org.synapt.processor.layer.Losses;
import org.synapt.processor.shape.Shape;

/**
 * Finds what is trained, and towards what.
 *
 * <p>Problems: {@link Code#OutputNotComputed}, {@link Code#UnknownTargetRow}, {@link
 * Code#TargetRowShape}, and those of the losses.
 */
final class Outputs {
  private final List<Row> rows;
  private final Map<String, Result> results;
  private final Problems problems;

  private Outputs(List<Row> rows, Map<String, Result> results, Problems problems) {
    this.rows = rows;
    this.results = results;
    this.problems = problems;
  }

  /** The outputs among the rows, as far as what they give is known. */
  static List<OutputEntry> of(List<Row> rows, Map<String, Result> results, Problems problems) {
    return new Outputs(rows, results, problems).outputs();
  }

  private List<OutputEntry> outputs() {
    List<OutputEntry> outputs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Optional<Mention> mark = row.mention("Output");
      if (row.sound() && mark.isPresent()) {
        output(row, mark.get(), rows.subList(0, i)).ifPresent(outputs::add);
      }
    }
    return outputs;
  }

  private Optional<OutputEntry> output(Row row, Mention mark, List<Row> above) {
    if (row.layer() || row.mention("Input").isPresent()) {
      problems.add(
          Code.OutputNotComputed,
          mark.origin(),
          row.name() + (row.layer() ? " is a Layer and has no value" : " comes from outside"),
          "mark a row that computes what is to be predicted");
      return Optional.empty();
    }
    boolean named = mark.text("target").isEmpty() || isAbove(mark, above);
    Result result = results.get(row.name());
    if (result == null) {
      Trials.ofAttributes(shape -> tryOut(row, mark, shape)).forEach(problems::add);
      return Optional.empty();
    }
    return Losses.targetShape(row.name(), result.shape(), mark, problems)
        .filter(target -> named && hasShape(row, mark, target))
        .map(target -> new OutputEntry(row.name(), result.entry(), result.shape(), target, mark));
  }

  private static List<Problem> tryOut(Row row, Mention mark, Shape shape) {
    Problems found = new Problems();
    Optional<Shape> target = Losses.targetShape(row.name(), shape, mark, found);
    return target.isPresent() ? List.of() : found.all();
  }

  private boolean isAbove(Mention mark, List<Row> above) {
    String target = mark.text("target");
    if (above.stream().anyMatch(row -> row.name().equals(target) && !row.layer())) {
      return true;
    }
    problems.add(
        Code.UnknownTargetRow,
        mark.origin("target"),
        "no value named %s is declared above".formatted(target),
        Spelling.remedy(
            target, above.stream().filter(row -> !row.layer()).map(Row::name).toList()));
    return false;
  }

  private boolean hasShape(Row row, Mention mark, Shape wanted) {
    Result target = results.get(mark.text("target"));
    if (target == null || target.shape().equals(wanted)) {
      return target != null || mark.text("target").isEmpty();
    }
    problems.add(
        Code.TargetRowShape,
        mark.origin("target"),
        "%s is %s but a target of %s is %s"
            .formatted(target.name(), target.shape(), row.name(), wanted),
        "name a row of that shape, or give %s the shape of %s"
            .formatted(row.name(), target.name()));
    return false;
  }
}
