package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synapt.processor.op.AveragePooling;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Interpolation;
import org.synapt.processor.op.MaxPooling;
import org.synapt.processor.op.ZeroPadding;
import org.synapt.processor.shape.Window;
import org.synapt.processor.shape.Windows;

/**
 * What moves over images from its text form: {@code convolution<[3 of 28 padded 1+1], 2>}, {@code
 * maxPooling<[2 of 28 by 2], train>}, {@code pad<[1, 0], [1, 0]>}, {@code interpolation<0, 2>}.
 */
final class ImageOpText {
  private static final Pattern LIST = Pattern.compile("\\[([^]]*)](?:, )?");
  private static final Pattern WINDOW =
      Pattern.compile(
          "(\\d+) of (\\d+)(?: by (\\d+))?(?: dilated (\\d+))?(?: padded (\\d+)\\+(\\d+))?");

  private ImageOpText() {}

  /** The op, if its name is that of one of these. */
  static Optional<Op> parse(String name, String arguments) {
    String rest = LIST.matcher(arguments).replaceAll("");
    for (Convolution.Kind kind : Convolution.Kind.values()) {
      if (name.equals(kind.toString())) {
        int groups = rest.isEmpty() ? 1 : Integer.parseInt(rest);
        return Optional.of(new Convolution(kind, windows(arguments), groups));
      }
    }
    return switch (name) {
      case "maxPooling" -> Optional.of(new MaxPooling(windows(arguments), rest.equals("train")));
      case "averagePooling" -> Optional.of(new AveragePooling(windows(arguments)));
      case "pad" -> Optional.of(ZeroPadding.pad(list(arguments, 0), list(arguments, 1)));
      case "crop" -> Optional.of(ZeroPadding.crop(list(arguments, 0), list(arguments, 1)));
      case "interpolation" -> {
        String[] numbers = arguments.split(", ");
        yield Optional.of(
            new Interpolation(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
      }
      default -> Optional.empty();
    };
  }

  private static List<Integer> list(String arguments, int which) {
    MatchResult list = LIST.matcher(arguments).results().skip(which).findFirst().orElseThrow();
    return Arrays.stream(list.group(1).split(", ")).map(Integer::valueOf).toList();
  }

  private static Windows windows(String arguments) {
    MatchResult list = LIST.matcher(arguments).results().findFirst().orElseThrow();
    return new Windows(Arrays.stream(list.group(1).split(", ")).map(ImageOpText::window).toList());
  }

  private static Window window(String text) {
    Matcher matcher = WINDOW.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new Window(
        number(matcher, 2, 0),
        number(matcher, 1, 0),
        number(matcher, 3, 1),
        number(matcher, 4, 1),
        number(matcher, 5, 0),
        number(matcher, 6, 0));
  }

  private static int number(Matcher matcher, int group, int otherwise) {
    return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
  }
}
