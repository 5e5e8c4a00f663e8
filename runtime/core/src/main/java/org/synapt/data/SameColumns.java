package org.synapt.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requires of chunk behind chunk that all have the columns of the first. */
final class SameColumns {
  private final String what;
  private Optional<Examples> first = Optional.empty();
  private long chunks;

  /** Says in its message whose chunks they are. */
  SameColumns(String what) {
    this.what = what;
  }

  Examples require(Examples chunk) {
    return require(chunk, true);
  }

  /** Requires columns of the same names, of whatever widths. */
  Examples requireNames(Examples chunk) {
    return require(chunk, false);
  }

  private Examples require(Examples chunk, boolean widths) {
    chunks++;
    if (!first.isPresent()) {
      first = Optional.of(chunk.slice(0, 0));
    } else if (!same(first.get(), chunk, widths)) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "%s: chunk %,d holds %s, but those before it %s; all need the same columns",
              what,
              chunks,
              words(chunk),
              words(first.get())));
    }
    return chunk;
  }

  /** Whether columns have the same names and widths. */
  static boolean same(Examples one, Examples other) {
    return same(one, other, true);
  }

  private static boolean same(Examples one, Examples other, boolean widths) {
    return one.inputs().size() == other.inputs().size()
        && one.targets().size() == other.targets().size()
        && same(one.allColumns(), other.allColumns(), widths);
  }

  private static boolean same(List<Column> one, List<Column> other, boolean widths) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      Column a = one.get(i);
      Column b = other.get(i);
      if (widths && a.width() != b.width() || !a.name().equals(b.name())) {
        return false;
      }
    }
    return true;
  }

  private static String words(Examples examples) {
    String words = examples.toString();
    return examples.weights().isEmpty() ? words : words + " weighted " + examples.weights();
  }
}
