package org.synapt.processor;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is advised about networks of images, and that nothing is where nothing is amiss. */
final class ImageAdviceTest {
  /** Up to where its image is flattened. */
  private static final String TUTORIAL =
      """
      @Input(shape = {28, 28, 1}) Tensor image();
      @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU) Tensor edges();
      @Conv2D(filters = 32, kernelSize = 3, activation = RELU) Tensor strokes();
      @MaxPooling2D(poolSize = 2) Tensor coarse();
      @Dropout(rate = 0.2) Tensor seen();
      @Flatten Tensor flat();
      """;

  private static final String HIDDEN =
      """
      @Dense(units = 512, activation = RELU) Tensor hidden();
      @Dropout(rate = 0.5) Tensor kept();
      """;

  private static final String CLASSES =
      "@Output(loss = CATEGORICAL_CROSSENTROPY)"
          + " @Dense(units = 10, activation = SOFTMAX) Tensor digit();\n";

  @TempDir private Path folder;

  private List<String> said(String rows, String... blocks) {
    Project project = new Project(folder).withFile("Net.java", KnownNetwork.source(rows, blocks));
    List<String> warnings = project.messages(Compilers.JAVAC, Diagnostic.Kind.WARNING);
    assertThat(project.generated()).contains("NetNetwork.java");
    return warnings;
  }

  @ParameterizedTest
  @EnumSource
  @Tag("L17")
  void hasNothingToSayOfPublishedNetworks(KnownNetwork network) {
    Project project = new Project(folder).withFile("Net.java", network.source());

    assertThat(project.compile(Compilers.JAVAC)).isEmpty();
  }

  /** The network of the third tutorial: it has 99 of 100 parameters in one layer. */
  @Test
  @Tag("L19")
  @Tag("M13")
  void saysWhatPoolingGloballyWouldSpareTheTutorialsNetwork() {
    assertThat(said(TUTORIAL + HIDDEN + CLASSES))
        .containsExactly(
            "[FlattenDominates] flat [5408] → hidden: 2,769,408 of 2,784,106 parameters, 99 %\n"
                + "@GlobalAveragePooling2D in place of flat leaves the 32 channels of seen [13,"
                + " 13, 32], and hidden 16,896 parameters");
  }

  @Test
  @Tag("L19")
  void saysNothingOfWhatIsPooledGlobally() {
    assertThat(said(TUTORIAL.replace("@Flatten", "@GlobalAveragePooling2D") + HIDDEN + CLASSES))
        .isEmpty();
  }

  @Test
  @Tag("L19")
  void saysThatAnImageWantsConvolutions() {
    assertThat(
            said(
                """
                @Input(shape = {96, 96, 3}) Tensor image();
                @Flatten Tensor flat();
                """
                    + HIDDEN
                    + CLASSES))
        .containsExactly(
            "[FlattenDominates] flat [27648] → hidden: 14,156,288 of 14,161,418 parameters, 99 %\n"
                + "let convolutions and poolings make little of image first: patterns are small and"
                + " the same everywhere");
  }

  @Test
  @Tag("L19")
  void saysNothingOfSmallImagesWithoutConvolutions() {
    assertThat(
            said(
                """
                @Input(shape = {28, 28, 1}) Tensor image();
                @Flatten Tensor flat();
                """
                    + HIDDEN
                    + CLASSES))
        .isEmpty();
  }

  private static String image(String rows) {
    return rows
        + """
        @GlobalAveragePooling2D Tensor features();
        """
        + CLASSES;
  }

  /** Sides of 28 that two convolutions without padding make odd. */
  @Test
  @Tag("D17")
  @Tag("L3")
  void saysWherePaddingKeepsSidesEven() {
    assertThat(
            said(
                image(
                    """
                    @Input(shape = {32, 32, 3}) Tensor image();
                    @Conv2D(filters = 8, kernelSize = 3, padding = SAME, activation = RELU)
                    Tensor a();
                    @Conv2D(filters = 8, kernelSize = 3, activation = RELU) Tensor b();
                    @MaxPooling2D Tensor half();
                    @Conv2D(filters = 8, kernelSize = 3, activation = RELU) Tensor c();
                    @AveragePooling2D Tensor quarter();
                    """)))
        .containsExactly(
            "[OddSideBeforePooling] quarter takes rows of c [13, 13, 8] by 2 and leaves one out\n"
                + "use padding = SAME in b, c, or padding = SAME here: its last window is smaller");
  }

  /** 28 is halved twice; three poolings and a stride want a multiple of 16. */
  @Test
  @Tag("D17")
  void saysWhichSidesCanBeHalvedOftenEnough() {
    assertThat(
            said(
                image(
                    """
                    @Input(shape = {28, 32, 3}) Tensor image();
                    @Conv2D(filters = 8, kernelSize = 3, strides = 2, padding = SAME,
                        activation = RELU) Tensor a();
                    @MaxPooling2D Tensor b();
                    @MaxPooling2D Tensor c();
                    @MaxPooling2D Tensor d();
                    """)))
        .containsExactly(
            "[OddSideBeforePooling] c takes rows of b [7, 8, 8] by 2 and leaves one out\n"
                + "use 16 or 32 rows of image, which 16 divides, or padding = SAME here: its last"
                + " window is smaller",
            "[OddSideBeforePooling] d takes rows of c [3, 4, 8] by 2 and leaves one out\n"
                + "use 16 or 32 rows of image, which 16 divides, or padding = SAME here: its last"
                + " window is smaller");
  }

  @Test
  @Tag("D17")
  void saysBothWhereBothAreNeeded() {
    assertThat(
            said(
                image(
                    """
                    @Input(shape = {40, 31, 3}) Tensor image();
                    @Conv2D(filters = 8, kernelSize = 3, activation = RELU) Tensor a();
                    @MaxPooling2D(poolSize = {1, 4}) Tensor b();
                    """)))
        .containsExactly(
            "[OddSideBeforePooling] b takes columns of a [38, 29, 8] by 4 and leaves one out\n"
                + "use padding = SAME in a and 28 or 32 columns of image, which 4 divides, or"
                + " padding = SAME here: its last window is smaller");
  }

  @ParameterizedTest
  @Tag("D17")
  @ValueSource(
      strings = {
        "@MaxPooling2D(padding = SAME) Tensor b();",
        "@MaxPooling2D(poolSize = 3, strides = 2) Tensor b();",
        "@GlobalMaxPooling2D(keepdims = true) Tensor b();",
        "@SuppressWarnings(\"OddSideBeforePooling\") @MaxPooling2D Tensor b();",
      })
  void saysNothingOfOddSidesThatAreMeant(String pooling) {
    assertThat(
            said(
                image(
                    """
                    @Input(shape = {27, 27, 3}) Tensor image();
                    @Conv2D(filters = 8, kernelSize = 3, padding = SAME, activation = RELU)
                    Tensor a();
                    """
                        + pooling)))
        .isEmpty();
  }

  private static String large(int channels, String window, int filters) {
    return image(
        """
        @Input(shape = {32, 32, %s}) Tensor image();
        @Conv2D(filters = %s, %s, padding = SAME, activation = RELU) Tensor a();
        """
            .formatted(channels, filters, window));
  }

  @Test
  @Tag("L17")
  void countsWhatSmallWindowsWouldSpare() {
    assertThat(said(large(64, "kernelSize = 7", 64)))
        .containsExactly(
            "[LargeWindow] a weighs windows of 7x7 with 200,704 numbers; 3 layers of 3x3 see as"
                + " much with 110,592\n"
                + "declare 3 of kernelSize = 3 with an activation each, of 64 filters but the"
                + " last");
    assertThat(said(large(64, "kernelSize = 5", 80)))
        .containsExactly(
            "[LargeWindow] a weighs windows of 5x5 with 128,000 numbers; 2 layers of 3x3 see as"
                + " much with 103,680\n"
                + "declare 2 of kernelSize = 3 with an activation each, of 80 filters but the"
                + " last");
  }

  @ParameterizedTest
  @Tag("L17")
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | kernelSize = 7 | 64",
        "1 | kernelSize = 5 | 1",
        "64 | kernelSize = 7, strides = 2 | 64",
        "32 | kernelSize = 5 | 64",
        "64 | kernelSize = 5 | 3",
        "64 | kernelSize = {1, 7} | 64",
        "64 | kernelSize = 5, groups = 64 | 64",
        "64 | kernelSize = 5, dilationRate = 2 | 64",
        "64 | kernelSize = 4 | 64",
        "64 | kernelSize = 3 | 64",
      })
  void saysNothingOfLargeWindowsThatSpareNothingOrDoMore(int channels, String window, int filters) {
    assertThat(said(large(channels, window, filters))).isEmpty();
  }

  @Test
  @Tag("L17")
  void warnsOfPoolingTooMuchAtOnce() {
    assertThat(
            said(
                image(
                    """
                    @Input(shape = {32, 32, 3}) Tensor image();
                    @Conv2D(filters = 8, kernelSize = 3, padding = SAME, activation = RELU)
                    Tensor a();
                    @MaxPooling2D(poolSize = 4) Tensor b();
                    """)))
        .containsExactly(
            "[LargePooling] b makes one of each 4x4 = 16 values at once\n"
                + "pool by 2 or 3, let a convolution look at that, and pool again");
  }

  @ParameterizedTest
  @Tag("L17")
  @ValueSource(
      strings = {
        "@MaxPooling2D(poolSize = 3) Tensor b();",
        "@MaxPooling2D(poolSize = {1, 8}) Tensor b();",
        "@AveragePooling2D(poolSize = 24) Tensor b();",
        "@MaxPooling2D(poolSize = 5, strides = 1, padding = SAME) Tensor b();",
        "@SuppressWarnings(\"LargePooling\") @MaxPooling2D(poolSize = 4) Tensor b();",
      })
  void saysNothingOfPoolingThatIsUsual(String pooling) {
    assertThat(
            said(
                image(
                    """
                    @Input(shape = {24, 24, 3}) Tensor image();
                    @Conv2D(filters = 8, kernelSize = 3, padding = SAME, activation = RELU)
                    Tensor a();
                    """
                        + pooling)))
        .isEmpty();
  }
}
