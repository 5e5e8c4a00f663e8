package org.synapt.processor.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws declarations of networks that look at sequences, images or volumes. */
final class RandomPictures {
  private static final int MOST = 9;
  private static final List<String> ACTIVATIONS =
      List.of("LINEAR", "TANH", "SIGMOID", "SWISH", "SOFTPLUS");

  private final Random random;
  private final int rank;
  private final List<String> rows = new ArrayList<>();
  private final List<int[]> shapes = new ArrayList<>();

  private RandomPictures(Random random) {
    this.random = random;
    this.rank = random.nextInt(5) == 0 ? 3 : 1 + random.nextInt(2);
  }

  /** A declaration in the package {@code random}. */
  static String of(String name, Random random) {
    return new RandomPictures(random).declaration(name);
  }

  private String declaration(String name) {
    int[] image = new int[rank + 1];
    for (int axis = 0; axis < rank; axis++) {
      image[axis] = 2 + random.nextInt(rank == 3 ? 3 : MOST - 2);
    }
    image[rank] = 1 + random.nextInt(4);
    add("@Input(shape = %s)".formatted(list(image)), "", image);
    int layers = 2 + random.nextInt(5);
    for (int i = 0; i < layers; i++) {
      layer();
    }
    String end =
        random.nextBoolean()
            ? "@Flatten"
            : "@Global%sPooling%sD".formatted(pick("Max", "Average"), rank);
    return """
        package random;

        import static org.synapt.annotations.ActivationFunction.*;
        import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

        import org.synapt.annotations.*;

        /** Drawn. */
        @Network
        @SuppressWarnings({"LinearStack", "StrideLargerThanWindow", "IdleAttribute", "LargePooling",
            "OddSideBeforePooling", "BiasBeforeNormalization", "NormalizationOverOne", "LargeWindow",
            "DropoutOnOutput", "VanishingGradient", "SmallInitializer", "DenseOnImage", "LossMismatch"})
        interface %s {
        %s  %s Tensor flat();
          @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2) Tensor level();
        }
        """
        .formatted(name, String.join("", rows), end);
  }

  private void add(String annotation, String operands, int... shape) {
    rows.add("  %s Tensor x%s(%s);\n".formatted(annotation, rows.size(), operands));
    shapes.add(shape);
  }

  private int[] last() {
    return shapes.get(shapes.size() - 1);
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private void layer() {
    int[] x = last();
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> window(pick("Conv", "Conv", "Separable", "Depthwise"), x);
      case 3 -> transposed(x);
      case 4, 5 -> window(pick("Max", "Average"), x);
      case 6 -> margins(x);
      case 7 -> larger(x);
      case 8 ->
          add(
              pick(
                  "@BatchNormalization",
                  x[rank] > 1 ? "@LayerNormalization" : "@PReLU",
                  "@SpatialDropout" + rank + "D(rate = 0.4)",
                  "@Activation(TANH)",
                  "@BatchNormalization(axis = 0)",
                  "@PReLU",
                  "@Dense(units = " + x[rank] + ")"),
              "",
              x);
      default -> join(x);
    }
  }

  private void join(int[] x) {
    int other = random.nextInt(shapes.size());
    int[] y = shapes.get(other);
    boolean same = true;
    for (int i = 0; i < rank; i++) {
      same &= x[i] == y[i];
    }
    String operands = "Tensor x%s, Tensor x%s".formatted(shapes.size() - 1, other);
    if (other == shapes.size() - 1 || !same) {
      return;
    }
    if (x[rank] == y[rank] && random.nextBoolean()) {
      add(pick("@Add", "@Multiply", "@Subtract", "@Average", "@Maximum"), operands, x);
    } else if (x[rank] + y[rank] < 9) {
      int[] z = x.clone();
      z[rank] += y[rank];
      add("@Concatenate", operands, z);
    }
  }

  private static String list(int[] numbers) {
    List<String> all = new ArrayList<>();
    for (int number : numbers) {
      all.add(String.valueOf(number));
    }
    return "{" + String.join(", ", all) + "}";
  }

  private void window(String kind, int[] x) {
    boolean pooling = kind.equals("Max") || kind.equals("Average");
    boolean causal =
        rank == 1 && (kind.equals("Conv") || kind.equals("Separable")) && random.nextInt(3) == 0;
    String padding = causal ? "CAUSAL" : pick("VALID", "SAME");
    if (rank == 3 && (kind.equals("Separable") || kind.equals("Depthwise"))) {
      kind = "Conv";
    }
    int[] size = new int[rank];
    int[] strides = new int[rank];
    int[] dilation = new int[rank];
    boolean dilated = !pooling && random.nextInt(3) == 0;
    int[] y = x.clone();
    for (int i = 0; i < rank; i++) {
      size[i] = 1 + random.nextInt(4);
      dilation[i] = dilated ? 1 + random.nextInt(3) : 1;
      strides[i] = dilated ? 1 : 1 + random.nextInt(3);
      int span = (size[i] - 1) * dilation[i] + 1;
      if (padding.equals("VALID") && span > x[i]) {
        size[i] = 1;
        span = 1;
      }
      y[i] =
          padding.equals("VALID")
              ? (x[i] - span) / strides[i] + 1
              : (x[i] + strides[i] - 1) / strides[i];
    }
    String moves = "strides = %s, padding = Padding.%s".formatted(list(strides), padding);
    if (pooling) {
      add("@%sPooling%sD(poolSize = %s, %s)".formatted(kind, rank, list(size), moves), "", y);
      return;
    }
    moves =
        "kernelSize = %s, %s, dilationRate = %s, activation = %s, useBias = %s"
            .formatted(
                list(size),
                moves,
                list(dilation),
                ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())),
                random.nextInt(4) > 0);
    int multiplier = 1 + random.nextInt(2);
    switch (kind) {
      case "Depthwise" -> {
        y[rank] = x[rank] * multiplier;
        add(
            "@DepthwiseConv%sD(%s, depthMultiplier = %s)".formatted(rank, moves, multiplier),
            "",
            y);
      }
      case "Separable" -> {
        y[rank] = 1 + random.nextInt(4);
        add(
            "@SeparableConv%sD(filters = %s, %s, depthMultiplier = %s)"
                .formatted(rank, y[rank], moves, multiplier),
            "",
            y);
      }
      default -> {
        int groups = 1;
        for (int i = 2; i <= x[rank]; i++) {
          if (x[rank] % i == 0 && random.nextInt(3) == 0) {
            groups = i;
          }
        }
        y[rank] = groups * (1 + random.nextInt(2));
        add(
            "@Conv%sD(filters = %s, %s, groups = %s)".formatted(rank, y[rank], moves, groups),
            "",
            y);
      }
    }
  }

  private void transposed(int[] x) {
    int[] size = new int[rank];
    int[] strides = new int[rank];
    int[] out = new int[rank];
    int[] y = x.clone();
    boolean same = random.nextBoolean();
    boolean stated = random.nextInt(3) == 0;
    for (int i = 0; i < rank; i++) {
      size[i] = 1 + random.nextInt(4);
      strides[i] = x[i] > 4 ? 1 : 1 + random.nextInt(3);
      out[i] = random.nextInt(strides[i]);
      int begins = (x[i] - 1) * strides[i];
      y[i] =
          same
              ? begins + (stated ? size[i] % 2 + out[i] : strides[i])
              : begins + (stated ? size[i] + out[i] : Math.max(size[i], strides[i]));
      if (y[i] < 1) {
        return;
      }
    }
    y[rank] = 1 + random.nextInt(3);
    add(
        "@Conv%sDTranspose(filters = %s, kernelSize = %s, strides = %s, padding = Padding.%s%s)"
            .formatted(
                rank,
                y[rank],
                list(size),
                list(strides),
                same ? "SAME" : "VALID",
                stated ? ", outputPadding = " + list(out) : ""),
        "",
        y);
  }

  private void margins(int[] x) {
    boolean pad = random.nextBoolean();
    int[] margins = new int[2 * rank];
    int[] y = x.clone();
    for (int i = 0; i < rank; i++) {
      margins[2 * i] = random.nextInt(3);
      margins[2 * i + 1] = random.nextInt(3);
      y[i] += (pad ? 1 : -1) * (margins[2 * i] + margins[2 * i + 1]);
      if (y[i] < 1 || y[i] > 14) {
        return;
      }
    }
    add(
        "@%s%sD(%s = %s)"
            .formatted(
                pad ? "ZeroPadding" : "Cropping",
                rank,
                pad ? "padding" : "cropping",
                list(margins)),
        "",
        y);
  }

  private void larger(int[] x) {
    int[] size = new int[rank];
    int[] y = x.clone();
    for (int i = 0; i < rank; i++) {
      size[i] = x[i] > 5 ? 1 : 1 + random.nextInt(3);
      y[i] *= size[i];
    }
    add(
        "@UpSampling%sD(size = %s%s)"
            .formatted(
                rank,
                list(size),
                rank == 2 && random.nextBoolean()
                    ? ", interpolation = Interpolation.BILINEAR"
                    : ""),
        "",
        y);
  }
}
