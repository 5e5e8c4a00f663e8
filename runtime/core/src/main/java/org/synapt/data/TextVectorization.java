package org.synapt.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns texts into numbers: each is standardized, split into tokens, and the tokens are looked up
 * in a vocabulary, which is learned from texts or given.
 *
 * <pre>{@code
 * TextVectorization words =
 *     TextVectorization.defaults()
 *         .maxTokens(5_000)
 *         .outputSequenceLength(4)
 *         .adapt(List.of("foo bar", "bar baz", "baz bada boom"));
 * words.apply("foo qux bar", "qux baz");     // 4 1 3 0
 *                                            // 1 2 0 0
 * }</pre>
 *
 * <p>Number 0 pads and 1 is what the vocabulary does not know, {@code [UNK]}; where texts become
 * counts nothing pads, and {@code [UNK]} is 0. The vocabulary is in the order of frequency; of
 * equally frequent words the one that sorts last comes first. A vectorization never changes: each
 * method gives another. Attach it to the network that it feeds, and it is in the same file:
 *
 * <pre>{@code
 * network.attachments().putTexts("words", words.texts());
 * // elsewhere, after network.load(file)
 * TextVectorization words = TextVectorization.of(network.attachments().texts("words"));
 * }</pre>
 *
 * <p>Source: Keras 3, keras.layers.TextVectorization. The Tokenizer that Keras 2 had beside it put
 * blanks in the place of punctuation, which is taken away here, and kept apostrophes: whoever wants
 * that replaces characters before.
 */
public final class TextVectorization {
  private static final String VOCABULARY = "vocabulary";
  private static final String IDF_WEIGHTS = "idf_weights";

  private final TextSettings settings;
  private final Optional<Vocabulary> learned;

  private TextVectorization(TextSettings settings, Optional<Vocabulary> learned) {
    this.settings = settings;
    this.learned = learned;
  }

  /**
   * Small letters, no punctuation, words, numbers in the order of the text: Keras's defaults.
   *
   * @return the vectorization, without a vocabulary
   */
  public static TextVectorization defaults() {
    return with(TextSettings.KERAS);
  }

  /** A vocabulary is of no use where tokens are others. */
  private static TextVectorization with(TextSettings settings) {
    return new TextVectorization(settings, Optional.empty());
  }

  /**
   * Limits the vocabulary.
   *
   * @param most how many tokens it has at most, padding and {@code [UNK]} included
   * @return the vectorization, without a vocabulary
   * @throws IllegalArgumentException if it is below 1
   */
  public TextVectorization maxTokens(int most) {
    return with(settings.withMaxTokens(most));
  }

  /**
   * Chooses what is done to a text before it is split.
   *
   * @param standardize what is done
   * @return the vectorization, without a vocabulary
   */
  public TextVectorization standardize(TextStandardize standardize) {
    return with(settings.with(standardize));
  }

  /**
   * Chooses what a text is split into.
   *
   * @param split into what
   * @return the vectorization, without a vocabulary
   */
  public TextVectorization split(TextSplit split) {
    return with(settings.with(split));
  }

  /**
   * Puts neighbouring tokens together: 2 gives each alone, then each pair; what Keras does with a
   * whole number.
   *
   * @param most how many at most
   * @return the vectorization, without a vocabulary
   * @throws IllegalArgumentException if it is below 1
   */
  public TextVectorization ngrams(int most) {
    return with(settings.withNgrams(most < 1 ? Arrays.asList(most) : TextSettings.upTo(most)));
  }

  /**
   * Puts so many neighbouring tokens together and no others: what Keras does with a tuple.
   *
   * @param widths how many, in the order in which they come out
   * @return the vectorization, without a vocabulary
   * @throws IllegalArgumentException if one is below 1
   */
  public TextVectorization ngramWidths(int... widths) {
    return with(
        settings.withNgrams(
            Arrays.stream(widths)
                .boxed()
                .collect(
                    Collectors.collectingAndThen(
                        Collectors.toList(), Collections::unmodifiableList))));
  }

  /**
   * Chooses what a text becomes.
   *
   * @param output what
   * @return the vectorization, without a vocabulary
   */
  public TextVectorization outputMode(TextOutput output) {
    return with(settings.with(output));
  }

  /**
   * Brings each text to so many numbers: shorter ones end with 0, longer ones lose their end. Where
   * the beginning is to be filled or lost, {@link PadSequences} takes {@link #sequences}.
   *
   * @param numbers how many; without this, as many as the longest of the texts
   * @return the vectorization, with the same vocabulary
   * @throws IllegalArgumentException if it is below 1
   */
  public TextVectorization outputSequenceLength(int numbers) {
    return new TextVectorization(settings.withSequenceLength(numbers), learned);
  }

  /**
   * Makes what comes out as wide as {@link #maxTokens}, however few tokens there are; not for
   * {@link TextOutput#INT}.
   *
   * @return the vectorization, without a vocabulary
   */
  public TextVectorization padToMaxTokens() {
    return with(settings.withPadding());
  }

  /**
   * Learns a vocabulary. Let it be of the texts that are trained on, not of those that are tested
   * with.
   *
   * @param texts the texts, each of which is looked at once
   * @return the vectorization, with their most frequent tokens
   * @throws IllegalArgumentException if there are no tokens, the vocabulary has no room for any, or
   *     what was chosen contradicts itself
   */
  public TextVectorization adapt(Iterable<String> texts) {
    TextSettings chosen = settings.required();
    Vocabulary vocabulary =
        Vocabulary.learn(chosen.output(), chosen.maxTokens(), texts, chosen::tokens);
    return new TextVectorization(chosen, Optional.of(vocabulary));
  }

  /**
   * Takes a given vocabulary.
   *
   * @param words tokens in the order of their numbers, with what is reserved before them or without
   * @return the vectorization, with this vocabulary
   * @throws IllegalArgumentException if there is no word, one comes twice or is reserved, there are
   *     more than {@link #maxTokens}, weights are missing, or what was chosen contradicts itself
   */
  public TextVectorization vocabulary(List<String> words) {
    return vocabulary(words, new double[0]);
  }

  /**
   * Takes a given vocabulary with weights, for {@link TextOutput#TF_IDF}.
   *
   * @param words tokens in the order of their numbers, with what is reserved before them or without
   * @param idfWeights how much each of them counts; where what is reserved is not among them, it
   *     counts as much as the words on average
   * @return the vectorization, with this vocabulary
   * @throws IllegalArgumentException if there is no word, one comes twice or is reserved, there are
   *     more than {@link #maxTokens}, there are not as many weights, they are not finite or not
   *     asked for, or what was chosen contradicts itself
   */
  public TextVectorization vocabulary(List<String> words, double... idfWeights) {
    TextOutput output = settings.required().output();
    requireWeights(words, idfWeights);
    int reserved = output.reserved();
    boolean whole =
        words.size() > reserved && words.subList(0, reserved).equals(Vocabulary.reserved(output));
    Vocabulary vocabulary =
        whole
            ? Vocabulary.whole(output, words, idfWeights)
            : Vocabulary.of(output, words, idfWeights);
    if (vocabulary.tokens().size() > settings.maxTokens()) {
      throw new IllegalArgumentException(
          "the vocabulary has "
              + vocabulary.tokens().size()
              + " tokens, "
              + Vocabulary.reserved(output)
              + " included, but maxTokens is "
              + settings.maxTokens());
    }
    return new TextVectorization(settings, Optional.of(vocabulary));
  }

  private void requireWeights(List<String> words, double[] weights) {
    int expected = settings.output() == TextOutput.TF_IDF ? words.size() : 0;
    if (weights.length != expected) {
      throw new IllegalArgumentException(
          settings.output() + " takes " + expected + " weights, not " + weights.length);
    }
    for (int i = 0; i < weights.length; i++) {
      if (Double.isNaN(weights[i]) || Double.isInfinite(weights[i])) {
        throw new IllegalArgumentException("the weight of " + words.get(i) + " is " + weights[i]);
      }
    }
  }

  /**
   * All tokens.
   *
   * @return the tokens, each at its number
   * @throws IllegalStateException if there is no vocabulary
   */
  public List<String> vocabulary() {
    return known().tokens();
  }

  private Vocabulary known() {
    return learned.orElseThrow(
        () ->
            new IllegalStateException(
                "there is no vocabulary: adapt to texts, or give one, after all else is chosen"));
  }

  /**
   * The tokens of a text, whether the vocabulary has them or not.
   *
   * @param text the text
   * @return its tokens, in order
   */
  public List<String> tokens(String text) {
    return Collections.unmodifiableList(settings.tokens(text));
  }

  /**
   * The numbers of a text's tokens, as many as there are.
   *
   * @param text the text
   * @return the number of each token, in order
   * @throws IllegalStateException if there is no vocabulary
   */
  public int[] sequence(String text) {
    Vocabulary vocabulary = known();
    List<String> tokens = settings.tokens(text);
    int[] numbers = new int[tokens.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vocabulary.number(tokens.get(i), settings.output());
    }
    return numbers;
  }

  /**
   * The numbers of the tokens of texts, for {@link PadSequences}.
   *
   * @param texts the texts
   * @return a row for each, as long as the text
   * @throws IllegalStateException if there is no vocabulary
   */
  public int[][] sequences(List<String> texts) {
    int[][] sequences = new int[texts.size()][];
    for (int i = 0; i < sequences.length; i++) {
      sequences[i] = sequence(texts.get(i));
    }
    return sequences;
  }

  /**
   * What texts become.
   *
   * @param texts the texts
   * @return a row for each: of {@link #outputSequenceLength} numbers, or of as many as the longest
   *     has; in other modes than {@link TextOutput#INT} a number for each token of the vocabulary
   * @throws IllegalStateException if there is no vocabulary
   * @throws IllegalArgumentException if there are no texts, or all are empty and no length is given
   */
  public NdArray apply(List<String> texts) {
    int[][] sequences = sequences(texts);
    if (settings.output() != TextOutput.INT) {
      return counts(sequences);
    }
    PadSequences padding = PadSequences.defaults().paddingPost().truncatingPost();
    int length = settings.sequenceLength();
    return (length == 0 ? padding : padding.maxlen(length)).apply(sequences);
  }

  /**
   * What texts become.
   *
   * @param texts the texts
   * @return a row for each, as {@link #apply(List)} gives it
   * @throws IllegalStateException if there is no vocabulary
   * @throws IllegalArgumentException if there are no texts, or all are empty and no length is given
   */
  public NdArray apply(String... texts) {
    return apply(Arrays.asList(texts));
  }

  private NdArray counts(int[][] sequences) {
    Vocabulary vocabulary = known();
    int width = settings.padded() ? settings.maxTokens() : vocabulary.tokens().size();
    float[] rows = new float[Math.multiplyExact(sequences.length, width)];
    for (int i = 0; i < sequences.length; i++) {
      for (int number : sequences[i]) {
        rows[i * width + number]++;
      }
    }
    for (int at = 0; at < rows.length; at++) {
      rows[at] = settings.output() == TextOutput.MULTI_HOT ? Math.min(1, rows[at]) : rows[at];
      if (rows[at] > 0 && settings.output() == TextOutput.TF_IDF) {
        rows[at] *= (float) vocabulary.weights()[at % width];
      }
    }
    return new NdArray(new int[] {sequences.length, width}, rows);
  }

  /**
   * The text that numbers stand for: tokens with blanks between them, or characters without;
   * padding is left out, and what was not known is {@code [UNK]}.
   *
   * @param numbers the numbers of tokens
   * @return the text
   * @throws IllegalStateException if there is no vocabulary
   * @throws IndexOutOfBoundsException if there is no token of a number
   */
  public String decode(int... numbers) {
    List<String> tokens = known().tokens();
    List<String> words = new ArrayList<>();
    for (int number : numbers) {
      if (number < 0 || number >= tokens.size()) {
        throw new IndexOutOfBoundsException(
            "there are " + tokens.size() + " tokens, none of number " + number);
      }
      if (!tokens.get(number).equals(Vocabulary.PADDING)) {
        words.add(tokens.get(number));
      }
    }
    return String.join(settings.split().glue(), words);
  }

  /**
   * All that this is, as texts that can be attached to a network.
   *
   * @return texts by name, from which {@link #of} makes the same again
   * @throws IllegalStateException if there is no vocabulary
   */
  public Map<String, List<String>> texts() {
    Map<String, List<String>> texts = settings.texts();
    texts.put(VOCABULARY, known().tokens());
    texts.put(
        IDF_WEIGHTS,
        Arrays.stream(known().weights()).mapToObj(String::valueOf).collect(Collectors.toList()));
    return texts;
  }

  /**
   * A vectorization from what {@link #texts} gave.
   *
   * @param texts texts by name
   * @return the vectorization, with its vocabulary
   * @throws IllegalArgumentException if they are not what a vectorization gives
   */
  public static TextVectorization of(Map<String, List<String>> texts) {
    List<String> weights = TextSettings.all(IDF_WEIGHTS, texts);
    double[] numbers = new double[weights.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.parseDouble(weights.get(i));
    }
    return with(TextSettings.of(texts)).vocabulary(TextSettings.all(VOCABULARY, texts), numbers);
  }
}
