package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;

/**
 * Finds what each row does, and the rows that it names.
 *
 * <p>A row that cannot be resolved is left out, and so are, in silence, all that need it.
 *
 * <p>Problems: {@link Code#RowWithoutLayer}, {@link Code#SeveralLayers}, {@link Code#NotALayer},
 * {@link Code#LayerRowWithOperand}, {@link Code#BlockInputWithShape}, {@link
 * Code#BlockWithoutRows}, {@link Code#RepeatNotAllowed}, and those of {@link OfBlock} and {@link
 * OperandResolution}.
 */
final class Resolution {
  private static final List<String> NO_LAYERS = List.of("Input", "Apply", "Formula");

  private final List<Row> rows;
  private final Optional<BlockDeclaration> block;
  private final Blocks blocks;
  private final Problems problems;

  /** The rows by name; empty for one that was left out. */
  private final Map<String, Optional<ResolvedRow>> above = new LinkedHashMap<>();

  private Resolution(
      List<Row> rows, Optional<BlockDeclaration> block, Blocks blocks, Problems problems) {
    this.rows = rows;
    this.block = block;
    this.blocks = blocks;
    this.problems = problems;
  }

  /**
   * Resolves the rows of a network or of a body.
   *
   * @param block the block whose body they are, if they are one's
   */
  static List<ResolvedRow> of(
      List<Row> rows, Optional<BlockDeclaration> block, Blocks blocks, Problems problems) {
    return new Resolution(rows, block, blocks, problems).resolve();
  }

  private List<ResolvedRow> resolve() {
    List<ResolvedRow> resolved = new ArrayList<>();
    Optional<ResolvedRow> previous = Optional.empty();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      OperandResolution operands =
          new OperandResolution(rows, i, above, previous, blocks, problems);
      previous =
          row.sound() ? layer(row).flatMap(it -> resolve(row, it, operands)) : Optional.empty();
      previous.ifPresent(resolved::add);
      above.putIfAbsent(row.name(), previous);
    }
    return resolved;
  }

  /** The one layer annotation of a row. */
  private Optional<Mention> layer(Row row) {
    List<Mention> layers = row.layers();
    if (layers.isEmpty()) {
      problems.add(
          Code.RowWithoutLayer,
          row.origin(),
          "%s has no layer".formatted(row.name()),
          "say with an annotation what makes it, such as @Dense(units = 10), or @Input");
      return Optional.empty();
    }
    if (layers.size() > 1) {
      problems.add(
          Code.SeveralLayers,
          layers.get(1).origin(),
          "%s has two layers, @%s and @%s"
              .formatted(row.name(), layers.get(0).name(), layers.get(1).name()),
          "give each a row of its own: the lower takes the one directly above");
      return Optional.empty();
    }
    return Optional.of(layers.get(0));
  }

  private Optional<ResolvedRow> resolve(Row row, Mention layer, OperandResolution operands) {
    boolean sound = checkBlock(layer) & checkPlaces(row, layer);
    sound &= RecurrentSurroundings.check(row, layer, problems);
    sound &= TimeDistribution.check(row, layer, problems);
    Freezing.check(row, layer, problems);
    for (Mention mention : row.mentions()) {
      sound &= OfBlock.check(mention, block, problems);
    }
    Optional<ResolvedRow> resolved =
        row.layer()
            ? Optional.of(new ResolvedRow(row, layer, List.of(), Optional.empty()))
            : operands.resolve(row, layer);
    return sound ? resolved.filter(this::checkRepeat) : Optional.empty();
  }

  private boolean checkBlock(Mention layer) {
    if (layer.block().isEmpty()) {
      return true;
    }
    BlockDeclaration used = layer.block().get();
    if (used.rows().isEmpty() && !used.fromSource()) {
      problems.add(
          Code.BlockWithoutRows,
          layer.origin(),
          "the rows of @%s cannot be read: there is no class %s beside it"
              .formatted(used.name(), used.companionName()),
          "compile @%s with Synapt's processor: a class file alone does not keep their order"
              .formatted(used.name()));
      return false;
    }
    Body body = blocks.body(used);
    if (!used.fromSource()) {
      body.problems().stream()
          .filter(problem -> problem.code().isError())
          .forEach(problem -> problems.add(atUse(problem, layer)));
    }
    return body.usable();
  }

  private static Problem atUse(Problem problem, Mention use) {
    return new Problem(
        problem.code(),
        use.origin(),
        "in @%s: %s".formatted(use.name(), problem.finding()),
        problem.remedy());
  }

  private boolean checkPlaces(Row row, Mention layer) {
    if (row.layer() && NO_LAYERS.stream().anyMatch(layer::is)) {
      problems.add(
          Code.NotALayer,
          layer.origin(),
          "%s returns Layer, but @%s declares none".formatted(row.name(), layer.name()),
          "let it return Tensor");
      return false;
    }
    if (row.layer() && !row.operands().isEmpty()) {
      problems.add(
          Code.LayerRowWithOperand,
          row.operands().get(0).origin(),
          "%s declares a layer without applying it, so it takes no operands".formatted(row.name()),
          "name them in the @Apply rows that apply it, or let it return Tensor");
      return false;
    }
    if (block.isPresent() && layer.is("Input") && layer.states("shape")) {
      problems.add(
          Code.BlockInputWithShape,
          layer.origin("shape"),
          "%s stands for an operand of @%s and has its shape"
              .formatted(row.name(), block.get().name()),
          "leave the shape out");
      return false;
    }
    return true;
  }

  private boolean checkRepeat(ResolvedRow row) {
    Optional<Mention> own = row.row().mention("Repeat");
    if (own.isPresent() && (row.input() || row.applied().isPresent())) {
      return repeatNotAllowed(
          own.get(),
          row.name() + (row.input() ? " is an input" : " applies a layer that exists already"),
          row.input() ? "leave it out" : "put @Repeat on the row that declares the layer");
    }
    if (row.repeat().isPresent() && !row.row().layer() && row.operands().size() != 1) {
      return repeatNotAllowed(
          row.repeat().get(),
          "%s takes %s operands, but a copy has only the one before it to take"
              .formatted(row.name(), row.operands().size()),
          "repeat layers that take one operand, or write the rows out");
    }
    return true;
  }

  private boolean repeatNotAllowed(Mention repeat, String finding, String remedy) {
    problems.add(Code.RepeatNotAllowed, repeat.origin(), finding, remedy);
    return false;
  }
}
