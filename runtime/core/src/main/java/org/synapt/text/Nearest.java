package org.synapt.text;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that somebody probably meant. */
public final class Nearest {
  /** With more letters wrong in a short name, a suggestion would be a guess. */
  private static final int MOST_EDITS = 2;

  /** Of a long name, one letter in so many may be wrong. */
  private static final int LETTERS_AN_EDIT = 4;

  private Nearest() {}

  /**
   * Suggests the known name that is most like the one that was found. Capitals, underscores and
   * hyphens do not count, and a short form such as {@code acc} is as near as two slips of the pen.
   *
   * @param found the name that nobody knows
   * @param known the names there are; of two that are equally near, the first is taken
   * @return {@code " (did you mean adam?)"}, or nothing where none is near
   */
  public static String suggestion(String found, Collection<String> known) {
    String plain = plain(found);
    String nearest = "";
    int least = Math.max(MOST_EDITS, plain.length() / LETTERS_AN_EDIT) + 1;
    for (String name : known) {
      int edits = distance(plain, plain(name));
      if (edits < least) {
        least = edits;
        nearest = " (did you mean " + name + "?)";
      }
    }
    return nearest;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  private static int distance(String found, String name) {
    boolean shortForm = name.length() > MOST_EDITS && found.startsWith(name);
    return shortForm ? Math.min(MOST_EDITS, edits(found, name)) : edits(found, name);
  }

  /**
   * How many letters to insert, delete or replace to turn one word into the other.
   *
   * <p>R. A. Wagner and M. J. Fischer, The String-to-String Correction Problem, 1974, kept to one
   * row of their table.
   */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
