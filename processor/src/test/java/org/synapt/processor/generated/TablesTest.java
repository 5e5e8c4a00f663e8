package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** The tables that generated classes begin with. */
final class TablesTest {

  private static String tables(String name, String rows) {
    String declaration =
        """
        /** Wide or narrow. */
        @Network
        interface %s {
          @Input(shape = {512, 512, 3}) Tensor photograph();
        %s
          @GlobalAveragePooling2D Tensor features();
          @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) Tensor level();
        }
        """
            .formatted(name, rows.indent(2));
    String source =
        Compiled.of(Samples.file(declaration)).sources().get("samples." + name + "Network");
    return source.substring(source.indexOf(" * <pre>"), source.indexOf(" * <p>"));
  }

  @Test
  void saysWhatRowsAreAndCostInOneLine() {
    assertThat(
            tables(
                "Narrow",
                "@Conv2D(filters = 8, kernelSize = 3, activation = RELU) Tensor edges();"))
        .isEqualTo(
            """
             * <pre>
             * value        layer                    shape              parameters         FLOPs       bytes
             * photograph   input                    [b, 512, 512, 3]            0             0   3,145,728
             * edges        conv2D(8, 3x3), relu     [b, 510, 510, 8]          224   114,444,000   8,323,200
             * features     globalAveragePooling2D   [b, 8]                      0     2,080,808          32
             * level        dense(1)                 [b, 1]                      9            17           4
             *                                                                 233   116,524,825
             * </pre>
             *
            """);
  }

  @Test
  void saysWhatRowsCostInATableOfItsOwnWhereLinesWouldBreak() {
    assertThat(
            tables(
                "Wide",
                """
                @SeparableConv2D(filters = 8, kernelSize = 3, strides = 2, activation = RELU)
                Tensor half();
                @Conv2D(filters = 8, kernelSize = 3, dilationRate = 2, padding = Padding.SAME,
                    activation = RELU)
                Tensor wider();
                @Add Tensor sum(Tensor half, Tensor wider);
                """))
        .isEqualTo(
            """
             * <pre>
             * value        layer                                   shape
             * photograph   input                                   [b, 512, 512, 3]
             * half         separableConv2D(8, 3x3 by 2), relu      [b, 255, 255, 8]
             * wider        conv2D(8, 3x3, same, dilated 2), relu   [b, 255, 255, 8]
             * sum          add                                     [b, 255, 255, 8]
             * features     globalAveragePooling2D                  [b, 8]
             * level        dense(1)                                [b, 1]
             * </pre>
             *
             * <pre>
             * value        of            parameters        FLOPs       bytes
             * photograph                          0            0   3,145,728
             * half         photograph            59    7,152,750   2,861,100
             * wider        half                 584   75,429,000   2,080,800
             * sum          half, wider            0      520,200   2,080,800
             * features     sum                    0      520,208          32
             * level        features               9           17           4
             *                                   652   83,622,175
             * </pre>
             *
            """);
  }
}
