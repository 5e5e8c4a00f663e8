package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;
import org.synapt.processor.shape.Shape;

/** Numbers as people write them in Java. */
final class Numbers {
  private Numbers() {}

  /** {@code 648_010}. */
  static String whole(long number) {
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

  /** {@code 28, 28}. */
  static String list(Shape shape) {
    String text = shape.extents().stream().map(Numbers::whole).toList().toString();
    return text.substring(1, text.length() - 1);
  }

  private static String whole(Integer number) {
    return whole(number.longValue());
  }

  /** {@code batch}, {@code batch * 7}; only the count where it is not batched. */
  static String times(boolean batched, long count) {
    return batched ? times("batch", count) : whole(count);
  }

  /** {@code examples}, {@code examples * 7}. */
  static String times(String variable, long count) {
    return count == 1 ? variable : variable + " * " + whole(count);
  }
}
