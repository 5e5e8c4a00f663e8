package org.synapt.processor.declaration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.diagnostic.Spelling;

/** Recognises the words of the language among the types of Java. */
final class Words {
  private static final String LANGUAGE = "org.synapt.annotations";
  private static final String BLOCK = LANGUAGE + ".Block";

  private final Elements elements;

  Words(Elements elements) {
    this.elements = elements;
  }

  /** Says which layer was meant by an annotation that does not exist, if that can be said. */
  void tellOfMeant(Origin origin, AnnotationMirror missing, Problems problems) {
    String name = missing.getAnnotationType().asElement().getSimpleName().toString();
    Spelling.closest(name, layers())
        .ifPresent(
            meant ->
                problems.add(
                    Code.UnknownLayer,
                    origin,
                    "there is no layer @%s".formatted(name),
                    "did you mean @%s?".formatted(meant)));
  }

  private List<String> layers() {
    return elements.getPackageElement(LANGUAGE).getEnclosedElements().stream()
        .filter(type -> type.getKind() == ElementKind.ANNOTATION_TYPE)
        .map(type -> type.getSimpleName().toString())
        .toList();
  }

  static boolean isTensor(TypeMirror type) {
    return is(type, LANGUAGE + ".Tensor");
  }

  static boolean isLayer(TypeMirror type) {
    return is(type, LANGUAGE + ".Layer");
  }

  /** Whether an annotation is one of the language's own. */
  static boolean isOurs(TypeElement annotation) {
    return annotation.getEnclosingElement() instanceof QualifiedNameable place
        && place.getQualifiedName().contentEquals(LANGUAGE);
  }

  /** Whether an annotation is a user's own layer. */
  static boolean isBlock(TypeElement annotation) {
    return annotation.getAnnotationMirrors().stream()
        .anyMatch(mirror -> is(mirror.getAnnotationType(), BLOCK));
  }

  static boolean isNetwork(TypeElement type) {
    return annotation(type, LANGUAGE + ".Network").isPresent();
  }

  /** What a network may cost, as written on it. */
  static Optional<AnnotationMirror> budget(TypeElement type) {
    return annotation(type, LANGUAGE + ".Budget");
  }

  private static Optional<AnnotationMirror> annotation(TypeElement type, String name) {
    return type.getAnnotationMirrors().stream()
        .filter(mirror -> is(mirror.getAnnotationType(), name))
        .<AnnotationMirror>map(mirror -> mirror)
        .findFirst();
  }

  /** Whether a type does not exist, or not yet. */
  static boolean isMissing(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR;
  }

  static Optional<TypeElement> element(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement() instanceof TypeElement type
            && !isMissing(annotation.getAnnotationType())
        ? Optional.of(type)
        : Optional.empty();
  }

  /** Whether somebody wrote an annotation of the language on it. */
  static boolean isMarked(Element element) {
    return element.getAnnotationMirrors().stream()
        .flatMap(mirror -> element(mirror).stream())
        .anyMatch(annotation -> isOurs(annotation) || isBlock(annotation));
  }

  /** The type in which a method or a field is declared. */
  static Element ownerOf(Element member) {
    return Objects.requireNonNull(member.getEnclosingElement());
  }

  static String packageOf(Elements elements, TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  /** {@code int}, {@code ActivationFunction}; a type of somebody else's with its package. */
  static String withoutPackage(TypeMirror type) {
    String name = type.toString();
    return name.startsWith(LANGUAGE + ".") ? name.substring(LANGUAGE.length() + 1) : name;
  }

  private static boolean is(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(name);
  }
}
