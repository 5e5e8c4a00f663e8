package org.synapt.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tokens by number, what is reserved first: padding for {@link TextOutput#INT}, then what is
 * unknown.
 */
final class Vocabulary {
  static final String PADDING = "";
  static final String UNKNOWN = "[UNK]";

  /** Numbers are put into floats, which count exactly up to here. */
  private static final int MOST = 1 << 24;

  /** Those that are more frequent first; then those that come last in the order of code points. */
  private static final Comparator<Map.Entry<String, int[]>> ORDER =
      Comparator.<Map.Entry<String, int[]>>comparingInt(entry -> -entry.getValue()[0])
          .thenComparing(Map.Entry::getKey, Vocabulary::compareBackwards);

  private final List<String> tokens;
  private final double[] weights;
  private final Map<String, Integer> numbers;

  private Vocabulary(List<String> tokens, double[] weights, Map<String, Integer> numbers) {
    this.tokens = tokens;
    this.weights = weights;
    this.numbers = numbers;
  }

  /** All tokens; the number of each is where it stands. */
  List<String> tokens() {
    return tokens;
  }

  /** How much each counts, for {@link TextOutput#TF_IDF}; else none. */
  double[] weights() {
    return weights;
  }

  /** A vocabulary of words and the weight of each, or none. */
  static Vocabulary of(TextOutput output, List<String> words, double... wordWeights) {
    List<String> tokens = new ArrayList<>(reserved(output));
    tokens.addAll(words);
    return whole(output, tokens, weights(output, wordWeights));
  }

  /** A vocabulary of tokens that begin with those that are reserved, and the weight of each. */
  static Vocabulary whole(TextOutput output, List<String> tokens, double... weights) {
    if (tokens.size() > MOST) {
      throw new IllegalArgumentException(
          "a vocabulary may hold " + MOST + " tokens, not " + tokens.size());
    }
    Map<String, Integer> numbers = new HashMap<>();
    List<String> words = tokens.subList(output.reserved(), tokens.size());
    if (words.isEmpty() || words.contains(PADDING)) {
      throw new IllegalArgumentException(
          words.isEmpty()
              ? "a vocabulary needs at least one word, and here is none"
              : "the empty text is padding, and cannot be a word of a vocabulary");
    }
    for (String token : tokens) {
      if (numbers.put(token, numbers.size()) != null) {
        throw new IllegalArgumentException(
            words.indexOf(token) == words.lastIndexOf(token)
                ? "'" + token + "' is reserved, and cannot be a word of a vocabulary"
                : "'" + token + "' comes twice in the vocabulary");
      }
    }
    return new Vocabulary(
        Collections.unmodifiableList(new ArrayList<>(tokens)), weights.clone(), numbers);
  }

  /** What comes before the words. */
  static List<String> reserved(TextOutput output) {
    return output == TextOutput.INT ? Arrays.asList(PADDING, UNKNOWN) : Arrays.asList(UNKNOWN);
  }

  /** What is reserved counts as much as the words do on average. */
  private static double[] weights(TextOutput output, double[] words) {
    if (words.length == 0) {
      return words;
    }
    double sum = 0;
    for (double weight : words) {
      sum += weight;
    }
    double[] weights = new double[output.reserved() + words.length];
    Arrays.fill(weights, 0, output.reserved(), sum / words.length);
    System.arraycopy(words, 0, weights, output.reserved(), words.length);
    return weights;
  }

  /** Learns the most frequent tokens of texts. */
  static Vocabulary learn(
      TextOutput output, int most, Iterable<String> texts, Function<String, List<String>> split) {
    Map<String, int[]> counts = new HashMap<>();
    int documents = 0;
    for (String text : texts) {
      List<String> tokens = split.apply(text);
      documents++;
      for (String token : tokens) {
        counts.computeIfAbsent(token, word -> new int[2])[0]++;
      }
      for (String token : new HashSet<>(tokens)) {
        counts.computeIfAbsent(token, word -> new int[2])[1]++;
      }
    }
    counts.keySet().removeAll(Arrays.asList(PADDING, UNKNOWN));
    List<Map.Entry<String, int[]>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(ORDER);
    entries = entries.subList(0, Math.min(entries.size(), most - output.reserved()));
    List<String> words = new ArrayList<>();
    double[] weights = new double[output == TextOutput.TF_IDF ? entries.size() : 0];
    for (Map.Entry<String, int[]> entry : entries) {
      if (weights.length > 0) {
        weights[words.size()] = Math.log(1 + documents / (1.0 + entry.getValue()[1]));
      }
      words.add(entry.getKey());
    }
    return of(output, words, weights);
  }

  int number(String token, TextOutput output) {
    if (token.equals(PADDING) && output == TextOutput.INT) {
      return 0;
    }
    Integer number = numbers.get(token);
    return number == null ? output.unknown() : number;
  }

  /**
   * As the bytes of UTF-8 compare, which is not how the chars of Java do, and the other way round.
   */
  private static int compareBackwards(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length()) {
      int left = a.codePointAt(at);
      int right = b.codePointAt(at);
      if (left != right) {
        return Integer.compare(right, left);
      }
      at += Character.charCount(left);
    }
    return Integer.compare(b.length(), a.length());
  }
}
