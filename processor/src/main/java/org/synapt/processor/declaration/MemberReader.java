package org.synapt.processor.declaration;

import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads what a block's annotation declares as its attributes. */
final class MemberReader {
  private MemberReader() {}

  static Member read(ExecutableElement member) {
    TypeMirror type = member.getReturnType();
    return new Member(
        member.getSimpleName().toString(), Words.withoutPackage(type), sample(member, type));
  }

  private static Object sample(ExecutableElement member, TypeMirror type) {
    AnnotationValue standard = member.getDefaultValue();
    if (standard == null) {
      return anyOf(type);
    }
    if (standard.getValue() instanceof List<?> list) {
      return list.stream()
          .map(it -> MentionReader.plain(it instanceof AnnotationValue v ? v.getValue() : it))
          .toList();
    }
    Object value = MentionReader.plain(standard.getValue());
    return type instanceof ArrayType ? List.of(value) : value;
  }

  private static Object anyOf(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> List.of(anyOf(((ArrayType) type).getComponentType()));
      case BOOLEAN -> true;
      case DECLARED -> anyConstant(((DeclaredType) type).asElement());
      case DOUBLE, FLOAT -> 0.5;
      default -> 1;
    };
  }

  private static Object anyConstant(Element type) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .findFirst()
        .<Object>map(MentionReader::constant)
        .orElse("");
  }
}
