package org.synapt.processor.generated;

import java.util.Map;

/** Declarations of networks that look at images. */
final class ImageSamples {

  /** A text book's, for handwritten digits. */
  static final String CNN =
      """
      /** Convolutions, a pooling, and a dense end. */
      @Network
      interface Cnn {
        @Input(shape = {28, 28, 1})                                  Tensor image();
        @Conv2D(filters = 32, kernelSize = 3, padding = Padding.SAME,
            activation = RELU)                                       Tensor edges();
        @Conv2D(filters = 32, kernelSize = 3, activation = RELU)     Tensor strokes();
        @MaxPooling2D                                                Tensor coarse();
        @Dropout(rate = 0.2)                                         Tensor seen();
        @Flatten                                                     Tensor flat();
        @SuppressWarnings("FlattenDominates")
        @Dense(units = 512, activation = RELU)                       Tensor hidden();
        @Dropout(rate = 0.5)                                         Tensor kept();
        @Output(loss = CATEGORICAL_CROSSENTROPY)
        @Dense(units = 10, activation = SOFTMAX)                     Tensor digit();
      }
      """;

  /** What {@link #RES_NET} is stacked of. */
  static final String SHORTCUT =
      """
      /** Two convolutions around which the image is added back. */
      @Block
      @interface Shortcut {
        /** How many filters each convolution has. */
        int filters();

        /** How much coarser the image becomes. */
        int strides() default 1;

        /** What is stacked. */
        interface Body {
          @Input                                                   Tensor x();
          @Conv2D(filters = Block.OF_BLOCK, kernelSize = 3, strides = Block.OF_BLOCK,
              padding = Padding.SAME, useBias = false)             Tensor inner(Tensor x);
          @BatchNormalization(epsilon = 0.1)                       Tensor innerNormal();
          @Activation(TANH)                                        Tensor innerBent();
          @Conv2D(filters = Block.OF_BLOCK, kernelSize = 3,
              padding = Padding.SAME, useBias = false)             Tensor outer();
          @BatchNormalization(epsilon = 0.1)                       Tensor outerNormal();
          @Conv2D(filters = Block.OF_BLOCK, kernelSize = 1, strides = Block.OF_BLOCK,
              useBias = false)                                     Tensor side(Tensor x);
          @Add(activation = TANH)                                  Tensor sum(Tensor outerNormal, Tensor side);
        }
      }
      """;

  static final String RES_NET =
      """
      /** Residual blocks, the second of which makes the image coarser. */
      @Network
      interface ResNet {
        @Input(shape = {6, 5, 2})                                    Tensor image();
        @Conv2D(filters = 3, kernelSize = 3, padding = Padding.SAME) Tensor stem();
        @Shortcut(filters = 3) @Repeat(2)                            Tensor fine();
        @Shortcut(filters = 4, strides = 2)                          Tensor half();
        @GlobalAveragePooling2D                                      Tensor features();
        @Output(loss = CATEGORICAL_CROSSENTROPY)
        @Dense(units = 3, activation = SOFTMAX)                      Tensor kind();
      }
      """;

  private static final String SEQUENCES =
      """
      /** Whatever moves over sequences. */
      @Network
      interface Sequences {
        @Input(shape = {12, 2})                                        Tensor sound();
        @Conv1D(filters = 3, kernelSize = 3, dilationRate = 2, padding = Padding.CAUSAL,
            activation = SWISH)                                         Tensor past();
        @MaxPooling1D                                                  Tensor loudest();
        @SpatialDropout1D(rate = 0.3)                                  Tensor heard();
        @DepthwiseConv1D(kernelSize = 3, depthMultiplier = 2, padding = Padding.SAME,
            activation = SIGMOID)                                      Tensor each();
        @AveragePooling1D(poolSize = 3, strides = 1)                   Tensor smooth();
        @ZeroPadding1D(padding = {1, 2})                               Tensor wider();
        @SeparableConv1D(filters = 4, kernelSize = 2, strides = 2,
            activation = SWISH)                                         Tensor apart();
        @Conv1DTranspose(filters = 3, kernelSize = 3, strides = 2, padding = Padding.SAME,
            activation = SWISH)                                         Tensor finer();
        @UpSampling1D                                                  Tensor larger();
        @Cropping1D(cropping = {2, 1})                                 Tensor middle();
        @GlobalMaxPooling1D                                            Tensor peaks(Tensor middle);
        @GlobalAveragePooling1D                                        Tensor means(Tensor middle);
        @Concatenate                                                   Tensor both(Tensor peaks, Tensor means);
        @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2)           Tensor level();
      }
      """;

  static final String PICTURES =
      """
      /** Whatever moves over images. */
      @Network
      interface Pictures {
        @Input(shape = {7, 6, 2})                                      Tensor image();
        @Conv2D(filters = 4, kernelSize = {3, 2}, groups = 2, activation = SWISH)
        Tensor grouped();
        @Conv2D(filters = 3, kernelSize = 1, activation = SWISH)        Tensor mixed();
        @MaxPooling2D(strides = 1, padding = Padding.SAME)             Tensor largest();
        @AveragePooling2D(poolSize = 3, strides = 2, padding = Padding.SAME)
        Tensor smooth();
        @UpSampling2D(interpolation = Interpolation.BILINEAR)          Tensor larger();
        @ZeroPadding2D(padding = {1, 0, 0, 1})                         Tensor wider();
        @DepthwiseConv2D(kernelSize = 3, strides = 2, activation = SWISH)
        Tensor each();
        @SpatialDropout2D(rate = 0.4)                                  Tensor kept();
        @Conv2DTranspose(filters = 2, kernelSize = {2, 3}, strides = 2, activation = SWISH)
        Tensor finer();
        @Cropping2D(cropping = {1, 2})                                 Tensor middle();
        @SeparableConv2D(filters = 3, kernelSize = 2, dilationRate = 2, padding = Padding.SAME,
            activation = SWISH)                                         Tensor apart();
        @UpSampling2D(size = {1, 2})                                   Tensor longer();
        @GlobalMaxPooling2D                                            Tensor peaks(Tensor longer);
        @GlobalAveragePooling2D(keepdims = true)                       Tensor means(Tensor longer);
        @Flatten                                                       Tensor flat(Tensor means);
        @Add                                                           Tensor both(Tensor peaks, Tensor flat);
        @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2)           Tensor level();
      }
      """;

  private static final String VOLUMES =
      """
      /** Whatever moves over volumes. */
      @Network
      interface Volumes {
        @Input(shape = {4, 3, 4, 1})                                   Tensor scan();
        @Conv3D(filters = 2, kernelSize = 2, padding = Padding.SAME, activation = SWISH)
        Tensor edges();
        @MaxPooling3D(poolSize = {2, 1, 2})                            Tensor coarse();
        @ZeroPadding3D(padding = {0, 0, 0, 1, 0, 0})                   Tensor wider();
        @AveragePooling3D(poolSize = {1, 2, 1})                        Tensor smooth();
        @SpatialDropout3D(rate = 0.4)                                  Tensor kept();
        @Conv3DTranspose(filters = 2, kernelSize = 2, strides = {1, 2, 1}, activation = SWISH)
        Tensor finer();
        @UpSampling3D(size = {1, 1, 2})                                Tensor larger();
        @Cropping3D(cropping = 1)                                      Tensor middle();
        @GlobalMaxPooling3D                                            Tensor peaks(Tensor middle);
        @GlobalAveragePooling3D                                        Tensor means(Tensor middle);
        @Concatenate                                                   Tensor both(Tensor peaks, Tensor means);
        @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2)           Tensor level();
      }
      """;

  private static final String TWINS =
      """
      /** One convolution for two images and for what comes of one, held small; another frozen. */
      @Network
      interface Twins {
        @Input(shape = {4, 5, 2})                                      Tensor left();
        @Input(shape = {4, 5, 2})                                      Tensor right();
        @Conv2D(filters = 2, kernelSize = 3, padding = Padding.SAME, activation = TANH,
            kernelRegularizer = @Regularize(l2 = 0.1), activityRegularizer = @Regularize(l1 = 0.01))
        Layer eye();
        @Apply                                                         Tensor leftSeen(Layer eye, Tensor left);
        @Apply                                                         Tensor rightSeen(Layer eye, Tensor right);
        @Apply                                                         Tensor twice(Layer eye, Tensor rightSeen);
        @Subtract                                                      Tensor apart(Tensor leftSeen, Tensor twice);
        @Conv2D(filters = 3, kernelSize = 2, strides = 2, activation = TANH, trainable = false)
        Tensor known();
        @Conv2DTranspose(filters = 2, kernelSize = {2, 3}, strides = 2, useBias = false)
        Tensor back();
        @Output(loss = MEAN_SQUARED_ERROR, target = "left")
        @Add                                                           Tensor again(Tensor back, Tensor apart);
      }
      """;

  private ImageSamples() {}

  /** Every sample by the name of its declaration, small enough to be differentiated by trying. */
  static Map<String, String> all() {
    return Map.of(
        "ResNet", RES_NET,
        "Sequences", SEQUENCES,
        "Pictures", PICTURES,
        "Volumes", VOLUMES,
        "Twins", TWINS);
  }
}
