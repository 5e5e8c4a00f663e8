package org.synapt.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file with places for numbers, as Python's {@code format} fills them: {@code
 * weights.{epoch:02d}-{val_loss:.2f}.safetensors}. Two braces stand for one.
 */
final class FilePattern {
  private static final Pattern PLACE =
      Pattern.compile(
          "\\{\\{|\\}\\}|\\{([^{}:]*)(?::(0?)([0-9]*)(?:\\.([0-9]+))?([def]?))?\\}|[{}]");

  private final String pattern;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /** A text, or a place for a number. */
  private interface Piece {
    String text(ToDoubleFunction<String> numbers);
  }

  FilePattern(String pattern) {
    this.pattern = pattern;
    Matcher place = PLACE.matcher(pattern);
    int at = 0;
    while (place.find()) {
      String before = pattern.substring(at, place.start());
      pieces.add(numbers -> before);
      pieces.add(piece(place));
      at = place.end();
    }
    String rest = pattern.substring(at);
    pieces.add(numbers -> rest);
  }

  private Piece piece(Matcher place) {
    String all = place.group();
    if (all.equals("{{") || all.equals("}}")) {
      return numbers -> all.substring(1);
    }
    String name = place.group(1);
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException(
          pattern
              + " cannot be read at character "
              + place.start()
              + "; places look like {epoch}, {epoch:02d}, {val_loss:.2f} or {val_loss:.2e}");
    }
    Format format = Format.of(place);
    if (format.whole() && !isCount(name)) {
      throw new IllegalArgumentException(
          all + " in " + pattern + " is not a whole number; use {" + name + ":.2f}");
    }
    names.add(name);
    boolean count = isCount(name) && !format.decimal();
    return numbers -> format.text(numbers.applyAsDouble(name), count);
  }

  private static boolean isCount(String name) {
    return name.equals("epoch") || name.equals("batch");
  }

  /** The names of the places, in their order. */
  List<String> names() {
    return names;
  }

  /** Fills the places; numbers are asked for by name. */
  String fill(ToDoubleFunction<String> numbers) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(piece.text(numbers));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return pattern;
  }

  /**
   * How a number is written.
   *
   * @param fill what stands before a number that is short
   * @param width the least width
   * @param precision how many decimals
   * @param type d, e, f, or nothing
   */
  private record Format(char fill, int width, int precision, String type) {
    static Format of(Matcher place) {
      String zero = place.group(2);
      String type = place.group(5) == null ? "" : place.group(5);
      boolean precise = place.group(4) != null;
      return new Format(
          zero == null || zero.isEmpty() ? ' ' : '0',
          number(place.group(3), 0),
          number(place.group(4), 6),
          precise && type.isEmpty() ? "f" : type);
    }

    private static int number(String digits, int otherwise) {
      if (digits == null || digits.isEmpty()) {
        return otherwise;
      }
      // Longer than a file's name can be is as good as any longer; so is what no int holds.
      return new BigDecimal(digits).min(BigDecimal.valueOf(255)).intValue();
    }

    boolean whole() {
      return type.equals("d");
    }

    boolean decimal() {
      return type.equals("e") || type.equals("f");
    }

    String text(double number, boolean count) {
      String digits = digits(Math.abs(number), count);
      boolean negative = number < 0;
      StringBuilder text = new StringBuilder(negative ? "-" : "").append(digits);
      while (text.length() < width) {
        text.insert(fill == '0' && negative ? 1 : 0, fill);
      }
      return text.toString();
    }

    /** Rounds what the number is exactly, half to even, as Python does. */
    private String digits(double number, boolean count) {
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        return Double.isNaN(number) ? "nan" : "inf";
      }
      if (count) {
        return String.valueOf((long) number);
      }
      return switch (type) {
        case "f" ->
            new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
        case "e" -> String.format(Locale.ROOT, "%." + precision + "e", number);
        default -> String.valueOf(number);
      };
    }
  }
}
