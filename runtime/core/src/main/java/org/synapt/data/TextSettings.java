package org.synapt.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text becomes tokens, and tokens numbers.
 *
 * @param standardize what is done first
 * @param split what comes next
 * @param ngrams how many tokens are put together, in this order; none to leave each alone
 * @param output what comes out
 * @param maxTokens the size of the vocabulary at most, what is reserved included
 * @param padded whether what comes out is as wide as that, however many tokens there are
 * @param sequenceLength how many numbers each text becomes; 0 for as many as the longest
 */
record TextSettings(
    TextStandardize standardize,
    TextSplit split,
    List<Integer> ngrams,
    TextOutput output,
    int maxTokens,
    boolean padded,
    int sequenceLength) {
  static final int UNLIMITED = Integer.MAX_VALUE;
  static final TextSettings KERAS =
      new TextSettings(
          TextStandardize.LOWER_AND_STRIP_PUNCTUATION,
          TextSplit.WHITESPACE,
          Collections.emptyList(),
          TextOutput.INT,
          UNLIMITED,
          false,
          0);

  TextSettings with(TextStandardize other) {
    return new TextSettings(other, split, ngrams, output, maxTokens, padded, sequenceLength);
  }

  TextSettings with(TextSplit other) {
    return new TextSettings(standardize, other, ngrams, output, maxTokens, padded, sequenceLength);
  }

  TextSettings with(TextOutput other) {
    return new TextSettings(standardize, split, ngrams, other, maxTokens, padded, sequenceLength);
  }

  TextSettings withNgrams(List<Integer> widths) {
    for (int width : widths) {
      atLeast(1, "an n-gram has tokens", width);
    }
    return new TextSettings(standardize, split, widths, output, maxTokens, padded, sequenceLength);
  }

  TextSettings withMaxTokens(int most) {
    atLeast(1, "the vocabulary's size", most);
    return new TextSettings(standardize, split, ngrams, output, most, padded, sequenceLength);
  }

  TextSettings withPadding() {
    return new TextSettings(standardize, split, ngrams, output, maxTokens, true, sequenceLength);
  }

  TextSettings withSequenceLength(int length) {
    atLeast(1, "the length of a sequence", length);
    return new TextSettings(standardize, split, ngrams, output, maxTokens, padded, length);
  }

  private static void atLeast(int least, String what, int found) {
    if (found < least) {
      throw new IllegalArgumentException(what + ": " + least + " or more, not " + found);
    }
  }

  /** What contradicts itself is said before any text is looked at. */
  TextSettings required() {
    if (sequenceLength > 0 && output != TextOutput.INT) {
      throw new IllegalArgumentException(
          "outputSequenceLength is for sequences of numbers, not for " + output);
    }
    if (padded && (output == TextOutput.INT || maxTokens == UNLIMITED)) {
      throw new IllegalArgumentException(
          output == TextOutput.INT
              ? "padToMaxTokens is not for sequences of numbers"
              : "padToMaxTokens needs maxTokens");
    }
    if (maxTokens <= output.reserved()) {
      throw new IllegalArgumentException(
          "a vocabulary of "
              + maxTokens
              + " has no room for words, for "
              + Vocabulary.reserved(output)
              + " come first");
    }
    return this;
  }

  /** Where nothing pads, the empty text is no token. */
  List<String> tokens(String text) {
    List<String> tokens = joined(split.apply(standardize.apply(text)));
    if (output == TextOutput.INT || !tokens.contains(Vocabulary.PADDING)) {
      return tokens;
    }
    List<String> kept = new ArrayList<>(tokens);
    kept.removeIf(String::isEmpty);
    return kept;
  }

  private List<String> joined(List<String> tokens) {
    if (ngrams.isEmpty()) {
      return tokens;
    }
    List<String> joined = new ArrayList<>();
    for (int width : ngrams) {
      for (int i = 0; i + width <= tokens.size(); i++) {
        joined.add(String.join(" ", tokens.subList(i, i + width)));
      }
    }
    return joined;
  }

  Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    List<String> widths = new ArrayList<>();
    for (int width : ngrams) {
      widths.add(String.valueOf(width));
    }
    texts.put("standardize", Collections.singletonList(standardize.name()));
    texts.put("split", Collections.singletonList(split.name()));
    texts.put("ngrams", widths);
    texts.put("output_mode", Collections.singletonList(output.name()));
    texts.put("max_tokens", Collections.singletonList(String.valueOf(maxTokens)));
    texts.put("pad_to_max_tokens", Collections.singletonList(String.valueOf(padded)));
    texts.put("output_sequence_length", Collections.singletonList(String.valueOf(sequenceLength)));
    return texts;
  }

  static TextSettings of(Map<String, List<String>> texts) {
    List<Integer> widths = new ArrayList<>();
    for (String width : all("ngrams", texts)) {
      widths.add(whole("ngrams", width));
    }
    TextSettings settings =
        new TextSettings(
            TextStandardize.valueOf(only("standardize", texts)),
            TextSplit.valueOf(only("split", texts)),
            Collections.emptyList(),
            TextOutput.valueOf(only("output_mode", texts)),
            UNLIMITED,
            Boolean.parseBoolean(only("pad_to_max_tokens", texts)),
            0);
    settings = settings.withNgrams(Collections.unmodifiableList(widths));
    settings = settings.withMaxTokens(whole("max_tokens", only("max_tokens", texts)));
    int length = whole("output_sequence_length", only("output_sequence_length", texts));
    return (length == 0 ? settings : settings.withSequenceLength(length)).required();
  }

  static List<String> all(String name, Map<String, List<String>> texts) {
    List<String> found = texts.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "a text vectorization has " + name + " among its texts, but there are " + texts.keySet());
    }
    return found;
  }

  private static String only(String name, Map<String, List<String>> texts) {
    List<String> found = all(name, texts);
    if (found.size() != 1) {
      throw new IllegalArgumentException(name + " is one text, not " + found);
    }
    return found.get(0);
  }

  private static int whole(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no whole number: " + text);
    }
  }

  /** The widths from 1 to a number. */
  static List<Integer> upTo(int most) {
    Integer[] widths = new Integer[Math.max(0, most)];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = i + 1;
    }
    return Collections.unmodifiableList(Arrays.asList(widths));
  }
}
