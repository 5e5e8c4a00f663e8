package org.synapt.processor.emission;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets JavaPoet's text as a person would: short Javadoc on one line, fields of a kind without blank
 * lines between them, no line too long.
 */
final class Layout {
  private static final Pattern SHORT_DOC =
      Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/$");
  private static final Pattern FIELD =
      Pattern.compile(" *private (static )?final [\\w<>\\[\\].]+ \\w+( = .*)?;?");
  private static final String STATIC = "private static ";
  private static final int LONGEST_LINE = 100;

  private Layout() {}

  static String of(String text) {
    return LongLines.broken(withoutGaps(shortDocs(text)));
  }

  private static String shortDocs(String text) {
    Matcher matcher = SHORT_DOC.matcher(text);
    StringBuilder set = new StringBuilder();
    while (matcher.find()) {
      String line = matcher.group(1) + "/** " + matcher.group(2) + " */";
      String chosen = line.length() <= LONGEST_LINE ? line : matcher.group();
      matcher.appendReplacement(set, Matcher.quoteReplacement(chosen));
    }
    return matcher.appendTail(set).toString();
  }

  private static String withoutGaps(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean gap =
          lines.get(i).isEmpty()
              && i > 0
              && i + 1 < lines.size()
              && endsField(lines, i - 1, lines.get(i + 1));
      if (!gap) {
        kept.add(lines.get(i));
      }
    }
    return String.join("\n", kept);
  }

  /**
   * Whether a field ends on a line, be it the second or third that it takes, and the next line
   * begins another of its kind.
   */
  private static boolean endsField(List<String> lines, int line, String next) {
    int first = line;
    while (first > 0 && line - first < 3 && !isField(lines.get(first))) {
      first--;
    }
    return isField(lines.get(first))
        && lines.get(line).endsWith(";")
        && isField(next)
        && next.contains(STATIC) == lines.get(first).contains(STATIC);
  }

  private static boolean isField(String line) {
    return FIELD.matcher(line).matches();
  }
}
