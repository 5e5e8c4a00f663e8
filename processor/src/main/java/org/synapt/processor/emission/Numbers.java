package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Locale;
import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;

/** Numbers as people write them in Java, and the names of those that each batch decides. */
final class Numbers {
  private static final String JOINED = " * ";

  private Numbers() {}

  /** {@code 648_010}; an extent below 0 is a symbol, {@code any}. */
  static String whole(long number) {
    return number < 0 ? Shape.text((int) number) : digits(number);
  }

  /** {@code 648_010}, {@code any}, {@code any * 128}. */
  static String whole(Count count) {
    return times("", count).substring(JOINED.length());
  }

  /** {@code 784 + any * 128}. */
  static String sum(List<Count> terms) {
    return terms.isEmpty() ? "0" : terms.stream().map(Numbers::whole).collect(joining(" + "));
  }

  /** {@code 784 + 128L * any}: as {@link #sum}, where an int may be too short. */
  static String longSum(List<Count> terms) {
    return terms.isEmpty() ? "0" : terms.stream().map(Numbers::ofLong).collect(joining(" + "));
  }

  private static String ofLong(Count count) {
    return count.isNumber()
        ? whole(count)
        : times(digits(count.coefficient()) + "L", new Count(1, count.symbols()));
  }

  private static String digits(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '_');
  }

  /** {@code 0.3f}. */
  static String decimal(double number) {
    float value = (float) number;
    return value == Math.rint(value) && Math.abs(value) < 1e6 ? (long) value + "f" : value + "f";
  }

  /** {@code new int[] {28, 28}}. */
  static CodeBlock array(Shape shape) {
    return CodeBlock.of("new int[] {$L}", list(shape));
  }

  /** {@code 28, 28}; a symbol is {@code Signature.ANY}. */
  static CodeBlock list(Shape shape) {
    return CodeBlock.join(shape.extents().stream().map(Numbers::extent).toList(), ", ");
  }

  /** {@code 28}, {@code Signature.ANY}. */
  static CodeBlock extent(Integer extent) {
    return extent < 0
        ? CodeBlock.of("$T.$L", RuntimeNames.SIGNATURE, extent == -1 ? "ANY" : "ANY_" + -extent)
        : CodeBlock.of("$L", whole(extent.longValue()));
  }

  /** {@code batch}, {@code batch * 7}; only the count where it is not batched. */
  static String times(boolean batched, long count) {
    return batched ? times("batch", count) : whole(count);
  }

  /** {@code examples}, {@code examples * 7}. */
  static String times(String variable, long count) {
    return count == 1 ? variable : variable + " * " + whole(count);
  }

  /** {@code batch}, {@code batch * any * 7}; only the count where it is not batched. */
  static String times(boolean batched, Count count) {
    return batched ? times("batch", count) : whole(count);
  }

  /** {@code examples}, {@code examples * any * 7}. */
  static String times(String variable, Count count) {
    StringBuilder text = new StringBuilder(variable);
    count.symbols().forEach(symbol -> text.append(JOINED).append(Shape.text(symbol)));
    if (count.coefficient() != 1 || variable.isEmpty() && count.isNumber()) {
      text.append(JOINED).append(whole(count.coefficient()));
    }
    return text.toString();
  }
}
