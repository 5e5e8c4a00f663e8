package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.toSet;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.gradient.GradientCheck;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.GraphBuilder;
import org.synapt.processor.shape.Shape;

/** Every layer that moves over images against central differences, however it moves. */
final class ImageGradientsTest {
  private static final long SEED = 5;
  private static final Shape SEQUENCE = Shape.of(6, 4);
  private static final Shape IMAGE = Shape.of(5, 4, 2);
  private static final Shape VOLUME = Shape.of(3, 2, 4, 2);
  private static final Mention SQUARES =
      Mentions.of("Output", "loss", constant("MEAN_SQUARED_ERROR"));

  static Stream<Named<Inferred>> layers() {
    return Stream.of(
            convolutions(), depthwise(), transposed(), pools(), global(), margins(), upSampling())
        .flatMap(List::stream)
        .map(layer -> Named.of(layer.describe() + " of " + layer.use().shape(0), layer));
  }

  private static Inferred of(String layer, Shape x, Object... stated) {
    return Inferred.of(Mentions.of(layer, stated), x);
  }

  private static Object[] and(Object[] stated, Object... more) {
    return Stream.concat(Arrays.stream(stated), Arrays.stream(more)).toArray();
  }

  /** Every padding with every stride, and with every dilation. */
  private static List<Object[]> moves(String... paddings) {
    List<Object[]> moves = new ArrayList<>();
    for (String padding : paddings) {
      for (int k = 1; k <= 3; k++) {
        moves.add(new Object[] {"padding", constant(padding), "strides", list(k)});
        if (k > 1) {
          moves.add(new Object[] {"padding", constant(padding), "dilationRate", list(k)});
        }
      }
    }
    return moves;
  }

  private static List<Inferred> convolutions() {
    List<Inferred> layers = new ArrayList<>();
    for (Object[] moves : moves("VALID", "SAME", "CAUSAL")) {
      Object[] stated = and(moves, "filters", 2, "kernelSize", list(2));
      layers.add(of("Conv1D", SEQUENCE, stated));
    }
    for (int groups : List.of(2, 4)) {
      layers.add(of("Conv1D", SEQUENCE, "filters", 4, "kernelSize", list(3), "groups", groups));
    }
    for (Object[] moves : moves("VALID", "SAME")) {
      layers.add(of("Conv2D", IMAGE, and(moves, "filters", 3, "kernelSize", list(2))));
      Object[] volume = and(moves, "filters", 1, "kernelSize", list(1, 1, 2));
      layers.add(of("Conv3D", VOLUME, volume));
    }
    layers.add(
        of(
            "Conv2D",
            IMAGE,
            "filters",
            2,
            "kernelSize",
            list(3, 2),
            "strides",
            list(1, 2),
            "padding",
            constant("SAME"),
            "activation",
            constant("TANH")));
    layers.add(of("Conv3D", VOLUME, "filters", 2, "kernelSize", list(2)));
    layers.add(of("Conv2D", IMAGE, "filters", 3, "kernelSize", list(1)));
    layers.add(of("Conv2D", IMAGE, "filters", 3, "kernelSize", list(1), "useBias", false));
    layers.add(of("Conv2D", IMAGE, "filters", 2, "kernelSize", list(5, 4), "groups", 2));
    return layers;
  }

  private static List<Inferred> depthwise() {
    List<Inferred> layers = new ArrayList<>();
    for (Object[] moves : moves("VALID", "SAME")) {
      Object[] stated = and(moves, "kernelSize", list(2));
      layers.add(of("DepthwiseConv1D", SEQUENCE, stated));
      layers.add(of("DepthwiseConv2D", IMAGE, and(stated, "depthMultiplier", 3)));
      layers.add(of("SeparableConv1D", SEQUENCE, and(stated, "filters", 3)));
      layers.add(of("SeparableConv2D", IMAGE, and(stated, "filters", 1, "depthMultiplier", 2)));
    }
    Object[] causal = {"padding", constant("CAUSAL"), "filters", 2, "kernelSize", list(3)};
    layers.add(of("SeparableConv1D", SEQUENCE, causal));
    return layers;
  }

  private static List<Inferred> transposed() {
    Shape sequence = Shape.of(3, 2);
    Shape image = Shape.of(2, 3, 2);
    List<Inferred> layers = new ArrayList<>();
    for (Object[] moves : moves("VALID", "SAME")) {
      Object[] stated = and(moves, "filters", 2, "kernelSize", list(3));
      layers.add(of("Conv1DTranspose", sequence, stated));
      layers.add(of("Conv2DTranspose", image, stated));
    }
    layers.add(of("Conv1DTranspose", sequence, "filters", 2, "kernelSize", list(1)));
    layers.add(
        of(
            "Conv2DTranspose",
            image,
            "filters",
            1,
            "kernelSize",
            list(3),
            "strides",
            list(2),
            "padding",
            constant("SAME"),
            "outputPadding",
            list(1, 0)));
    layers.add(
        of("Conv3DTranspose", Shape.of(2, 1, 2, 2), "filters", 1, "kernelSize", list(2, 2, 1)));
    return layers;
  }

  private static List<Inferred> pools() {
    List<Inferred> layers = new ArrayList<>();
    for (String kind : List.of("Max", "Average")) {
      for (String padding : List.of("VALID", "SAME")) {
        for (int stride = 1; stride <= 3; stride++) {
          Object[] stated = {
            "padding", constant(padding), "strides", list(stride), "poolSize", list(2)
          };
          layers.add(of(kind + "Pooling1D", SEQUENCE, stated));
          layers.add(of(kind + "Pooling2D", IMAGE, stated));
          layers.add(of(kind + "Pooling3D", VOLUME, stated));
        }
      }
      layers.add(of(kind + "Pooling2D", IMAGE));
      layers.add(of(kind + "Pooling2D", IMAGE, "poolSize", list(3, 2), "strides", list(1)));
    }
    return layers;
  }

  private static List<Inferred> global() {
    List<Inferred> layers = new ArrayList<>();
    for (String kind : List.of("Max", "Average")) {
      for (boolean kept : List.of(false, true)) {
        layers.add(of("Global%sPooling1D".formatted(kind), SEQUENCE, "keepdims", kept));
        layers.add(of("Global%sPooling2D".formatted(kind), IMAGE, "keepdims", kept));
        layers.add(of("Global%sPooling3D".formatted(kind), VOLUME, "keepdims", kept));
      }
    }
    return layers;
  }

  private static List<Inferred> margins() {
    return List.of(
        of("ZeroPadding1D", SEQUENCE, "padding", list(0, 2)),
        of("ZeroPadding2D", IMAGE),
        of("ZeroPadding2D", IMAGE, "padding", list(1, 0, 0, 2)),
        of("ZeroPadding3D", VOLUME, "padding", list(0, 1, 0)),
        of("Cropping1D", SEQUENCE, "cropping", list(1, 2)),
        of("Cropping2D", IMAGE, "cropping", list(1)),
        of("Cropping2D", IMAGE, "cropping", list(0, 2, 1, 0)),
        of("Cropping3D", VOLUME, "cropping", list(1, 0, 1)),
        of("SpatialDropout1D", SEQUENCE, "rate", 0.4),
        of("SpatialDropout2D", IMAGE, "rate", 0.4),
        of("SpatialDropout3D", VOLUME, "rate", 0.4));
  }

  private static List<Inferred> upSampling() {
    return List.of(
        of("UpSampling1D", SEQUENCE, "size", list(3)),
        of("UpSampling2D", IMAGE),
        of("UpSampling2D", IMAGE, "size", list(1, 3)),
        of("UpSampling2D", IMAGE, "interpolation", constant("BILINEAR")),
        of("UpSampling2D", IMAGE, "size", list(3, 2), "interpolation", constant("BILINEAR")),
        of("UpSampling3D", VOLUME, "size", list(2, 1, 2)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void agreesWithDifferences(Inferred layer) {
    List<Entry> entries = GradientsTest.inputs(layer);
    entries.add(GradientsTest.entry("y", layer, entries.stream().map(Entry::name).toList()));

    Graph graph = GraphBuilder.training(GradientsTest.model(entries, SQUARES)).verify();

    GradientCheck.check(graph, SEED, -1.3, 1.3);
  }

  @Test
  void noneIsLeftOut() {
    Set<String> tried = layers().map(it -> it.getPayload().use().layer().name()).collect(toSet());

    assertThat(tried)
        .containsExactlyElementsIn(
            Layers.names().stream()
                .filter(name -> IntStream.of(1, 2, 3).anyMatch(n -> name.contains(n + "D")))
                .toList());
  }
}
