package org.synapt.processor.model;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.shape.Shape;

/**
 * Where rows are being expanded: in a network, or in one use of a block.
 *
 * @param path what stands before the names of its entries: {@code trunk[2].}
 * @param ownerPath what stands before the names under which their parameters go
 * @param outer the network's row; empty in the network itself
 * @param use the annotation that uses the block, with nothing left that a block decides
 * @param outermost where a problem of this use is told: the use that is not in a block itself
 * @param told what has been told of the body whatever its use
 * @param frozen whether nothing in it is trained
 * @param folded the extents that count as examples in it
 */
record Scope(
    String path,
    String ownerPath,
    Optional<String> outer,
    Optional<Mention> use,
    Optional<Mention> outermost,
    List<Problem> told,
    boolean frozen,
    Shape folded) {

  static final Scope NETWORK =
      new Scope(
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          Shape.of());

  /** The body of a block, tried out for itself. */
  static Scope trial(Mention use) {
    return new Scope(
        "", "", Optional.empty(), Optional.of(use), Optional.empty(), List.of(), false, Shape.of());
  }

  /**
   * The body of a block that is applied in this scope, under a name of its own where it repeats.
   */
  Scope inside(Application it, Body body) {
    return new Scope(
        it.name() + ".",
        it.owner() + ".",
        Optional.of(outer(it.row().name())),
        Optional.of(it.layer()),
        outermost.or(() -> Optional.of(it.layer())),
        body.problems(),
        frozen || it.row().frozen(),
        it.folded());
  }

  String outer(String row) {
    return outer.orElse(row);
  }

  /** Whether the rows stand in source that is being compiled, so that they can be pointed at. */
  boolean canBeSeen() {
    return use.flatMap(Mention::block).map(BlockDeclaration::fromSource).orElse(true);
  }

  Mention substitute(Mention mention) {
    return use.map(it -> OfBlock.substitute(mention, it)).orElse(mention);
  }

  /** The same problem, told where the block is used if it is a block's. */
  Problem atUse(Problem problem, String row) {
    if (outermost.isEmpty()) {
      return problem;
    }
    Mention it = outermost.get();
    return new Problem(
        problem.code(),
        atUse(problem.origin()),
        "in @%s, row %s: %s".formatted(it.name(), row, problem.finding()),
        problem.remedy());
  }

  /** Where something in a body is told of: at the attribute that decides it, or at the use. */
  Origin atUse(Origin origin) {
    return outermost
        .filter(use -> !origins(use).contains(origin))
        .map(Mention::origin)
        .orElse(origin);
  }

  private static List<Origin> origins(Mention mention) {
    return mention.attributes().values().stream().map(it -> it.origin()).toList();
  }
}
