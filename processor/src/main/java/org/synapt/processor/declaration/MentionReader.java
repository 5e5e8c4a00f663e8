package org.synapt.processor.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;
import org.synapt.processor.diagnostic.Origin;

/** Reads one annotation with all its attributes. */
final class MentionReader {

  /** What javac and ECJ give for a value that does not compile. */
  private static final String ERROR = "<error>";

  private final Element element;
  private final AnnotationMirror outermost;

  private MentionReader(Element element, AnnotationMirror outermost) {
    this.element = element;
    this.outermost = outermost;
  }

  /**
   * Reads an annotation; empty if a part of it does not compile, of which the compiler tells.
   *
   * @param element what it is written on
   * @param block what stands behind it
   */
  static Optional<Mention> read(
      Element element, AnnotationMirror mirror, Optional<BlockDeclaration> block) {
    return new MentionReader(element, mirror)
        .mention(mirror, new Origin(element, mirror, null), block);
  }

  private Optional<Mention> mention(
      AnnotationMirror mirror, Origin origin, Optional<BlockDeclaration> block) {
    if (Words.isMissing(mirror.getAnnotationType())) {
      return Optional.empty();
    }
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    Map<String, AnnotationValue> stated = stated(mirror);
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = member.getSimpleName().toString();
      Optional<Attribute> attribute = attribute(member, stated.get(name), origin);
      if (attribute.isEmpty()) {
        return Optional.empty();
      }
      attributes.put(name, attribute.get());
    }
    return Optional.of(new Mention(type.getSimpleName().toString(), attributes, block, origin));
  }

  private static Map<String, AnnotationValue> stated(AnnotationMirror mirror) {
    Map<String, AnnotationValue> stated = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach((member, value) -> stated.put(member.getSimpleName().toString(), value));
    return stated;
  }

  private Optional<Attribute> attribute(
      ExecutableElement member, @Nullable AnnotationValue stated, Origin origin) {
    AnnotationValue value = stated == null ? member.getDefaultValue() : stated;
    if (value == null) {
      return Optional.empty();
    }
    Origin at = stated == null ? origin : new Origin(element, outermost, stated);
    return value(member.getReturnType(), value.getValue(), at)
        .map(it -> new Attribute(it, stated != null, at));
  }

  private Optional<Object> value(TypeMirror type, Object value, Origin origin) {
    if (type.getKind() == TypeKind.ARRAY) {
      return list(value instanceof List<?> list ? list : List.of(value), origin);
    }
    if (value instanceof AnnotationMirror nested) {
      return mention(nested, origin, Optional.empty()).map(it -> it);
    }
    return ERROR.equals(value) ? Optional.empty() : Optional.of(plain(value));
  }

  private Optional<Object> list(List<?> values, Origin origin) {
    List<Object> read =
        values.stream()
            .map(value -> value instanceof AnnotationValue it ? it.getValue() : value)
            .map(value -> element(value, origin))
            .filter(value -> !ERROR.equals(value))
            .toList();
    return read.size() == values.size() ? Optional.of(read) : Optional.empty();
  }

  private Object element(Object value, Origin origin) {
    return value instanceof AnnotationMirror nested
        ? mention(nested, origin, Optional.empty()).map(Object.class::cast).orElse(ERROR)
        : plain(value);
  }

  /** The constant that a field of an enum is. */
  static Constant constant(Element field) {
    return new Constant(
        Words.ownerOf(field).getSimpleName().toString(), field.getSimpleName().toString());
  }

  static Object plain(Object value) {
    if (value instanceof VariableElement constant) {
      return constant(constant);
    }
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    if (value instanceof Short || value instanceof Byte) {
      return ((Number) value).intValue();
    }
    return value instanceof TypeMirror type ? type.toString() : value;
  }
}
