package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Numbers: Keras 3 reference, examples of keras.layers.TextVectorization (called the example) and
 * of keras.layers.StringLookup (called lookup), and keras/src/layers/preprocessing/
 * text_vectorization_test.py (called the test), unless it says otherwise.
 */
final class TextVectorizationTest {
  private static final TextVectorization KERAS = TextVectorization.defaults();
  private static final List<String> FOOS = Arrays.asList("foo bar", "bar baz", "baz bada boom");

  private static void assertGives(NdArray found, float[]... expected) {
    assertThat(found).isEqualTo(NdArray.of(expected));
  }

  private static TextVectorization of(TextVectorization chosen, String words) {
    return chosen.vocabulary(Arrays.asList(words.split(" ")));
  }

  /** The example. */
  @Test
  void learnsTheWordsOfTexts() {
    TextVectorization words = KERAS.maxTokens(5000).outputSequenceLength(4).adapt(FOOS);

    assertThat(words.vocabulary())
        .containsExactly("", "[UNK]", "baz", "bar", "foo", "boom", "bada")
        .inOrder();
    assertGives(
        words.apply("foo qux bar", "qux baz"), new float[] {4, 1, 3, 0}, new float[] {1, 2, 0, 0});
  }

  /** The example. */
  @Test
  void takesAGivenVocabulary() {
    assertThat(of(KERAS.maxTokens(5000), "earth wind and fire").vocabulary())
        .containsExactly("", "[UNK]", "earth", "wind", "and", "fire")
        .inOrder();
    assertThat(
            KERAS
                .vocabulary(Arrays.asList("", "[UNK]", "earth", "wind", "and", "fire"))
                .vocabulary())
        .isEqualTo(of(KERAS, "earth wind and fire").vocabulary());
  }

  /** Lookup: the most frequent first, then by inverse sort order. */
  @Test
  void breaksTiesAsKerasDoes() {
    assertThat(
            KERAS.outputMode(TextOutput.COUNT).adapt(Arrays.asList("a c d", "d z b")).vocabulary())
        .containsExactly("[UNK]", "d", "z", "c", "b", "a")
        .inOrder();
  }

  /** By hand: NumPy sorts bytes, and in UTF-8 they are in the order of code points. */
  @Test
  void breaksTiesByCodePoint() {
    assertThat(KERAS.adapt(Collections.singletonList("\uff5e \ud83d\ude00 z \u00e9")).vocabulary())
        .containsExactly("", "[UNK]", "\ud83d\ude00", "\uff5e", "\u00e9", "z")
        .inOrder();
  }

  /** The test. */
  @Test
  void keepsTheMostFrequentTokens() {
    TextVectorization words =
        KERAS.maxTokens(5).adapt(Collections.singletonList("a b c d e f g h i j"));

    assertThat(words.vocabulary()).containsExactly("", "[UNK]", "j", "i", "h").inOrder();
  }

  /** The test, and a length that it does not give. */
  @Test
  void padsToTheLongestUnlessThereIsALength() {
    TextVectorization words = of(KERAS, "baz bar foo");

    assertGives(
        words.apply("foo qux bar", "qux baz", "foo"),
        new float[] {4, 1, 3},
        new float[] {1, 2, 0},
        new float[] {4, 0, 0});
    assertGives(
        words.outputSequenceLength(2).apply("foo qux bar", "qux baz", "foo"),
        new float[] {4, 1},
        new float[] {1, 2},
        new float[] {4, 0});
    assertThat(words.sequences(Arrays.asList("foo qux bar", "")))
        .isEqualTo(new int[][] {{4, 1, 3}, {}});
  }

  /** The test. */
  @Test
  void standardizes() {
    String text = "Hello, World!. This is just a nice test!";

    assertThat(of(KERAS, "hello world this is nice test").sequence(text))
        .isEqualTo(new int[] {2, 3, 4, 5, 1, 1, 6, 7});
    assertThat(
            of(KERAS.standardize(TextStandardize.LOWER), "hello, hello world this is nice test")
                .sequence(text))
        .isEqualTo(new int[] {2, 1, 5, 6, 1, 1, 7, 1});
    assertThat(
            of(KERAS.standardize(TextStandardize.STRIP_PUNCTUATION), "Hello World Test")
                .sequence("Hello, World! Test."))
        .isEqualTo(new int[] {2, 3, 4});
    assertThat(of(KERAS.standardize(TextStandardize.NONE), "Hello world").sequence("Hello hello"))
        .isEqualTo(new int[] {2, 1});
  }

  /** By hand, from the pattern of Keras's source; its tf.strings.lower is one of ASCII. */
  @Test
  void knowsTheSignsAndLettersOfKeras() {
    assertThat(KERAS.tokens("A!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'9z \u00c9\u2014\u0130I"))
        .containsExactly("a9z", "\u00c9\u2014\u0130i")
        .inOrder();
  }

  /** The test. */
  @Test
  void splits() {
    assertThat(of(KERAS.split(TextSplit.CHARACTER), "a b c d e").sequence("abcf"))
        .isEqualTo(new int[] {2, 3, 4, 1});
    assertGives(
        of(KERAS.split(TextSplit.NONE), "foo bar baz").apply("foo", "bar", "unknown"),
        new float[] {2},
        new float[] {3},
        new float[] {1});
  }

  /** By hand. */
  @Test
  void splitsAtTheWhiteSpaceOfAsciiAndIntoWholeCharacters() {
    assertThat(KERAS.tokens("  a\tb\r\n c\u000bd\fe\u00a0f "))
        .containsExactly("a", "b", "c", "d", "e\u00a0f")
        .inOrder();
    assertThat(KERAS.split(TextSplit.CHARACTER).tokens("a\ud83d\ude00 \u00e9"))
        .containsExactly("a", "\ud83d\ude00", " ", "\u00e9")
        .inOrder();
    assertThat(KERAS.tokens(" ")).isEmpty();
  }

  /** The test: which there are; their order by hand, all being as frequent. */
  @Test
  void putsNeighboursTogether() {
    List<String> text = Collections.singletonList("foo bar baz");

    assertThat(KERAS.ngrams(2).adapt(text).vocabulary())
        .containsExactly("", "[UNK]", "foo bar", "foo", "baz", "bar baz", "bar")
        .inOrder();
    assertThat(KERAS.ngramWidths(1, 3).adapt(text).vocabulary())
        .containsExactly("", "[UNK]", "foo bar baz", "foo", "baz", "bar")
        .inOrder();
    assertThat(KERAS.ngrams(2).tokens("foo bar baz"))
        .containsExactly("foo", "bar", "baz", "foo bar", "bar baz")
        .inOrder();
    assertThat(KERAS.ngramWidths(3).tokens("foo bar")).isEmpty();
  }

  /** The test. */
  @Test
  void counts() {
    assertGives(
        of(KERAS.outputMode(TextOutput.MULTI_HOT), "foo bar baz").apply("foo bar", "baz foo foo"),
        new float[] {0, 1, 1, 0},
        new float[] {0, 1, 0, 1});
    assertGives(
        of(KERAS.outputMode(TextOutput.COUNT), "foo bar baz").apply("foo bar", "baz foo foo"),
        new float[] {0, 1, 1, 0},
        new float[] {0, 2, 0, 1});
    assertGives(
        KERAS
            .outputMode(TextOutput.TF_IDF)
            .vocabulary(Arrays.asList("foo", "bar", "baz"), 0.3, 0.5, 0.2)
            .apply("foo bar", "baz foo foo"),
        new float[] {0, 0.3f, 0.5f, 0},
        new float[] {0, 0.6f, 0, 0.2f});
  }

  /** Lookup; the last two examples of TF-IDF. */
  @Test
  void weighsWhatItDoesNotKnow() {
    TextVectorization weighed = KERAS.outputMode(TextOutput.TF_IDF);
    List<String> words = Arrays.asList("a", "b", "c", "d");

    assertGives(
        weighed.vocabulary(words, 0.25, 0.75, 0.6, 0.4).apply("a c d d", "d z b z"),
        new float[] {0, 0.25f, 0, 0.6f, 0.8f},
        new float[] {1, 0, 0.75f, 0, 0.4f});
    assertGives(
        weighed
            .vocabulary(Arrays.asList("[UNK]", "a", "b", "c", "d"), 0.9, 0.25, 0.75, 0.6, 0.4)
            .apply("a c d d", "d z b z"),
        new float[] {0, 0.25f, 0, 0.6f, 0.8f},
        new float[] {1.8f, 0, 0.75f, 0, 0.4f});
  }

  /** By hand, from the formula that lookup gives: ln(1 + n / (1 + d)). */
  @Test
  void learnsHowRareWordsAre() {
    TextVectorization words =
        KERAS.outputMode(TextOutput.TF_IDF).adapt(Arrays.asList("a a b", "a"));
    float a = (float) Math.log(1 + 2 / 3.0);
    float b = (float) Math.log(1 + 2 / 2.0);
    float unknown = (float) ((Math.log(1 + 2 / 3.0) + Math.log(2)) / 2);

    assertThat(words.vocabulary()).containsExactly("[UNK]", "a", "b").inOrder();
    assertGives(words.apply("a a b c"), new float[] {unknown, 2 * a, b});
  }

  /** The test: the width; the numbers follow. */
  @Test
  void isAsWideAsTheVocabularyMayBe() {
    assertGives(
        of(KERAS.outputMode(TextOutput.MULTI_HOT).maxTokens(8).padToMaxTokens(), "foo bar")
            .apply("foo bar"),
        new float[] {0, 1, 1, 0, 0, 0, 0, 0});
  }

  /** By hand: in StringLookup's words, instances of the mask token are dropped. */
  @Test
  void countsNoEmptyTexts() {
    assertGives(
        of(KERAS.outputMode(TextOutput.COUNT).split(TextSplit.NONE), "a").apply("", "a"),
        new float[] {0, 0},
        new float[] {0, 1});
    assertGives(
        of(KERAS.split(TextSplit.NONE), "a").apply("", "a"), new float[] {0}, new float[] {2});
  }

  @Test
  void givesTextsBack() {
    TextVectorization words = of(KERAS.outputSequenceLength(5), "foo bar baz");
    TextVectorization characters = of(KERAS.split(TextSplit.CHARACTER), "a b c");

    assertThat(words.decode(words.sequence("Baz, foo qux!"))).isEqualTo("baz foo [UNK]");
    assertThat(words.decode(4, 0, 2, 0, 0)).isEqualTo("baz foo");
    assertThat(characters.decode(characters.sequence("cab"))).isEqualTo("cab");
    assertThat(assertThrows(IndexOutOfBoundsException.class, () -> words.decode(5)))
        .hasMessageThat()
        .contains("5 tokens, none of number 5");
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameAgainFromItsTexts(TextOutput output) {
    TextVectorization words =
        KERAS
            .outputMode(output)
            .maxTokens(9)
            .standardize(TextStandardize.LOWER)
            .ngramWidths(2, 1)
            .adapt(FOOS);
    words = output == TextOutput.INT ? words.outputSequenceLength(3) : words;

    TextVectorization again = TextVectorization.of(words.texts());

    assertThat(again.texts()).isEqualTo(words.texts());
    assertThat(again.vocabulary()).isEqualTo(words.vocabulary());
    assertThat(again.apply("Foo bar qux boom")).isEqualTo(words.apply("Foo bar qux boom"));
  }

  @Test
  void refusesTextsThatAreNotItsOwn() {
    Map<String, List<String>> texts = new LinkedHashMap<>(of(KERAS, "a b").texts());
    texts.put("max_tokens", Arrays.asList("many"));
    assertRefuses("max_tokens is no whole number: many", () -> TextVectorization.of(texts));
    texts.put("max_tokens", Arrays.asList("3"));
    assertRefuses("has 4 tokens", () -> TextVectorization.of(texts));
    texts.remove("split");
    assertRefuses("has split among its texts", () -> TextVectorization.of(texts));
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefuses("comes twice", () -> of(KERAS, "a b a"));
    assertRefuses("'[UNK]' is reserved", () -> of(KERAS, "a [UNK]"));
    assertRefuses("is padding", () -> KERAS.vocabulary(Arrays.asList("a", "")));
    assertRefuses("at least one word", () -> KERAS.adapt(Arrays.asList("", " !")));
    assertRefuses("has 4 tokens", () -> of(KERAS.maxTokens(3), "a b"));
    assertRefuses("no room for words", () -> KERAS.maxTokens(2).adapt(FOOS));
    assertRefuses("padToMaxTokens needs", () -> weighed().padToMaxTokens().adapt(FOOS));
    assertRefuses("not for TF_IDF", () -> weighed().outputSequenceLength(3).adapt(FOOS));
    assertRefuses("takes 2 weights, not 0", () -> of(weighed(), "a b"));
    assertRefuses(
        "the weight of b is NaN",
        () -> weighed().vocabulary(Arrays.asList("a", "b"), 1, Double.NaN));
    assertRefuses("1 or more, not 0", () -> KERAS.ngrams(0));
    assertThat(assertThrows(IllegalStateException.class, () -> KERAS.apply("a")))
        .hasMessageThat()
        .contains("there is no vocabulary");
  }

  private static TextVectorization weighed() {
    return KERAS.outputMode(TextOutput.TF_IDF);
  }

  private static void assertRefuses(String message, Executable what) {
    assertThat(assertThrows(IllegalArgumentException.class, what))
        .hasMessageThat()
        .contains(message);
  }
}
