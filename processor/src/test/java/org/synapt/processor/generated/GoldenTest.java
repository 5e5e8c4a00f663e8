package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written, to the letter: comments and layout are promised too.
 *
 * <p>{@code -Dgoldens=write} writes the files anew; read the difference before it is committed.
 */
final class GoldenTest {
  private static final Path GOLDENS = Path.of("src/test/goldens");

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(Samples.CHAIN),
          Samples.file(Samples.HOUSE_PRICE),
          Samples.file(Samples.SAME_SIGNER),
          Samples.file(Samples.RESIDUAL),
          Samples.file(Samples.TOWER),
          Samples.file(Samples.PENALTY),
          Samples.file(Samples.REGULARIZED),
          Samples.file(Samples.NORMALIZED),
          Samples.file(AttentionSamples.ENCODER),
          Samples.file(AttentionSamples.TRANSFORMER),
          Samples.file(AnySamples.TAGGER),
          Samples.file(EmbeddingSamples.SAME_WORDS),
          Samples.file(EmbeddingSamples.ANY_WORDS),
          Samples.file(ImageSamples.CNN),
          Samples.file(ImageSamples.SHORTCUT),
          Samples.file(ImageSamples.RES_NET),
          Samples.file(SequenceSamples.STACKED),
          Samples.file(SequenceSamples.BOTH_WAYS),
          Samples.file(SequenceSamples.TRANSLATION),
          Samples.file(SequenceSamples.MEMORY),
          Samples.file(SequenceSamples.ANY_LENGTH),
          Samples.file(StepSamples.FRAMES),
          Samples.file(StepSamples.PHRASES));

  private static final Compiled WITH_ND4J =
      Compiled.withNd4j(
          Samples.file(Samples.SAME_SIGNER),
          Samples.file(Samples.MERGES),
          Samples.file(AnySamples.MATCHER),
          Samples.file(ImageSamples.CNN));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chain",
        "HousePrice",
        "SameSigner",
        "Tower",
        "Penalty",
        "Regularized",
        "Normalized",
        "Tagger",
        "SameWords",
        "AnyWords",
        "Transformer",
        "Cnn",
        "ResNet",
        "Stacked",
        "BothWays",
        "Translation",
        "Memory",
        "AnyLength",
        "Frames",
        "Phrases"
      })
  void writesWhatItWrote(String declaration) throws IOException {
    compare(COMPILED, declaration + "Network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SameSigner", "Merges", "Matcher", "Cnn"})
  void writesTheAdapterThatItWrote(String declaration) throws IOException {
    compare(WITH_ND4J, declaration + "Nd4j");
  }

  private static void compare(Compiled compiled, String name) throws IOException {
    String written = compiled.sources().get("samples." + name);
    Path golden = GOLDENS.resolve(name + ".java");
    if ("write".equals(System.getProperty("goldens"))) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, written);
    }

    assertWithMessage("%s; -Dgoldens=write accepts it", golden)
        .that(written)
        .isEqualTo(Files.readString(golden));
  }
}
