package org.synapt.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows by their names, or blocks with all their rows; {@code *} stands for any text: {@code conv*},
 * {@code trunk}, {@code trunk[*].inner}.
 */
final class RowPatterns {
  private final List<String> patterns;

  RowPatterns(String... patterns) {
    this.patterns = Arrays.asList(patterns.clone());
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  boolean matches(String row) {
    for (String pattern : patterns) {
      if (matches(pattern, row)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String row) {
    String[] texts = pattern.split("\\*", -1);
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      regex.append(i == 0 ? "" : ".*").append(Pattern.quote(texts[i]));
    }
    // What follows the name of a block is a number in brackets or a row within.
    return Pattern.matches(regex.append("([.\\[].*)?").toString(), row);
  }

  /** The patterns that match no row. */
  List<String> idle(Collection<String> rows) {
    List<String> idle = new ArrayList<>();
    for (String pattern : patterns) {
      boolean used = false;
      for (String row : rows) {
        used |= matches(pattern, row);
      }
      if (!used) {
        idle.add(pattern);
      }
    }
    return idle;
  }
}
