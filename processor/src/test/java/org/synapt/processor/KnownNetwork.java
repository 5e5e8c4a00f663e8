package org.synapt.processor;

/**
 * Networks that others have published, as far as their layers go, and against which there is
 * nothing to say.
 */
enum KnownNetwork {
  /** LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998. */
  LENET_5(
      """
      @Input(shape = {32, 32, 1}) Tensor image();
      @Conv2D(filters = 6, kernelSize = 5, activation = TANH) Tensor c1();
      @AveragePooling2D(poolSize = 2) Tensor s2();
      @Conv2D(filters = 16, kernelSize = 5, activation = TANH) Tensor c3();
      @AveragePooling2D(poolSize = 2) Tensor s4();
      @Conv2D(filters = 120, kernelSize = 5, activation = TANH) Tensor c5();
      @Flatten Tensor flat();
      @Dense(units = 84, activation = TANH) Tensor f6();
      @Output(loss = CATEGORICAL_CROSSENTROPY)
      @Dense(units = 10, activation = SOFTMAX) Tensor digit();
      """),

  /** Krizhevsky, Sutskever and Hinton, ImageNet Classification with Deep CNNs, 2012. */
  ALEXNET(
      """
      @Input(shape = {227, 227, 3}) Tensor image();
      @Conv2D(filters = 96, kernelSize = 11, strides = 4, activation = RELU) Tensor conv1();
      @MaxPooling2D(poolSize = 3, strides = 2) Tensor pool1();
      @Conv2D(filters = 256, kernelSize = 5, padding = SAME, activation = RELU) Tensor conv2();
      @MaxPooling2D(poolSize = 3, strides = 2) Tensor pool2();
      @Conv2D(filters = 384, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv3();
      @Conv2D(filters = 384, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv4();
      @Conv2D(filters = 256, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv5();
      @MaxPooling2D(poolSize = 3, strides = 2) Tensor pool5();
      @Flatten Tensor flat();
      @Dense(units = 4096, activation = RELU) Tensor fc6();
      @Dropout(rate = 0.5) Tensor kept6();
      @Dense(units = 4096, activation = RELU) Tensor fc7();
      @Dropout(rate = 0.5) Tensor kept7();
      @Output(loss = CATEGORICAL_CROSSENTROPY)
      @Dense(units = 1000, activation = SOFTMAX) Tensor kind();
      """),

  /** Simonyan and Zisserman, Very Deep Convolutional Networks, 2014, configuration D. */
  VGG_16(
      """
      @Input(shape = {224, 224, 3}) Tensor image();
      @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv11();
      @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv12();
      @MaxPooling2D(poolSize = 2) Tensor pool1();
      @Conv2D(filters = 128, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv21();
      @Conv2D(filters = 128, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv22();
      @MaxPooling2D(poolSize = 2) Tensor pool2();
      @Conv2D(filters = 256, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv31();
      @Repeat(2) @Conv2D(filters = 256, kernelSize = 3, padding = SAME, activation = RELU)
      Tensor conv32();
      @MaxPooling2D(poolSize = 2) Tensor pool3();
      @Conv2D(filters = 512, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv41();
      @Repeat(2) @Conv2D(filters = 512, kernelSize = 3, padding = SAME, activation = RELU)
      Tensor conv42();
      @MaxPooling2D(poolSize = 2) Tensor pool4();
      @Repeat(3) @Conv2D(filters = 512, kernelSize = 3, padding = SAME, activation = RELU)
      Tensor conv5();
      @MaxPooling2D(poolSize = 2) Tensor pool5();
      @Flatten Tensor flat();
      @Dense(units = 4096, activation = RELU) Tensor fc6();
      @Dense(units = 4096, activation = RELU) Tensor fc7();
      @Output(loss = CATEGORICAL_CROSSENTROPY)
      @Dense(units = 1000, activation = SOFTMAX) Tensor kind();
      """),

  /** Szegedy et al., Going Deeper with Convolutions, 2014: the stem and one inception. */
  GOOGLENET(
      """
      @Input(shape = {224, 224, 3}) Tensor image();
      @Conv2D(filters = 64, kernelSize = 7, strides = 2, padding = SAME, activation = RELU)
      Tensor stem();
      @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME) Tensor coarse();
      @Conv2D(filters = 192, kernelSize = 3, padding = SAME, activation = RELU) Tensor wide();
      @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME) Tensor x();
      @Conv2D(filters = 64, kernelSize = 1, activation = RELU) Tensor one(Tensor x);
      @Conv2D(filters = 96, kernelSize = 1, activation = RELU) Tensor less3(Tensor x);
      @Conv2D(filters = 128, kernelSize = 3, padding = SAME, activation = RELU)
      Tensor three(Tensor less3);
      @Conv2D(filters = 16, kernelSize = 1, activation = RELU) Tensor less5(Tensor x);
      @Conv2D(filters = 32, kernelSize = 5, padding = SAME, activation = RELU)
      Tensor five(Tensor less5);
      @MaxPooling2D(poolSize = 3, strides = 1, padding = SAME) Tensor largest(Tensor x);
      @Conv2D(filters = 32, kernelSize = 1, activation = RELU) Tensor pooled(Tensor largest);
      @Concatenate Tensor all(Tensor one, Tensor three, Tensor five, Tensor pooled);
      @GlobalAveragePooling2D Tensor features();
      @Dropout(rate = 0.4) Tensor kept();
      @Output(loss = CATEGORICAL_CROSSENTROPY)
      @Dense(units = 1000, activation = SOFTMAX) Tensor kind();
      """),

  /** Springenberg et al., Striving for Simplicity: The All Convolutional Net, 2014, All-CNN-C. */
  ALL_CONVOLUTIONAL(
      """
      @Input(shape = {32, 32, 3}) Tensor image();
      @Conv2D(filters = 96, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv1();
      @Conv2D(filters = 96, kernelSize = 3, padding = SAME, activation = RELU) Tensor conv2();
      @Conv2D(filters = 96, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
      Tensor conv3();
      @Conv2D(filters = 192, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
      Tensor conv6();
      @Conv2D(filters = 192, kernelSize = 3, activation = RELU) Tensor conv7();
      @Conv2D(filters = 192, kernelSize = 1, activation = RELU) Tensor conv8();
      @Conv2D(filters = 10, kernelSize = 1) Tensor conv9();
      @GlobalAveragePooling2D Tensor mean();
      @Output(loss = CATEGORICAL_CROSSENTROPY) @Activation(SOFTMAX) Tensor kind();
      """),

  /** He et al., Deep Residual Learning for Image Recognition, 2015, 18 layers. */
  RESNET_18(
      """
      @Input(shape = {224, 224, 3}) Tensor image();
      @Conv2D(filters = 64, kernelSize = 7, strides = 2, padding = SAME, useBias = false)
      Tensor stem();
      @BatchNormalization Tensor even();
      @Activation(RELU) Tensor positive();
      @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME) Tensor coarse();
      @Residual(filters = 64) @Repeat(2) Tensor stage1();
      @Residual(filters = 128, strides = 2) Tensor stage2();
      @Residual(filters = 128) Tensor stage2Again();
      @Residual(filters = 256, strides = 2) Tensor stage3();
      @Residual(filters = 256) Tensor stage3Again();
      @Residual(filters = 512, strides = 2) Tensor stage4();
      @Residual(filters = 512) Tensor stage4Again();
      @GlobalAveragePooling2D Tensor features();
      @Output(loss = CATEGORICAL_CROSSENTROPY)
      @Dense(units = 1000, activation = SOFTMAX) Tensor kind();
      """,
      """
      @Block @interface Residual {
        int filters();
        int strides() default 1;
        interface Body {
          @Input Tensor x();
          @Conv2D(filters = OF_BLOCK, kernelSize = 3, strides = OF_BLOCK, padding = SAME,
              useBias = false) Tensor inner(Tensor x);
          @BatchNormalization Tensor innerEven();
          @Activation(RELU) Tensor innerPositive();
          @Conv2D(filters = OF_BLOCK, kernelSize = 3, padding = SAME, useBias = false)
          Tensor outer();
          @BatchNormalization Tensor outerEven();
          @Conv2D(filters = OF_BLOCK, kernelSize = 1, strides = OF_BLOCK, useBias = false)
          Tensor shortcut(Tensor x);
          @BatchNormalization Tensor shortcutEven();
          @Add(activation = RELU) Tensor sum(Tensor outerEven, Tensor shortcutEven);
        }
      }
      """),

  /** Howard et al., MobileNets, 2017: the first stages. */
  MOBILENET(
      """
      @Input(shape = {224, 224, 3}) Tensor image();
      @Conv2D(filters = 32, kernelSize = 3, strides = 2, padding = SAME, useBias = false)
      Tensor stem();
      @BatchNormalization Tensor even();
      @Activation(RELU6) Tensor positive();
      @Separated(filters = 64) Tensor stage1();
      @Separated(filters = 128, strides = 2) Tensor stage2();
      @Separated(filters = 128) @Repeat(2) Tensor stage3();
      @GlobalAveragePooling2D(keepdims = true) Tensor features();
      @Dropout(rate = 0.001) Tensor kept();
      @Conv2D(filters = 1000, kernelSize = 1) Tensor logits();
      @Flatten Tensor flat();
      @Output(loss = CATEGORICAL_CROSSENTROPY) @Activation(SOFTMAX) Tensor kind();
      """,
      """
      @Block @interface Separated {
        int filters();
        int strides() default 1;
        interface Body {
          @Input Tensor x();
          @DepthwiseConv2D(kernelSize = 3, strides = OF_BLOCK, padding = SAME, useBias = false)
          Tensor depth();
          @BatchNormalization Tensor depthEven();
          @Activation(RELU6) Tensor depthPositive();
          @Conv2D(filters = OF_BLOCK, kernelSize = 1, useBias = false) Tensor point();
          @BatchNormalization Tensor pointEven();
          @Activation(RELU6) Tensor pointPositive();
        }
      }
      """),

  /** Sandler et al., MobileNetV2: Inverted Residuals and Linear Bottlenecks, 2018. */
  MOBILENET_V2(
      """
      @Input(shape = {56, 56, 24}) Tensor x();
      @Inverted @Repeat(2) Tensor stage();
      @Conv2D(filters = 144, kernelSize = 1, activation = RELU6) Tensor wide();
      @DepthwiseConv2D(kernelSize = 3, strides = 2, padding = SAME, activation = RELU6)
      Tensor depth();
      @Conv2D(filters = 32, kernelSize = 1) Tensor narrow();
      @Conv2D(filters = 192, kernelSize = 1, activation = RELU6) Tensor wider();
      @GlobalAveragePooling2D Tensor features();
      @Output(loss = CATEGORICAL_CROSSENTROPY)
      @Dense(units = 10, activation = SOFTMAX) Tensor kind();
      """,
      """
      @Block @interface Inverted {
        interface Body {
          @Input Tensor x();
          @Conv2D(filters = 144, kernelSize = 1, activation = RELU6) Tensor wide();
          @DepthwiseConv2D(kernelSize = 3, padding = SAME, activation = RELU6) Tensor depth();
          @Conv2D(filters = 24, kernelSize = 1) Tensor narrow();
          @Add Tensor sum(Tensor x, Tensor narrow);
        }
      }
      """),

  /** Ronneberger, Fischer and Brox, U-Net, 2015: two of its levels, with its own sides. */
  U_NET(
      """
      @Input(shape = {572, 572, 1}) Tensor image();
      @Conv2D(filters = 64, kernelSize = 3, activation = RELU) Tensor down1();
      @Conv2D(filters = 64, kernelSize = 3, activation = RELU) Tensor fine();
      @MaxPooling2D(poolSize = 2) Tensor coarse();
      @Conv2D(filters = 128, kernelSize = 3, activation = RELU) Tensor down2();
      @Conv2D(filters = 128, kernelSize = 3, activation = RELU) Tensor low();
      @Conv2DTranspose(filters = 64, kernelSize = 2, strides = 2) Tensor up();
      @Cropping2D(cropping = {4, 4, 4, 4}) Tensor cropped(Tensor fine);
      @Concatenate Tensor both(Tensor cropped, Tensor up);
      @Conv2D(filters = 64, kernelSize = 3, activation = RELU) Tensor up1();
      @Conv2D(filters = 64, kernelSize = 3, activation = RELU) Tensor up2();
      @Output(loss = BINARY_CROSSENTROPY)
      @Conv2D(filters = 1, kernelSize = 1, activation = SIGMOID) Tensor mask();
      """),

  /** Radford, Metz and Chintala, Unsupervised Representation Learning with DCGANs, 2015. */
  DCGAN_GENERATOR(
      """
      @Input(shape = 100) Tensor code();
      @Dense(units = 16384, useBias = false) Tensor project();
      @BatchNormalization Tensor even0();
      @Activation(RELU) Tensor positive0();
      @Reshape(targetShape = {4, 4, 1024}) Tensor seed();
      @Conv2DTranspose(filters = 512, kernelSize = 5, strides = 2, padding = SAME,
          useBias = false) Tensor up1();
      @BatchNormalization Tensor even1();
      @Activation(RELU) Tensor positive1();
      @Conv2DTranspose(filters = 256, kernelSize = 5, strides = 2, padding = SAME,
          useBias = false) Tensor up2();
      @BatchNormalization Tensor even2();
      @Activation(RELU) Tensor positive2();
      @Output(loss = MEAN_SQUARED_ERROR)
      @Conv2DTranspose(filters = 3, kernelSize = 5, strides = 2, padding = SAME,
          activation = TANH) Tensor image();
      """),

  /** The other half of it. */
  DCGAN_DISCRIMINATOR(
      """
      @Input(shape = {64, 64, 3}) Tensor image();
      @Conv2D(filters = 64, kernelSize = 5, strides = 2, padding = SAME) Tensor down1();
      @LeakyReLU(alpha = 0.2) Tensor leaky1();
      @Conv2D(filters = 128, kernelSize = 5, strides = 2, padding = SAME, useBias = false)
      Tensor down2();
      @BatchNormalization Tensor even2();
      @LeakyReLU(alpha = 0.2) Tensor leaky2();
      @Flatten Tensor flat();
      @Output(loss = BINARY_CROSSENTROPY)
      @Dense(units = 1, activation = SIGMOID) Tensor real();
      """);

  private static final String IMPORTS =
      """
      import static org.synapt.annotations.ActivationFunction.RELU;
      import static org.synapt.annotations.ActivationFunction.RELU6;
      import static org.synapt.annotations.ActivationFunction.SIGMOID;
      import static org.synapt.annotations.ActivationFunction.SOFTMAX;
      import static org.synapt.annotations.ActivationFunction.TANH;
      import static org.synapt.annotations.Block.OF_BLOCK;
      import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
      import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
      import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
      import static org.synapt.annotations.Padding.SAME;
      import org.synapt.annotations.*;
      """;

  private final String rows;
  private final String blocks;

  KnownNetwork(String rows, String... blocks) {
    this.rows = rows;
    this.blocks = String.join("", blocks);
  }

  /** A file with a network of these rows and with its blocks. */
  String source() {
    return source(rows, blocks);
  }

  /** A file {@code Net.java} with a network of rows, and with blocks that it uses. */
  static String source(String rows, String... blocks) {
    return IMPORTS + "@Network interface Net {\n" + rows + "}\n" + String.join("", blocks);
  }
}
