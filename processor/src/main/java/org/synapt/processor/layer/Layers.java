package org.synapt.processor.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The layers there are, by the names of their annotations. */
public final class Layers {
  private static final Map<String, Layer> LAYERS = new TreeMap<>();

  static {
    for (Layer layer :
        List.of(
            new ActivationLayer(),
            new ActivityRegularizationLayer(),
            AttentionLayer.additive(),
            new AlphaDropoutLayer(),
            AttentionLayer.ofProducts(),
            new BatchNormalizationLayer(),
            new ConcatenateLayer(),
            new DenseLayer(),
            new DepthwiseConvolutionLayer(ImageKind.SEQUENCE),
            new DepthwiseConvolutionLayer(ImageKind.IMAGE),
            new DotLayer(),
            new DropoutLayer(),
            new EmbeddingLayer(),
            new FlattenLayer(),
            new FormulaLayer(),
            new GaussianNoiseLayer(GaussianNoiseLayer.Kind.DROPOUT),
            new GaussianNoiseLayer(GaussianNoiseLayer.Kind.NOISE),
            new InputLayer(),
            new LayerNormalizationLayer(),
            new MaskingLayer(),
            new MergeLayer(MergeLayer.Kind.ADD),
            new MergeLayer(MergeLayer.Kind.AVERAGE),
            new MergeLayer(MergeLayer.Kind.MAXIMUM),
            new MergeLayer(MergeLayer.Kind.MINIMUM),
            new MergeLayer(MergeLayer.Kind.MULTIPLY),
            new MergeLayer(MergeLayer.Kind.SUBTRACT),
            new MultiHeadAttentionLayer(),
            new PermuteLayer(),
            new PositionalEmbeddingLayer(),
            new PreluLayer(),
            new RepeatVectorLayer(),
            RecurrentLayer.gru(),
            RecurrentLayer.lstm(),
            RecurrentLayer.simple(),
            new ReshapeLayer(),
            new SeparableConvolutionLayer(ImageKind.SEQUENCE),
            new SeparableConvolutionLayer(ImageKind.IMAGE),
            SlopeLayer.elu(),
            SlopeLayer.leakyRelu(),
            SlopeLayer.thresholdedRelu(),
            new SoftmaxLayer(),
            new StateLayer())) {
      LAYERS.put(layer.annotation(), layer);
    }
    for (ImageKind image : ImageKind.values()) {
      over(image).forEach(layer -> LAYERS.put(layer.annotation(), layer));
    }
  }

  /** What there is for sequences, for images and for volumes, with 1D, 2D and 3D in its name. */
  private static List<Layer> over(ImageKind image) {
    return List.of(
        new ConvolutionLayer(image),
        new GlobalPoolingLayer(PoolingLayer.Kind.AVERAGE, image),
        new GlobalPoolingLayer(PoolingLayer.Kind.MAX, image),
        new MarginsLayer(MarginsLayer.Kind.CROPPING, image),
        new MarginsLayer(MarginsLayer.Kind.PADDING, image),
        new PoolingLayer(PoolingLayer.Kind.AVERAGE, image),
        new PoolingLayer(PoolingLayer.Kind.MAX, image),
        new SpatialDropoutLayer(image),
        new TransposedConvolutionLayer(image),
        new UpSamplingLayer(image));
  }

  private Layers() {}

  /** What an annotation of that simple name means; empty if it is no layer. */
  public static Optional<Layer> named(String annotation) {
    return Optional.ofNullable(LAYERS.get(annotation));
  }

  /** The simple names of all layer annotations, in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(LAYERS.keySet());
  }
}
