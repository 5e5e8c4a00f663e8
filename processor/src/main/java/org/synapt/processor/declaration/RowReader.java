package org.synapt.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;

/**
 * Reads one method as a row.
 *
 * <p>Problems: {@link Code#RowReturnType}, {@link Code#OperandType}, {@link Code#GenericRow},
 * {@link Code#RowThrows}, {@link Code#UnknownLayer}.
 */
final class RowReader {
  private final BlockReader blocks;
  private final Problems problems;
  private final ExecutableElement method;
  private final Origin origin;
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Operand> operands = new ArrayList<>();
  private Row.State state = Row.State.SOUND;

  private RowReader(BlockReader blocks, ExecutableElement method, Problems problems) {
    this.blocks = blocks;
    this.method = method;
    this.problems = problems;
    this.origin = Origin.of(method);
  }

  /**
   * Reads a method.
   *
   * @param names of its parameters, where class files do not say them
   */
  static Row read(
      BlockReader blocks, ExecutableElement method, List<String> names, Problems problems) {
    return new RowReader(blocks, method, problems).row(names);
  }

  static List<String> parameterNames(ExecutableElement method) {
    return method.getParameters().stream().map(it -> it.getSimpleName().toString()).toList();
  }

  private Row row(List<String> names) {
    readSignature();
    for (int i = 0; i < names.size(); i++) {
      readOperand(method.getParameters().get(i), names.get(i));
    }
    method.getAnnotationMirrors().forEach(this::readMention);
    boolean layer = Words.isLayer(method.getReturnType());
    return new Row(name(), layer, mentions, operands, state, origin);
  }

  private void readSignature() {
    TypeMirror type = method.getReturnType();
    if (Words.isMissing(type)) {
      incomplete();
    } else if (!Words.isTensor(type) && !Words.isLayer(type)) {
      wrong(
          Code.RowReturnType,
          origin,
          "%s returns %s".formatted(name(), Words.withoutPackage(type)),
          "a row returns Tensor, or Layer if it declares a layer without applying it");
    }
    if (!method.getTypeParameters().isEmpty()) {
      wrong(
          Code.GenericRow,
          origin,
          "%s has type parameters".formatted(name()),
          "leave them out: every value of a network is a Tensor");
    }
    if (!method.getThrownTypes().isEmpty()) {
      wrong(
          Code.RowThrows,
          origin,
          "%s declares exceptions".formatted(name()),
          "leave them out: a row is an equation, and nobody calls the method");
    }
  }

  private void readOperand(VariableElement parameter, String name) {
    TypeMirror type = parameter.asType();
    if (Words.isMissing(type)) {
      incomplete();
    } else if (!Words.isTensor(type) && !Words.isLayer(type)) {
      wrong(
          Code.OperandType,
          Origin.of(parameter),
          "the operand %s of %s is of type %s".formatted(name, name(), Words.withoutPackage(type)),
          "an operand names a row above and is a Tensor, or the Layer that @Apply applies");
    }
    operands.add(new Operand(name, Words.isLayer(type), Origin.of(parameter)));
  }

  private void readMention(AnnotationMirror mirror) {
    Optional<TypeElement> type = Words.element(mirror);
    if (type.isEmpty()) {
      incomplete();
      blocks.words().tellOfMeant(new Origin(method, mirror, null), mirror, problems);
    } else if (Words.isBlock(type.get())) {
      add(MentionReader.read(method, mirror, Optional.of(blocks.read(type.get()))));
    } else if (Words.isOurs(type.get())) {
      add(MentionReader.read(method, mirror, Optional.empty()));
    }
  }

  private void add(Optional<Mention> mention) {
    mention.ifPresentOrElse(mentions::add, this::incomplete);
  }

  private void incomplete() {
    if (state == Row.State.SOUND) {
      state = Row.State.INCOMPLETE;
    }
  }

  private void wrong(Code code, Origin at, String finding, String remedy) {
    state = Row.State.WRONG;
    problems.add(code, at, finding, remedy);
  }

  private String name() {
    return method.getSimpleName().toString();
  }
}
