package org.synapt.processor.emission;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class LayoutTest {

  @Test
  void setsShortJavadocOnOneLine() {
    assertThat(
            Layout.of(
                """
                  /**
                   * Trained floats.
                   */
                  int floats;
                """))
        .isEqualTo(
            """
              /** Trained floats. */
              int floats;
            """);
  }

  @Test
  void leavesJavadocThatWouldNotFitOnOneLine() {
    String text =
        """
          /**
           * A sentence that is a hundred and one characters long when it is set with both ends on a line.
           */
          int floats;
        """;

    assertThat(Layout.of(text)).isEqualTo(text);
  }

  @Test
  void leavesAGapBetweenConstantsAndFields() {
    String text =
        """
          private static final Windows A = Windows.over(4);
          private static final Windows B = Windows.over(5);

          private final Parameter c = parameter("c");
        """;

    assertThat(Layout.of(text.replace("(4);\n", "(4);\n\n"))).isEqualTo(text);
  }

  @Test
  void setsFieldsOfAKindCloseTogether() {
    assertThat(
            Layout.of(
                """
                  private final Buffer a = slot(0, 1);

                  private final Parameter b = parameter("b",
                      Initializers.zeros(), 1);

                  private final Buffer c = a;

                  C() {
                  }
                """))
        .isEqualTo(
            """
              private final Buffer a = slot(0, 1);
              private final Parameter b = parameter("b",
                  Initializers.zeros(), 1);
              private final Buffer c = a;

              C() {
              }
            """);
  }

  @Test
  void breaksALongLineOutsideOfParentheses() {
    assertThat(
            Layout.of(
                """
                    result[j] = dy[j] * (1f - target[j]) * Functions.log(1f - prediction[j] + 1e-6f) + 99f * target[j];
                """))
        .isEqualTo(
            """
                result[j] = dy[j] * (1f - target[j]) * Functions.log(1f - prediction[j] + 1e-6f)
                    + 99f * target[j];
            """);
  }

  @Test
  void neverBreaksWithinAStringOrAComment() {
    assertThat(
            Layout.of(
                """
                    static final Formula MINUS = new Formula("a - b - c - d - e - f - g - h - i - j - k - l - m", 13, 0) {
                """))
        .isEqualTo(
            """
                static final Formula MINUS =
                    new Formula("a - b - c - d - e - f - g - h - i - j - k - l - m", 13, 0) {
            """);
  }

  @Test
  void fillsLinesOfLongJavadoc() {
    assertThat(
            Layout.of(
                """
                /**
                 * The network declared by {@link ADeclarationWithALongName}. Generated: change the declaration, not it.
                 *
                 * <pre>
                 */
                """))
        .isEqualTo(
            """
            /**
             * The network declared by {@link ADeclarationWithALongName}. Generated: change the declaration, not
             * it.
             *
             * <pre>
             */
            """);
  }
}
