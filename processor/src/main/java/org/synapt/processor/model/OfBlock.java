package org.synapt.processor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.BlockDeclaration;
import org.synapt.processor.declaration.Constant;
import org.synapt.processor.declaration.Member;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;

/**
 * Attributes in the body of a block that are what the block annotation's member of the same name
 * is.
 *
 * <p>Problems: {@link Code#OfBlockOutsideBlock}, {@link Code#OfBlockMemberMissing}, {@link
 * Code#OfBlockMemberType}.
 */
final class OfBlock {
  private static final String NAME = "OF_BLOCK";

  private OfBlock() {}

  /**
   * Whether an attribute of the annotation, or of one nested in it, leaves the choice to a block.
   */
  static boolean occursIn(Mention mention) {
    return mention.attributes().values().stream().anyMatch(OfBlock::occursIn);
  }

  private static boolean occursIn(Attribute attribute) {
    return attribute.value() instanceof Mention nested ? occursIn(nested) : is(attribute.value());
  }

  private static boolean is(Object value) {
    return value.equals(Integer.MIN_VALUE)
        || value.equals((double) Integer.MIN_VALUE)
        || value instanceof Constant constant && constant.name().equals(NAME)
        || value instanceof List<?> list && list.stream().anyMatch(OfBlock::is);
  }

  /**
   * Checks that the choice can be left to a block.
   *
   * @param block the one in whose body the annotation stands, if it stands in one
   * @return whether it can
   */
  static boolean check(Mention mention, Optional<BlockDeclaration> block, Problems problems) {
    boolean sound = true;
    for (Map.Entry<String, Attribute> entry : mention.attributes().entrySet()) {
      Attribute attribute = entry.getValue();
      if (attribute.value() instanceof Mention nested) {
        sound &= check(nested, block, problems);
      } else if (is(attribute.value())) {
        sound &= check(entry.getKey(), attribute, block, problems);
      }
    }
    return sound;
  }

  private static boolean check(
      String name, Attribute attribute, Optional<BlockDeclaration> block, Problems problems) {
    if (block.isEmpty()) {
      problems.add(
          Code.OfBlockOutsideBlock,
          attribute.origin(),
          "%s is OF_BLOCK, but this row is in no block".formatted(name),
          "state a value: only in the body of a @Block can the block's user state it");
      return false;
    }
    Optional<Member> member = block.get().member(name);
    if (member.isEmpty()) {
      problems.add(
          Code.OfBlockMemberMissing,
          attribute.origin(),
          "%s is OF_BLOCK, but @%s has no attribute %s".formatted(name, block.get().name(), name),
          "declare it in @%s, or state a value".formatted(block.get().name()));
      return false;
    }
    if (!fits(attribute.value(), member.get().type())) {
      problems.add(
          Code.OfBlockMemberType,
          attribute.origin(),
          "%s is OF_BLOCK, but %s of @%s is of type %s"
              .formatted(name, name, block.get().name(), member.get().type()),
          "declare it in @%s as %s".formatted(block.get().name(), wanted(attribute.value())));
      return false;
    }
    return true;
  }

  private static boolean fits(Object value, String type) {
    if (value instanceof Constant constant) {
      return type.equals(constant.type());
    }
    if (value instanceof List<?> list) {
      return type.equals("int") || type.equals("int[]") && list.size() == 1;
    }
    return type.equals("int") || type.equals("double") && value instanceof Double;
  }

  private static String wanted(Object value) {
    if (value instanceof Constant constant) {
      return constant.type();
    }
    return value instanceof Double ? "double or int" : "int";
  }

  /** The annotation with what the block's user states, and where that stands. */
  static Mention substitute(Mention mention, Mention use) {
    Mention result = mention;
    for (Map.Entry<String, Attribute> entry : mention.attributes().entrySet()) {
      Attribute attribute = entry.getValue();
      if (attribute.value() instanceof Mention nested && occursIn(nested)) {
        Attribute inner =
            new Attribute(substitute(nested, use), attribute.stated(), attribute.origin());
        result = result.with(entry.getKey(), inner);
      } else if (is(attribute.value())) {
        Attribute stated = use.attribute(entry.getKey());
        Object value = substitute(attribute.value(), stated.value());
        result = result.with(entry.getKey(), new Attribute(value, true, stated.origin()));
      }
    }
    return result;
  }

  private static Object substitute(Object value, Object stated) {
    if (value instanceof List<?> list) {
      return stated instanceof List<?>
          ? stated
          : list.stream().map(it -> is(it) ? stated : it).toList();
    }
    return value instanceof Double ? ((Number) stated).doubleValue() : stated;
  }
}
