package org.synapt.processor.declaration;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.diagnostic.Origin;

/**
 * One abstract method of a declaration, as written.
 *
 * @param name the method's name
 * @param layer whether it returns {@code Layer} and declares a layer without applying it
 * @param mentions the annotations on it that belong to the language: layers, blocks, modifiers
 * @param operands its parameters; none means the row directly above
 * @param state whether it can be understood
 * @param origin the method
 */
public record Row(
    String name,
    boolean layer,
    List<Mention> mentions,
    List<Operand> operands,
    State state,
    Origin origin) {

  private static final List<String> MODIFIERS =
      List.of("Bidirectional", "Output", "Repeat", "TimeDistributed", "Trainable");

  /** Whether a row can be understood. */
  public enum State {
    /** It can. */
    SOUND,
    /** Its method is not a row's; that has been told, and nothing more is to be said about it. */
    WRONG,
    /** It names types that do not exist, or not yet; if they never do, the compiler says so. */
    INCOMPLETE
  }

  /** Copies the lists. */
  public Row {
    mentions = List.copyOf(mentions);
    operands = List.copyOf(operands);
  }

  public boolean sound() {
    return state == State.SOUND;
  }

  /** The language's annotation of that simple name, if it is there. */
  public Optional<Mention> mention(String annotation) {
    return mentions.stream().filter(mention -> mention.is(annotation)).findFirst();
  }

  /** The annotations that say what makes its value: one, if all is well. */
  public List<Mention> layers() {
    return mentions.stream().filter(mention -> MODIFIERS.stream().noneMatch(mention::is)).toList();
  }

  /** Whether all types it names exist; a row without a layer may yet turn out to have one. */
  boolean complete() {
    return state == State.WRONG
        || state == State.SOUND
            && !layers().isEmpty()
            && mentions.stream()
                .flatMap(it -> it.block().stream())
                .allMatch(BlockDeclaration::complete);
  }

  /** {@code sum(outer, shortcut)}. */
  @Override
  public String toString() {
    return operands.stream().map(Operand::name).collect(joining(", ", name + "(", ")"));
  }
}
