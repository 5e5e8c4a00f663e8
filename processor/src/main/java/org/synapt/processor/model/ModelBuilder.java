package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;

/**
 * Understands a declaration: resolves its rows, expands its blocks, infers its shapes.
 *
 * <p>Problems: {@link Code#NoInput}, {@link Code#NoOutput}, and those of the room's other classes.
 */
public final class ModelBuilder {
  private ModelBuilder() {}

  /** The model of a network; if anything is wrong, of as much of it as can be understood. */
  public static Model build(Declaration declaration, Problems problems) {
    Blocks blocks = new Blocks();
    List<Row> rows = declaration.rows();
    if (!rows.isEmpty() && !inherits(problems)) {
      checkEnds(declaration, problems);
    }
    List<ResolvedRow> resolved = Resolution.of(rows, Optional.empty(), blocks, problems);
    int batchSize = RecurrentSurroundings.batchSize(rows, problems);
    ShapeInference inference = new ShapeInference(blocks, problems, batchSize);
    Map<String, Result> results = inference.infer(resolved, new ArrayList<>(), Scope.NETWORK);
    List<OutputEntry> outputs = Outputs.of(rows, results, problems);
    NetworkSize.check(rows, inference.entries(), problems);
    NetworkSize.checkArguments(declaration, problems);
    WholeNumbers.check(resolved, inference.entries(), problems);
    if (!problems.hasErrors() && resolved.size() == rows.size()) {
      UnusedRows.check(resolved, results(resolved), problems);
    }
    return new Model(declaration, inference.entries(), outputs);
  }

  /** Tells what is wrong with a block whatever its use. */
  public static void check(BlockDeclaration block, Problems problems) {
    new Blocks().body(block).problems().forEach(problems::add);
  }

  /** Whether rows stand elsewhere that cannot be read: inputs and outputs may be among them. */
  private static boolean inherits(Problems problems) {
    return problems.all().stream().anyMatch(problem -> problem.code() == Code.InheritedRow);
  }

  private static void checkEnds(Declaration declaration, Problems problems) {
    if (none(declaration, "Input")) {
      problems.add(
          Code.NoInput,
          declaration.origin(),
          "%s has no input".formatted(declaration.name()),
          "begin with a row that comes from outside: @Input(shape = 784) Tensor pixels()");
    }
    if (none(declaration, "Output")) {
      problems.add(
          Code.NoOutput,
          declaration.origin(),
          "%s has no output".formatted(declaration.name()),
          "mark the row to be trained: @Output(loss = MEAN_SQUARED_ERROR)");
    }
  }

  /** Whether no row has the annotation, and none may have it that cannot be read. */
  private static boolean none(Declaration declaration, String annotation) {
    return declaration.rows().stream()
        .noneMatch(row -> row.mention(annotation).isPresent() || !row.sound());
  }

  private static Set<String> results(List<ResolvedRow> rows) {
    Set<String> results = new HashSet<>();
    for (ResolvedRow row : rows) {
      row.output()
          .ifPresent(
              output -> {
                results.add(row.name());
                results.add(output.text("target"));
              });
    }
    return results;
  }
}
