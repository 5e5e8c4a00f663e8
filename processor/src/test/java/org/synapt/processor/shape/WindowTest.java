package org.synapt.processor.shape;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes, strides and padding: how many windows there are. */
@Tag("L3")
@Tag("L8")
final class WindowTest {
  private static final Pattern TERM = Pattern.compile("\\d+");

  /**
   * How TensorFlow pads. Sources: its API documentation, tf.nn, Notes on padding (the first two
   * examples: 13 inputs, windows of 6, strides of 5, with 1 in front and 2 behind); Keras, {@code
   * Conv2D}, whose images of 28 and strides of 1 keep their extent; Dumoulin and Visin, A guide to
   * convolution arithmetic for deep learning, 2016, figures 2.3 and 2.7.
   */
  @ParameterizedTest
  @CsvSource({
    "13, 6, 5, 1, 3, 1, 2",
    "28, 3, 1, 1, 28, 1, 1",
    "28, 5, 1, 1, 28, 2, 2",
    "224, 7, 2, 1, 112, 2, 3",
    "224, 3, 2, 1, 112, 0, 1",
    "5, 3, 1, 1, 5, 1, 1",
    "28, 2, 2, 1, 14, 0, 0",
    "27, 2, 2, 1, 14, 0, 1",
    "7, 1, 2, 1, 4, 0, 0",
    "9, 2, 4, 1, 3, 0, 1",
    "28, 3, 1, 2, 28, 2, 2",
    "10, 2, 1, 3, 10, 1, 2"
  })
  void padsAsTensorFlow(
      int extent, int size, int stride, int dilation, int count, int before, int after) {
    Window window = Window.same(extent, size, stride, dilation);

    assertThat(window.count()).isEqualTo(count);
    assertThat(window.before()).isEqualTo(before);
    assertThat(window.after()).isEqualTo(after);
  }

  /**
   * {@code tf.nn}: ⌈(inputs − window + 1) / stride⌉, 13 inputs of which the last two are dropped.
   */
  @ParameterizedTest
  @CsvSource({"13, 6, 5, 1, 2", "28, 5, 2, 1, 12", "28, 5, 1, 1, 24", "7, 7, 3, 1, 1"})
  void staysWithinTheAxisAsInTensorFlow(int extent, int size, int stride, int dilation, int count) {
    assertThat(Window.valid(extent, size, stride, dilation).count()).isEqualTo(count);
  }

  /**
   * {@code ⌈extent / stride⌉} windows, of which the last takes the last position or goes beyond.
   */
  @Test
  void sameHasAWindowForEachStride() {
    forEachSmall(
        valid -> {
          Window same = Window.same(valid.extent(), valid.size(), valid.stride(), valid.dilation());

          assertWithMessage("%s", same)
              .that(same.count())
              .isEqualTo((int) Math.ceil((double) valid.extent() / valid.stride()));
          assertWithMessage("%s", same).that(same.after() - same.before()).isIn(List.of(0, 1));
          if (same.padding() > 0) {
            assertWithMessage("%s", same).that(inPaddedAxis(same)).hasSize(same.count());
            long end = (same.count() - 1L) * same.stride() + same.span();
            assertWithMessage("%s", same).that(end).isEqualTo(same.extent() + same.padding());
          }
        });
  }

  @Test
  void aCausalWindowEndsAtItsPosition() {
    forEachSmall(
        valid -> {
          Window causal =
              Window.causal(valid.extent(), valid.size(), valid.stride(), valid.dilation());

          for (long begin : inPaddedAxis(causal)) {
            long end = begin - causal.before() + causal.span() - 1;
            assertWithMessage("%s", causal).that(end).isEqualTo(begin);
            assertWithMessage("%s", causal).that(end).isLessThan((long) causal.extent());
          }
          assertWithMessage("%s", causal)
              .that(causal.count())
              .isEqualTo((int) Math.ceil((double) valid.extent() / valid.stride()));
        });
  }

  @Test
  void thereAreAsManyAsFit() {
    forEachSmall(
        valid -> {
          for (int padding = 0; padding < 4; padding++) {
            Window window =
                new Window(
                    valid.extent(),
                    valid.size(),
                    valid.stride(),
                    valid.dilation(),
                    padding,
                    padding / 2);
            assertWithMessage("%s", window)
                .that(window.count())
                .isEqualTo(inPaddedAxis(window).size());
          }
        });
  }

  /** Where windows begin, counted from the padding in front, found by trying. */
  private static List<Long> inPaddedAxis(Window window) {
    return LongStream.range(0, window.extent() + window.padding())
        .filter(begin -> begin % window.stride() == 0)
        .filter(begin -> begin + window.span() <= window.extent() + window.padding())
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          28 | 5 | 1 | 1 | 0 | 0 | 28 - 5 + 1 = 24
          28 | 5 | 2 | 1 | 0 | 0 | ⌈(28 - 5 + 1) / 2⌉ = 12
          28 | 3 | 1 | 1 | 1 | 1 | 28 + 2 - 3 + 1 = 28
          13 | 6 | 5 | 1 | 1 | 2 | ⌈(13 + 3 - 6 + 1) / 5⌉ = 3
          28 | 3 | 1 | 4 | 0 | 0 | 28 - (3 - 1) · 4 = 20
          28 | 3 | 3 | 4 | 0 | 1 | ⌈(28 + 1 - (3 - 1) · 4) / 3⌉ = 7
          3  | 5 | 1 | 1 | 0 | 0 | 3 - 5 + 1 = -1
          3  | 5 | 2 | 1 | 0 | 0 | ⌈(3 - 5 + 1) / 2⌉ = 0
          3  | 9 | 2 | 1 | 0 | 0 | ⌈(3 - 9 + 1) / 2⌉ = -2
          """)
  void showsItsArithmetic(
      int extent, int size, int stride, int dilation, int before, int after, String text) {
    Window window = new Window(extent, size, stride, dilation, before, after);

    assertThat(window.arithmetic()).isEqualTo(text);
  }

  @Test
  void whatItShowsIsTrue() {
    forEachSmall(
        valid -> {
          for (Window window :
              List.of(
                  valid,
                  Window.same(valid.extent(), valid.size(), valid.stride(), valid.dilation()),
                  Window.causal(valid.extent(), valid.size(), valid.stride(), valid.dilation()))) {
            String[] sides = window.arithmetic().split(" = ");
            long said = Long.parseLong(sides[1]);

            assertWithMessage(window.arithmetic()).that(computed(sides[0])).isEqualTo(said);
            assertWithMessage(window.arithmetic())
                .that(window.count())
                .isEqualTo((int) Math.max(0, said));
          }
        });
  }

  /** The left side, read from left to right as a person reads it. */
  private static long computed(String text) {
    Matcher term = TERM.matcher(text);
    List<Long> numbers = new ArrayList<>();
    while (term.find()) {
      numbers.add(Long.parseLong(term.group()));
    }
    int next = 0;
    long sum = numbers.get(next++);
    if (text.contains(" + ") && text.indexOf(" + ") < text.indexOf(" - ")) {
      sum += numbers.get(next++);
    }
    long size = numbers.get(next++);
    sum += 1 - (text.contains("·") ? 1 + (size - numbers.get(next++)) * numbers.get(next) : size);
    next += 1;
    return text.contains("/") ? (long) Math.ceil((double) sum / numbers.get(next)) : sum;
  }

  private static void forEachSmall(Consumer<Window> test) {
    for (int extent = 1; extent < 9; extent++) {
      for (int size = 1; size < 5; size++) {
        for (int stride = 1; stride < 5; stride++) {
          for (int dilation = 1; dilation < 4; dilation++) {
            test.accept(Window.valid(extent, size, stride, dilation));
          }
        }
      }
    }
  }

  /** Numbers beyond an int neither wrap around nor pass for a window that fits. */
  @Test
  void noneFitsWhereTheSpanIsBeyondCounting() {
    int most = Integer.MAX_VALUE;

    assertThat(Window.valid(28, most, 1, most).count()).isEqualTo(0);
    assertThat(Window.same(28, most, 1, most).count()).isEqualTo(0);
    assertThat(Window.causal(28, most, 1, most).count()).isEqualTo(0);
    assertThat(Window.same(most, 3, 1, 1).count()).isEqualTo(most);
    assertThat(Window.same(most, 3, most, 1).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          28 | 5 | 1 | 1 | 0 | 0 | 5 of 28
          28 | 5 | 2 | 1 | 0 | 1 | 5 of 28 by 2 padded 0+1
          28 | 3 | 1 | 4 | 4 | 4 | 3 of 28 dilated 4 padded 4+4
          """)
  void saysHowItMoves(
      int extent, int size, int stride, int dilation, int before, int after, String text) {
    assertThat(new Window(extent, size, stride, dilation, before, after).toString())
        .isEqualTo(text);
  }
}
