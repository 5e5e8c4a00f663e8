package org.synapt.processor.declaration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;

/**
 * Reads the rows of a type: of a network, or of the body of a block.
 *
 * <p>Its rows are the abstract methods that are written in it. A method with a body is never a row;
 * static and private ones may serve the user's own ends.
 *
 * <p>Problems: {@link Code#DeclarationNotAbstract}, {@link Code#GenericDeclaration}, {@link
 * Code#InheritedRow}, {@link Code#RowWithBody}, {@link Code#OverloadedRow}, {@link
 * Code#EmptyDeclaration}.
 */
final class TypeReader {
  private final BlockReader blocks;
  private final TypeElement type;
  private final Problems problems;
  private final Origin origin;

  TypeReader(BlockReader blocks, TypeElement type, Problems problems) {
    this.blocks = blocks;
    this.type = type;
    this.problems = problems;
    this.origin = Origin.of(type);
  }

  /** The simple name of a type, with those of the types around it, outermost first. */
  static List<String> nesting(TypeElement type) {
    List<String> nesting = new ArrayList<>(List.of(type.getSimpleName().toString()));
    while (type.getEnclosingElement() instanceof TypeElement outer) {
      nesting.add(0, outer.getSimpleName().toString());
      type = outer;
    }
    return nesting;
  }

  List<Row> rows() {
    if (!isAbstract()) {
      problems.add(
          Code.DeclarationNotAbstract,
          origin,
          "%s is neither an interface nor an abstract class".formatted(name()),
          "declare it as an interface: its abstract methods are the rows");
      return List.of();
    }
    checkType();
    List<Row> rows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      row(method, names).ifPresent(rows::add);
    }
    if (names.isEmpty()) {
      problems.add(
          Code.EmptyDeclaration,
          origin,
          "%s has no row".formatted(name()),
          "write its equations as abstract methods, such as @Input(shape = 784) Tensor pixels()");
    }
    return rows;
  }

  private boolean isAbstract() {
    return type.getKind() == ElementKind.INTERFACE
        || type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT);
  }

  private void checkType() {
    if (!type.getTypeParameters().isEmpty()) {
      problems.add(
          Code.GenericDeclaration,
          origin,
          "%s has type parameters".formatted(name()),
          "leave them out: every value of a network is a Tensor");
    }
    for (ExecutableElement inherited : inherited(type, new LinkedHashSet<>())) {
      problems.add(
          Code.InheritedRow,
          origin,
          "%s inherits %s from %s"
              .formatted(
                  name(), inherited.getSimpleName(), Words.ownerOf(inherited).getSimpleName()),
          "write all rows into one type, or put those that several networks share into a block");
      return;
    }
  }

  private static Set<ExecutableElement> inherited(TypeElement type, Set<ExecutableElement> found) {
    List<TypeMirror> above = new ArrayList<>(type.getInterfaces());
    above.add(type.getSuperclass());
    for (TypeMirror mirror : above) {
      if (mirror instanceof DeclaredType declared
          && !Words.isMissing(mirror)
          && declared.asElement() instanceof TypeElement supertype) {
        ElementFilter.methodsIn(supertype.getEnclosedElements()).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .forEach(found::add);
        inherited(supertype, found);
      }
    }
    return found;
  }

  private Optional<Row> row(ExecutableElement method, Set<String> names) {
    String name = method.getSimpleName().toString();
    boolean overloaded = !names.add(name);
    if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
      return withBody(method, name);
    }
    if (overloaded) {
      problems.add(
          Code.OverloadedRow,
          Origin.of(method),
          "there are two rows named %s".formatted(name),
          "give them different names: operands are found by name");
      return Optional.of(wrong(method, name));
    }
    return Optional.of(RowReader.read(blocks, method, RowReader.parameterNames(method), problems));
  }

  /** A row that cannot be understood, if the method looks as if it were meant to be one. */
  private Optional<Row> withBody(ExecutableElement method, String name) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean meant =
        Words.isMarked(method)
            || Words.isTensor(method.getReturnType())
            || Words.isLayer(method.getReturnType());
    if (!meant && (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE))) {
      return Optional.empty();
    }
    problems.add(
        Code.RowWithBody,
        Origin.of(method),
        "%s has a body".formatted(name),
        "leave the body out: a row is an equation that its annotation and operands say in full");
    return Optional.of(wrong(method, name));
  }

  /** Keeps the place of a row of which nothing more is said. */
  private static Row wrong(ExecutableElement method, String name) {
    return new Row(name, false, List.of(), List.of(), Row.State.WRONG, Origin.of(method));
  }

  private String name() {
    return type.getSimpleName().toString();
  }
}
