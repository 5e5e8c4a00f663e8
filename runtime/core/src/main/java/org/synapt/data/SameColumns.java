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
    chunks++;
    if (!first.isPresent()) {
      first = Optional.of(chunk.slice(0, 0));
    } else if (!same(first.get().allColumns(), chunk.allColumns())
        || !sameParts(first.get(), chunk)) {
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

  private static boolean sameParts(Examples one, Examples other) {
    return one.inputs().size() == other.inputs().size()
        && one.targets().size() == other.targets().size();
  }

  private static boolean same(List<Column> one, List<Column> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      Column a = one.get(i);
      Column b = other.get(i);
      if (a.width() != b.width() || !a.name().equals(b.name())) {
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
