package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Member;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * Finds what is wrong with a block whatever its use.
 *
 * <p>The body is tried on operands of several ranks and extents. What is said in the same words
 * every time does not depend on the use.
 *
 * <p>Problems: {@link Code#BlockWithoutInput}, {@link Code#BlockWithoutResult}, {@link
 * Code#OutputInBlock}, {@link Code#RecursiveBlock}, {@link Code#UnusedRow}, and those of {@link
 * Resolution} and {@link ShapeInference}.
 */
final class BodyCheck {
  /** What a network may state that uses the block. */
  private static final int SOME_BATCH = 1;

  private final BlockDeclaration block;
  private final Blocks blocks;
  private final Problems problems = new Problems();

  private BodyCheck(BlockDeclaration block, Blocks blocks) {
    this.block = block;
    this.blocks = blocks;
  }

  static Body check(BlockDeclaration block, Blocks blocks) {
    return new BodyCheck(block, blocks).check();
  }

  private Body check() {
    checkRecursion();
    checkEnds();
    List<ResolvedRow> rows = Resolution.of(block.rows(), Optional.of(block), blocks, problems);
    boolean resolved = rows.size() == block.rows().size() && !problems.hasErrors();
    if (resolved) {
      Trials.always(shape -> tryOut(rows, shape)).forEach(problems::add);
    }
    if (resolved && !problems.hasErrors()) {
      UnusedRows.check(rows, Set.of(rows.get(rows.size() - 1).name()), problems);
    }
    return new Body(rows, problems.all(), resolved && !problems.hasErrors());
  }

  private void checkEnds() {
    if (block.rows().stream().noneMatch(row -> row.mention("Input").isPresent())) {
      problems.add(
          Code.BlockWithoutInput,
          block.origin(),
          "@%s takes nothing".formatted(block.name()),
          "begin its body with an @Input row for each operand: @Input Tensor x()");
    }
    for (Row row : block.rows()) {
      row.mention("Output")
          .ifPresent(
              output ->
                  problems.add(
                      Code.OutputInBlock,
                      output.origin(),
                      "%s is in the body of @%s".formatted(row.name(), block.name()),
                      "mark a row of the network: what a block gives is its last row"));
    }
    Row last = block.rows().get(block.rows().size() - 1);
    if (last.sound() && (last.layer() || last.mention("Input").isPresent())) {
      problems.add(
          Code.BlockWithoutResult,
          last.origin(),
          "the last row of @%s, %s, computes nothing".formatted(block.name(), last.name()),
          "end the body with the row whose value the block gives");
    }
  }

  /** Tells of a circle of blocks at the first of them by name, so that it is told once. */
  private void checkRecursion() {
    for (Row row : block.rows()) {
      for (Mention mention : row.mentions()) {
        Optional<List<String>> circle =
            mention.block().flatMap(used -> circle(used, new ArrayList<>(List.of(name(block)))));
        if (circle.isPresent() && Collections.min(circle.get()).equals(name(block))) {
          problems.add(
              Code.RecursiveBlock,
              mention.origin(),
              "@%s is made of itself: %s".formatted(block.name(), String.join(" → ", circle.get())),
              "leave one of them out: what is expanded has to come to an end");
          return;
        }
      }
    }
  }

  /** The names from the block back to itself; a block inside that circle is read without rows. */
  private Optional<List<String>> circle(BlockDeclaration used, List<String> path) {
    path.add(name(used));
    if (used.qualifiedName().equals(block.qualifiedName())) {
      return Optional.of(List.copyOf(path));
    }
    for (Row row : used.rows()) {
      for (Mention mention : row.mentions()) {
        Optional<List<String>> circle = mention.block().flatMap(it -> circle(it, path));
        if (circle.isPresent()) {
          return circle;
        }
      }
    }
    path.remove(path.size() - 1);
    return Optional.empty();
  }

  private static String name(BlockDeclaration block) {
    return "@" + block.name();
  }

  private List<Problem> tryOut(List<ResolvedRow> rows, Shape shape) {
    Problems found = new Problems();
    List<Result> operands =
        Collections.nCopies(rows.size(), new Result("x", "x", shape, "x " + shape));
    new ShapeInference(blocks, found, SOME_BATCH).infer(rows, operands, Scope.trial(anyUse()));
    return found.all().stream().filter(problem -> !dependsOnUse(problem, rows)).toList();
  }

  /** A use that states of each attribute some value, which nobody has written. */
  private Mention anyUse() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (Member member : block.members()) {
      attributes.put(member.name(), new Attribute(member.sample(), true, Origin.NOWHERE));
    }
    return new Mention(block.name(), attributes, Optional.empty(), Origin.NOWHERE);
  }

  /** Whether a problem may come from what {@link #anyUse} states. */
  private static boolean dependsOnUse(Problem problem, List<ResolvedRow> rows) {
    return problem.origin().equals(Origin.NOWHERE)
        || rows.stream()
            .flatMap(row -> row.row().mentions().stream())
            .anyMatch(it -> it.origin().equals(problem.origin()) && OfBlock.occursIn(it));
  }
}
