package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Operand;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.diagnostic.Spelling;
import org.synapt.processor.layer.Arity;

/**
 * Finds the rows that one row names as its operands.
 *
 * <p>Problems: {@link Code#UnknownOperand}, {@link Code#OperandBelow}, {@link Code#NoRowAbove},
 * {@link Code#LayerAsTensor}, {@link Code#TensorAsLayer}, {@link Code#ApplyWithoutLayer}, {@link
 * Code#OperandCount}.
 */
final class OperandResolution {
  private final List<Row> rows;
  private final int at;
  private final Map<String, Optional<ResolvedRow>> above;
  private final Optional<ResolvedRow> previous;
  private final Blocks blocks;
  private final Problems problems;

  /**
   * A resolution of one row's operands.
   *
   * @param rows all rows of the declaration
   * @param at where the row stands among them
   * @param above those above by name; empty for one that was left out
   * @param previous the one directly above; empty if there is none or it was left out
   */
  OperandResolution(
      List<Row> rows,
      int at,
      Map<String, Optional<ResolvedRow>> above,
      Optional<ResolvedRow> previous,
      Blocks blocks,
      Problems problems) {
    this.rows = rows;
    this.at = at;
    this.above = above;
    this.previous = previous;
    this.blocks = blocks;
    this.problems = problems;
  }

  /** The row with its operands; empty if one of them is not there. */
  Optional<ResolvedRow> resolve(Row row, Mention layer) {
    if (layer.is("Apply")) {
      return apply(row, layer);
    }
    Arity arity = blocks.arity(layer);
    Optional<List<ResolvedRow.Link>> links =
        row.operands().isEmpty() && !arity.equals(Arity.NONE)
            ? directlyAbove(row, layer)
            : tensors(row.operands());
    return links
        .filter(it -> allows(arity, "@" + layer.name(), row, layer, it.size(), 0))
        .map(it -> new ResolvedRow(row, layer, it, Optional.empty()));
  }

  private Optional<ResolvedRow> apply(Row row, Mention apply) {
    List<Operand> operands = row.operands();
    if (operands.isEmpty() || !operands.get(0).layer()) {
      problems.add(
          Code.ApplyWithoutLayer,
          operands.isEmpty() ? apply.origin() : operands.get(0).origin(),
          "%s names no layer to apply".formatted(row.name()),
          "name a row that returns Layer first: %s(Layer encoder, Tensor x)".formatted(row.name()));
      return Optional.empty();
    }
    Optional<ResolvedRow> layer = find(operands.get(0));
    Optional<List<ResolvedRow.Link>> links = tensors(operands.subList(1, operands.size()));
    if (layer.isEmpty() || links.isEmpty()) {
      return Optional.empty();
    }
    Arity arity = blocks.arity(layer.get().layer());
    return links
        .filter(it -> allows(arity, layer.get().name(), row, apply, it.size(), 1))
        .map(it -> new ResolvedRow(row, apply, it, layer));
  }

  private Optional<List<ResolvedRow.Link>> directlyAbove(Row row, Mention layer) {
    if (at == 0) {
      if (rows.stream().anyMatch(it -> it.mention("Input").isPresent())) {
        problems.add(
            Code.NoRowAbove,
            layer.origin(),
            "%s takes the row directly above, and there is none".formatted(row.name()),
            "declare what it takes above it");
      }
      return Optional.empty();
    }
    if (previous.isPresent() && previous.get().row().layer()) {
      problems.add(
          Code.LayerAsTensor,
          layer.origin(),
          "%s takes the row directly above, but %s is a Layer and has no value"
              .formatted(row.name(), previous.get().name()),
          "name the operand, or apply %s with an @Apply row".formatted(previous.get().name()));
      return Optional.empty();
    }
    return previous.map(it -> List.of(new ResolvedRow.Link(it, layer.origin())));
  }

  private Optional<List<ResolvedRow.Link>> tensors(List<Operand> operands) {
    List<ResolvedRow.Link> links = new ArrayList<>();
    for (Operand operand : operands) {
      if (operand.layer()) {
        problems.add(
            Code.LayerAsTensor,
            operand.origin(),
            "%s is a Layer where a Tensor is taken".formatted(operand.name()),
            "apply it with an @Apply row first, and name that row");
      } else {
        find(operand).ifPresent(it -> links.add(new ResolvedRow.Link(it, operand.origin())));
      }
    }
    return links.size() == operands.size() ? Optional.of(links) : Optional.empty();
  }

  private Optional<ResolvedRow> find(Operand operand) {
    Optional<ResolvedRow> found = above.get(operand.name());
    if (found == null) {
      tellOfUnknown(operand);
      return Optional.empty();
    }
    if (found.isPresent() && found.get().row().layer() != operand.layer()) {
      tellOfKind(operand);
      return Optional.empty();
    }
    return found;
  }

  private void tellOfUnknown(Operand operand) {
    String name = operand.name();
    if (name.equals(rows.get(at).name())) {
      problems.add(
          Code.OperandBelow,
          operand.origin(),
          "%s takes itself".formatted(name),
          "name a row above it");
    } else if (rows.stream().anyMatch(row -> row.name().equals(name))) {
      problems.add(
          Code.OperandBelow,
          operand.origin(),
          "%s is declared below".formatted(name),
          "move it up: a row takes only rows above it");
    } else {
      problems.add(
          Code.UnknownOperand,
          operand.origin(),
          "no %s named %s is declared above".formatted(operand.layer() ? "layer" : "value", name),
          Spelling.remedy(name, candidates(operand.layer())));
    }
  }

  private List<String> candidates(boolean layers) {
    return rows.subList(0, at).stream()
        .filter(row -> row.layer() == layers)
        .map(Row::name)
        .distinct()
        .toList();
  }

  private void tellOfKind(Operand operand) {
    if (operand.layer()) {
      problems.add(
          Code.TensorAsLayer,
          operand.origin(),
          "%s is a Tensor where a Layer is taken".formatted(operand.name()),
          "name a row that returns Layer, or declare the operand as a Tensor");
    } else {
      problems.add(
          Code.LayerAsTensor,
          operand.origin(),
          "%s is a Layer where a Tensor is taken".formatted(operand.name()),
          "apply it with an @Apply row first, and name that row");
    }
  }

  /**
   * Whether a layer takes that many operands.
   *
   * @param taker what takes them, in the user's words
   * @param before how many parameters stand before them
   */
  private boolean allows(
      Arity arity, String taker, Row row, Mention layer, int operands, int before) {
    if (arity.allows(operands)) {
      return true;
    }
    boolean surplus = operands > arity.most();
    Origin origin = surplus ? row.operands().get(arity.most() + before).origin() : layer.origin();
    problems.add(
        Code.OperandCount,
        origin,
        "%s takes %s, but %s has %s".formatted(taker, count(arity), row.name(), operands),
        surplus
            ? "leave out what it does not take"
            : "name what it takes as parameters of %s".formatted(row.name()));
    return false;
  }

  private static String count(Arity arity) {
    if (arity.equals(Arity.NONE)) {
      return "no operands";
    }
    return arity + (arity.equals(Arity.ONE) ? " operand" : " operands");
  }
}
