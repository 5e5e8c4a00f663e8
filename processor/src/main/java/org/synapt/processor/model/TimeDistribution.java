package org.synapt.processor.model;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/**
 * A row whose layer is applied to every step of its operands.
 *
 * <pre>x [b, T, …]   →   y [b, T, …], where the layer makes y[t] of x[t]</pre>
 *
 * <p>Problems: {@link Code#NotASequence}, {@link Code#StepsDiffer}, {@link
 * Code#TimeDistributedNotAllowed}.
 *
 * @param row the row
 * @param operands what it takes
 * @param scope where
 */
record TimeDistribution(ResolvedRow row, List<Result> operands, Scope scope) {

  /** What the layer is applied to: one step of each operand; empty if that cannot be. */
  Optional<List<Result>> steps(Problems problems) {
    for (int i = 0; i < operands.size(); i++) {
      Optional<Problem> problem = problem(i);
      if (problem.isPresent()) {
        problems.add(scope.atUse(problem.get(), row.name()));
        return Optional.empty();
      }
    }
    return Optional.of(operands.stream().map(it -> it.of(it.shape().without(0))).toList());
  }

  private Optional<Problem> problem(int operand) {
    Result it = operands.get(operand);
    if (it.shape().rank() < 2) {
      return Optional.of(
          new Problem(
              Code.NotASequence,
              row.operands().get(operand).origin(),
              "%s is applied to every step, but %s %s has no steps with something in them"
                  .formatted(row.name(), it.name(), it.shape()),
              "give it the shape [steps, ...], or leave @TimeDistributed out"));
    }
    Result first = operands.get(0);
    if (it.shape().extent(0) == first.shape().extent(0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Code.StepsDiffer,
            row.operands().get(operand).origin(),
            "%s %s has %s steps, but %s %s has %s"
                .formatted(
                    it.name(),
                    it.shape(),
                    Shape.text(it.shape().extent(0)),
                    first.name(),
                    first.shape(),
                    Shape.text(first.shape().extent(0))),
            "give all operands of %s the same number of steps".formatted(row.name())));
  }

  /** How many steps there are. */
  int extent() {
    return operands.get(0).shape().extent(0);
  }

  /** What the row gives if its layer gives that at each step. */
  Result whole(Result ofStep) {
    Shape shape = ofStep.shape().inserting(0, extent());
    String trace = operands.get(0).trace() + " → " + ofStep.entry() + " " + shape;
    return new Result(ofStep.name(), ofStep.entry(), shape, trace, ofStep.maker(), ofStep.folded());
  }

  /**
   * Whether {@code @TimeDistributed} stands where it means something, if it stands there at all.
   */
  static boolean check(Row row, Mention layer, Problems problems) {
    Optional<Mention> mark = row.mention("TimeDistributed");
    if (mark.isEmpty() || !layer.is("Input")) {
      return true;
    }
    problems.add(
        Code.TimeDistributedNotAllowed,
        mark.get().origin(),
        "%s is an input, which no layer makes".formatted(row.name()),
        "put it on the rows that take %s".formatted(row.name()));
    return false;
  }

  /** Whether a layer in a row can be applied to every step as it is; a problem if not. */
  static boolean isSound(Application it, Problems problems) {
    Optional<Problem> problem = it.folded().rank() == 0 ? Optional.empty() : stateful(it);
    if (it.layer().is("State") && !it.operands().get(0).folded().equals(it.folded())) {
      problem = Optional.of(unlikeItsRow(it));
    }
    problem.ifPresent(problems::add);
    return problem.isEmpty();
  }

  private static Optional<Problem> stateful(Application it) {
    boolean stateful =
        it.layer().attributes().containsKey("stateful") && it.layer().flag("stateful");
    return stateful
        ? Optional.of(
            new Problem(
                Code.TimeDistributedNotAllowed,
                it.layer().origin("stateful"),
                "%s keeps the states of a batch, but is applied to every step of it"
                    .formatted(it.row().name()),
                "leave out stateful, or @TimeDistributed"))
        : Optional.empty();
  }

  private static Problem unlikeItsRow(Application it) {
    boolean everyStep = it.operands().get(0).folded().rank() > it.folded().rank();
    String operand = it.operands().get(0).name();
    return new Problem(
        Code.TimeDistributedNotAllowed,
        it.layer().origin(),
        everyStep
            ? "%s has a state for every step".formatted(operand)
            : "%s has one state, and not one for every step".formatted(operand),
        everyStep ? "put @TimeDistributed here too" : "leave @TimeDistributed out here");
  }
}
