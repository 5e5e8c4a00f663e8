package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines of more than a hundred characters: code behind commas and before operators, as far
 * outside of parentheses as possible; Javadoc between words.
 */
final class LongLines {
  private static final int LONGEST = 100;
  private static final Pattern JAVADOC = Pattern.compile("( *\\* )\\S.*");
  private static final Pattern INDENT = Pattern.compile(" *");
  private static final String OPERATORS = "+-*/?:&|<>=";

  private final String line;
  private boolean inString;
  private boolean inComment;
  private int depth;

  private LongLines(String line) {
    this.line = line;
  }

  static String broken(String text) {
    return text.lines().map(LongLines::brokenLine).collect(joining("\n", "", "\n"));
  }

  private static String brokenLine(String line) {
    Matcher javadoc = JAVADOC.matcher(line);
    String before = javadoc.matches() ? javadoc.group(1) : indent(line) + "    ";
    StringBuilder broken = new StringBuilder();
    String rest = line;
    while (rest.length() > LONGEST) {
      int at =
          javadoc.matches()
              ? rest.lastIndexOf(' ', LONGEST)
              : new LongLines(rest).bestBreak(before.length());
      if (at <= before.length()) {
        break;
      }
      broken.append(rest, 0, at).append('\n');
      rest = before + rest.substring(at + 1);
    }
    return broken.append(rest).toString();
  }

  private static String indent(String line) {
    Matcher indent = INDENT.matcher(line);
    return indent.lookingAt() ? indent.group() : "";
  }

  /** The last blank where a line may end, of those that break up the least; else 0. */
  private int bestBreak(int from) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < LONGEST + 1; i++) {
      walk(i);
      if (i > from && mayBreak(i) && harm(i) <= least) {
        best = i;
        least = harm(i);
      }
    }
    return best;
  }

  /** Parentheses are held together first, then products. */
  private int harm(int i) {
    return 2 * depth + ("*/".indexOf(line.charAt(i + 1)) < 0 ? 0 : 1);
  }

  private void walk(int i) {
    char letter = line.charAt(i);
    if (letter == '"' && line.charAt(i - 1) != '\\') {
      inString = !inString;
    } else if (line.startsWith("/*", i)) {
      inComment = !inString;
    } else if (line.startsWith("*/", i)) {
      inComment = false;
    } else if (!inString && "([{".indexOf(letter) >= 0) {
      depth++;
    } else if (!inString && ")]}".indexOf(letter) >= 0) {
      depth--;
    }
  }

  private boolean mayBreak(int i) {
    return line.charAt(i) == ' '
        && !inString
        && !inComment
        && (endsTerm(line.charAt(i - 1)) || startsTerm(i + 1));
  }

  private static boolean endsTerm(char before) {
    return before == ',' || before == '=';
  }

  private boolean startsTerm(int i) {
    return OPERATORS.indexOf(line.charAt(i)) >= 0 && line.charAt(i) != '=';
  }
}
