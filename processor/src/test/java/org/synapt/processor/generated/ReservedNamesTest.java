package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.network.Network;

/** Names that mean something in what is written, or in Java, are free for users all the same. */
final class ReservedNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forward backward loss row inputs",
        "batch pass examples gradient outputs",
        "matMul pointwise reduce softmax share",
        "slot fixed kernel key rate",
        "n j result operands x",
        "Math Fused Functions Formula Arrays",
        "List Buffer Override Examples Column",
        "LARGEST_BATCH SIGNATURE PARAMETERS Outputs Prediction",
        "yield record var sealed permits",
        "predict value evaluate save load",
        "aWeight a aBias aGradient a$b",
        "done file capacity network step",
        "rowFrom25 forwardPart1 yLoss yTarget yShare",
        "grün straße Ω dy λ",
        "finalize clone float_ x_ y_",
        "Columns Arrays outputs gradient row",
        "INDArray Nd4jAdapter array floats parameter"
      })
  void ofRows(String names) {
    List<String> five = List.of(names.split(" "));
    String declaration =
        """
        /** Awkward names. */
        @Network
        interface Awkward {
          @Input(shape = 2)                       Tensor %1$s();
          @Input(shape = 2)                       Tensor %2$s();
          @Dense(units = 2, activation = TANH)    Tensor %3$s(Tensor %2$s);
          @Formula("max(%1$s * %2$s, sin(%3$s)) + abs(%1$s)")
          Tensor %4$s(Tensor %1$s, Tensor %2$s, Tensor %3$s);
          @Dense(units = 3, activation = SOFTMAX) Tensor %5$s();
          @Output(loss = MEAN_SQUARED_ERROR)
          @Dense(units = 1)                       Tensor y(Tensor %5$s);
          @Output(loss = CATEGORICAL_CROSSENTROPY)
          @Dense(units = 2, activation = SOFTMAX) Tensor z(Tensor %4$s);
        }
        """
            .formatted(five.toArray());

    compare(Compiled.withNd4j(Samples.file(declaration)), "samples.Awkward");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windows convolution pooling zeroPadding interpolation",
        "WINDOWS_2X2_OVER_4X4 WINDOWS_2X2_OVER_4X4_ Windows windows2x2Over4x4 padded",
        "Convolution Pooling ZeroPadding Interpolation kernel",
        "none batch x weight saved"
      })
  void ofRowsThatLookAtImages(String names) {
    List<String> five = List.of(names.split(" "));
    String declaration =
        """
        /** Awkward names of images. */
        @Network
        interface Awkward {
          @Input(shape = {4, 4, 2})                                       Tensor %1$s();
          @Conv2D(filters = 3, kernelSize = 2, activation = TANH)         Tensor %2$s();
          @MaxPooling2D(strides = 1)                                      Tensor %3$s();
          @ZeroPadding2D                                                  Tensor %4$s();
          @UpSampling2D(interpolation = Interpolation.BILINEAR)           Tensor %5$s();
          @GlobalAveragePooling2D                                         Tensor means();
          @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1)            Tensor y();
        }
        """
            .formatted(five.toArray());

    compare(Compiled.withNd4j(Samples.file(declaration)), "samples.Awkward");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Network",
        "Buffer",
        "Formula",
        "Math",
        "String",
        "Override",
        "Prediction",
        "Training",
        "Fused",
        "Outputs",
        "List",
        "Float",
        "Arrays",
        "Object",
        "IllegalArgumentException",
        "INDArray",
        "Nd4jAdapter",
        "Columns"
      })
  void ofDeclarations(String name) {
    String declaration = declaration(name);

    compare(Compiled.withNd4j("package samples;\n" + declaration), "samples." + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Network", "Buffer", "Plain"})
  void ofDeclarationsWithoutAPackage(String name) {
    compare(Compiled.withNd4j(declaration(name)), name);
  }

  @Test
  void besideTypesThatHideThoseOfJava() {
    String neighbours =
        """
        class Math {}

        class String {}

        @interface Override {}

        class IndexOutOfBoundsException {}
        """;

    compare(
        Compiled.withNd4j("package samples;\n" + declaration("Plain") + neighbours),
        "samples.Plain");
  }

  @Test
  void ofBlocksBesideATypeThatHidesOneOfJava() {
    String block =
        """
        /** A block whose rows are written down in a string. */
        @org.synapt.annotations.Block
        @interface Doubled {
          interface Body {
            @org.synapt.annotations.Input
            org.synapt.annotations.Tensor x();

            @org.synapt.annotations.Formula("2 * x")
            org.synapt.annotations.Tensor twice(org.synapt.annotations.Tensor x);
          }
        }

        class String {}
        """;

    compare(
        Compiled.withNd4j("package samples;\n" + declaration("Plain") + block), "samples.Plain");
  }

  @Test
  void ofDeclarationsWithinOthers() {
    Compiled compiled =
        Compiled.withNd4j(
            """
            package samples;

            /** A declaration within a class within a class. */
            class Outer {
              static class Network {
                %s
              }
            }
            """
                .formatted(declaration("Buffer")));

    compare(compiled, "samples.Outer.Network.Buffer", "samples.Outer_Network_BufferNetwork");
  }

  @Test
  void ofOutputs() {
    String declaration =
        """
        /** Outputs called as methods of every object. */
        @Network
        abstract class Awkward {
          @Input(shape = 2) abstract Tensor x();
          @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) abstract Tensor examples();
          @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) abstract Tensor pass(Tensor x);
        }
        """;

    compare(Compiled.withNd4j(Samples.file(declaration)), "samples.Awkward");
  }

  private static String declaration(String name) {
    return """
        /** A declaration with an awkward name. */
        @org.synapt.annotations.Network
        interface %s {
          @org.synapt.annotations.Input(shape = 2)
          org.synapt.annotations.Tensor x();

          @org.synapt.annotations.Formula("max(x, 0.5) * sin(x)")
          org.synapt.annotations.Tensor bent();

          @org.synapt.annotations.Output(loss = org.synapt.annotations.Loss.MEAN_SQUARED_ERROR)
          @org.synapt.annotations.Dense(units = 1)
          org.synapt.annotations.Tensor y();

          @org.synapt.annotations.Output(loss = org.synapt.annotations.Loss.MEAN_SQUARED_ERROR)
          @org.synapt.annotations.Dense(units = 1)
          org.synapt.annotations.Tensor z(org.synapt.annotations.Tensor bent);
        }
        """
        .formatted(name);
  }

  private static void compare(Compiled compiled, String declaration) {
    compare(compiled, declaration, declaration + "Network");
  }

  private static void compare(Compiled compiled, String declaration, String className) {
    assertThat(compiled.sources()).containsKey(className);
    assertThat(compiled.sources()).containsKey(className.replaceFirst("Network$", "Nd4j"));
    Network network = compiled.network(className, 3);
    Comparison comparison =
        new Comparison(network, compiled.predicting(declaration), compiled.training(declaration));
    comparison.draw(new Random(4));
    comparison.comparePrediction();
    comparison.compareTraining(/* dropout= */ false);
  }
}
