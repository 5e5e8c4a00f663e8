package org.synapt.processor.declaration;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;

/** Reads what the user wrote. */
public final class DeclarationReader {
  private final Elements elements;
  private final Set<String> compiledBlocks;

  /**
   * A reader for one round of compilation.
   *
   * @param compiledBlocks the qualified names of the blocks whose source is being compiled
   */
  public DeclarationReader(Elements elements, Set<String> compiledBlocks) {
    this.elements = elements;
    this.compiledBlocks = compiledBlocks;
  }

  /** Reads a network. */
  public Declaration network(TypeElement type, Problems problems) {
    Optional<AnnotationMirror> budget = Words.budget(type);
    Optional<Mention> mention =
        budget.flatMap(mirror -> MentionReader.read(type, mirror, Optional.empty()));
    return new Declaration(
        Words.packageOf(elements, type),
        TypeReader.nesting(type),
        new TypeReader(blocks(), type, problems).rows(),
        mention,
        mention.isPresent() || budget.isEmpty(),
        Origin.of(type));
  }

  /** Tells of a budget on a type of which no class is written. */
  public static void checkBudget(TypeElement type, Problems problems) {
    Optional<AnnotationMirror> budget = Words.budget(type);
    if (budget.isPresent() && !Words.isNetwork(type)) {
      problems.add(
          Code.BudgetWithoutNetwork,
          new Origin(type, budget.get(), null),
          "%s is no network, so that its budget limits nothing".formatted(type.getSimpleName()),
          "put @Budget beside @Network");
    }
  }

  /** Reads a block for itself. */
  public BlockDeclaration block(TypeElement annotation, Problems problems) {
    return blocks().read(annotation, problems);
  }

  private BlockReader blocks() {
    return new BlockReader(elements, compiledBlocks);
  }
}
