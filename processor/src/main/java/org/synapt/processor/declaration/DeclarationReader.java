package org.synapt.processor.declaration;

import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
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
    return new Declaration(
        Words.packageOf(elements, type),
        TypeReader.nesting(type),
        new TypeReader(blocks(), type, problems).rows(),
        Origin.of(type));
  }

  /** Reads a block for itself. */
  public BlockDeclaration block(TypeElement annotation, Problems problems) {
    return blocks().read(annotation, problems);
  }

  private BlockReader blocks() {
    return new BlockReader(elements, compiledBlocks);
  }
}
