package org.synapt.processor.declaration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;

/**
 * Reads the user's own layers, and those that they use.
 *
 * <p>A block that uses itself is read without rows where it does; {@code model} tells of it.
 *
 * <p>Problems: {@link Code#BlockWithoutBody}, {@link Code#SeveralBodies}.
 */
final class BlockReader {
  private final Elements elements;
  private final Set<String> compiled;

  /** The blocks that are being read, innermost last, by their qualified names. */
  private final Deque<String> path = new ArrayDeque<>();

  /**
   * A reader.
   *
   * @param compiled the qualified names of the blocks whose source is being compiled
   */
  BlockReader(Elements elements, Set<String> compiled) {
    this.elements = elements;
    this.compiled = compiled;
  }

  Words words() {
    return new Words(elements);
  }

  /** Reads a block that a row uses; what is wrong in it is told where it is read for itself. */
  BlockDeclaration read(TypeElement annotation) {
    return read(annotation, new Problems());
  }

  BlockDeclaration read(TypeElement annotation, Problems problems) {
    String name = annotation.getQualifiedName().toString();
    if (path.contains(name)) {
      return block(annotation, List.of());
    }
    path.addLast(name);
    try {
      return block(annotation, rows(annotation, problems));
    } finally {
      path.removeLast();
    }
  }

  private BlockDeclaration block(TypeElement annotation, List<Row> rows) {
    return new BlockDeclaration(
        Words.packageOf(elements, annotation),
        TypeReader.nesting(annotation),
        ElementFilter.methodsIn(annotation.getEnclosedElements()).stream()
            .map(MemberReader::read)
            .toList(),
        rows,
        compiled.contains(annotation.getQualifiedName().toString()),
        Origin.of(annotation));
  }

  private List<Row> rows(TypeElement annotation, Problems problems) {
    List<TypeElement> bodies =
        ElementFilter.typesIn(annotation.getEnclosedElements()).stream()
            .filter(type -> type.getKind() == ElementKind.INTERFACE)
            .toList();
    if (bodies.size() == 1) {
      return compiled.contains(annotation.getQualifiedName().toString())
          ? new TypeReader(this, bodies.get(0), problems).rows()
          : Companion.rows(this, elements, annotation, bodies.get(0));
    }
    tellOfBodies(annotation, bodies, problems);
    return List.of();
  }

  private static void tellOfBodies(
      TypeElement annotation, List<TypeElement> bodies, Problems problems) {
    if (bodies.isEmpty()) {
      problems.add(
          Code.BlockWithoutBody,
          Origin.of(annotation),
          "@%s has no body".formatted(annotation.getSimpleName()),
          "write its rows into an interface nested in it: interface Body { ... }");
    } else {
      problems.add(
          Code.SeveralBodies,
          Origin.of(bodies.get(1)),
          "@%s has %s bodies".formatted(annotation.getSimpleName(), bodies.size()),
          "keep one interface in it: what the others do can be a block of its own");
    }
  }
}
