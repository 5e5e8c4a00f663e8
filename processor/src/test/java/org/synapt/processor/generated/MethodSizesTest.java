package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.network.Network;

/** HotSpot never compiles a method above 8,000 bytecodes, and ART none that is large. */
final class MethodSizesTest {
  private static final int ROWS = 300;
  private static final int MOST_BYTECODES = 8_000;
  private static final int MOST_CALLS = 25;
  private static final Pattern METHOD =
      Pattern.compile(
          "(?m)^    \\w[\\w .<>\\[\\]]* (\\w+)\\(int batch\\) \\{\\n((?:      .*\\n|\\n)*)");
  private static final Pattern CALL = Pattern.compile("(?m)^      \\w+\\(batch\\);");

  private static final int CONVOLUTIONS = 50;

  private static final Compiled LONG =
      Compiled.of(Samples.file(longChain()), Samples.file(deepImages()));

  private static String longChain() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      rows.append("  @Dense(units = 2, activation = TANH) Tensor row").append(i).append("();\n");
    }
    return """
        /** Many rows. */
        @Network
        @SuppressWarnings("VanishingGradient")
        interface Long {
          @Input(shape = 2) Tensor x();
        %s  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor y();
        }
        """
        .formatted(rows);
  }

  private static String deepImages() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < CONVOLUTIONS; i++) {
      rows.append("  @Conv1D(filters = 2, kernelSize = 2, activation = SWISH) ")
          .append("Tensor row" + i + "();\n");
    }
    return """
        /** Many convolutions, each with windows of its own. */
        @Network
        interface Deep {
          @Input(shape = {%s, 1}) Tensor sound();
        %s  @Flatten Tensor flat();
          @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor y();
        }
        """
        .formatted(CONVOLUTIONS + 2, rows);
  }

  @Test
  void noMethodIsTooLongToBeCompiled() {
    assertThat(LONG.classes()).isNotEmpty();
    LONG.classes()
        .forEach(
            (name, bytes) ->
                ClassFiles.codeLengths(bytes)
                    .forEach(
                        (method, length) ->
                            assertWithMessage("%s of %s", method, name)
                                .that(length)
                                .isAtMost(MOST_BYTECODES)));
  }

  @Test
  void noMethodCallsMoreThanTwentyFiveRows() {
    Matcher method = METHOD.matcher(LONG.sources().get("samples.LongNetwork"));
    int methods = 0;
    while (method.find()) {
      long calls = CALL.matcher(method.group(2)).results().count();
      assertWithMessage(method.group(1)).that(calls).isAtMost(MOST_CALLS);
      methods++;
    }
    assertThat(methods).isAtLeast(3 * ROWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Long", "Deep"})
  void computesWhatItsGraphSays(String declaration) {
    Network network = LONG.network("samples.%sNetwork".formatted(declaration), 1);
    Comparison comparison =
        new Comparison(
            network,
            LONG.predicting("samples." + declaration),
            LONG.training("samples." + declaration));

    comparison.draw(new Random(2));
    comparison.comparePrediction();
    comparison.compareTraining(/* dropout= */ false);
  }

  @Test
  void readsLengthsOfCode() {
    byte[] bytes =
        Compiled.of("/** A type. */\nclass Plain { int twice(int x) { return x + x; } }")
            .classes()
            .get("Plain");

    assertThat(ClassFiles.codeLengths(bytes)).containsExactly("<init>()V", 5, "twice(I)I", 4);
  }
}
