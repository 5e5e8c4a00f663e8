package org.synapt.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a text is split into: Keras's {@code split}. */
public enum TextSplit {
  /** The whole text is one token. */
  NONE(" ") {
    @Override
    List<String> apply(String text) {
      return Collections.singletonList(text);
    }
  },
  /** Words, with any number of blanks, tabs and line ends between them. */
  WHITESPACE(" ") {
    @Override
    List<String> apply(String text) {
      List<String> words = new ArrayList<>();
      int start = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || isSpace(text.charAt(i))) {
          if (i > start) {
            words.add(text.substring(start, i));
          }
          start = i + 1;
        }
      }
      return words;
    }
  },
  /** Characters, that is code points of Unicode. */
  CHARACTER("") {
    @Override
    List<String> apply(String text) {
      List<String> characters = new ArrayList<>(text.length());
      int next;
      for (int i = 0; i < text.length(); i = next) {
        next = i + Character.charCount(text.codePointAt(i));
        characters.add(text.substring(i, next));
      }
      return characters;
    }
  };

  private final String glue;

  TextSplit(String glue) {
    this.glue = glue;
  }

  abstract List<String> apply(String text);

  /** What stands between tokens when they become a text again. */
  String glue() {
    return glue;
  }

  /** The white space of ASCII. */
  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
