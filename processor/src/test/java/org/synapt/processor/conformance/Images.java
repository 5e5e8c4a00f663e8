package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.list;
import static org.synapt.processor.conformance.Declaration.number;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Convolutions, and what makes images larger. */
final class Images {

  private Images() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "Conv", Images::convolution,
        "ConvTranspose", Images::transposed,
        "Resize", Images::resize,
        "Upsample", Images::resize);
  }

  static int[] image(Row x) {
    return Arrays.copyOf(x.shape(), x.rank() - 1);
  }

  /** Windows that leap and have gaps are first set close and then chosen from. */
  private static void convolution(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Array weight = it.array(node, 1);
    int[] size = Arrays.copyOfRange(weight.shape(), 2, weight.rank());
    Geometry geometry = Geometry.of(node, image(x), size);
    boolean twice = geometry.hasGaps() && geometry.leaps();
    boolean same = !twice && !geometry.isValid() && geometry.isSame(image(x));
    Row wide = same ? x : Margins.pad(it, x, geometry.before(), geometry.after());
    Geometry own = twice ? geometry.close(image(wide)) : geometry;
    Row y = convolution(node, it, wide, weight, own, same ? "SAME" : "VALID");
    it.put(node.output(), twice ? choose(it, y, geometry) : y);
  }

  /** {@code W [out, in / groups, …]} goes to {@code […, in / groups, out]}. */
  private static Row convolution(
      Node node, Declaration it, Row x, Array weight, Geometry geometry, String padding) {
    int groups = node.integer("group", 1);
    int filters = weight.shape()[0];
    int axes = weight.rank() - 2;
    boolean depthwise = groups > 1 && groups == x.last() && axes < 3;
    String layer =
        depthwise
            ? "@DepthwiseConv%sD(depthMultiplier = %s".formatted(axes, filters / groups)
            : "@Conv%sD(filters = %s, groups = %s".formatted(axes, filters, groups);
    Optional<Array> bias = it.given(node.input(2));
    Row y =
        it.write(
            geometry.shape(filters),
            "%s, useBias = %s, %s)"
                .formatted(layer, bias.isPresent(), geometry.attributes(padding)),
            x);
    it.parameter(
        y, "weight", (depthwise ? depthwise(weight, groups) : last(weight, 1, 0)).floats());
    bias.ifPresent(array -> it.parameter(y, "bias", array.floats()));
    return y;
  }

  /** A pooling whose windows show one position each. */
  private static Row choose(Declaration it, Row y, Geometry geometry) {
    return it.write(
        geometry.shape(y.last()),
        "@MaxPooling%sD(poolSize = 1, strides = %s)"
            .formatted(geometry.axes(), list(geometry.strides())),
        y);
  }

  /** Puts two axes behind the others. */
  private static Array last(Array weight, int... axes) {
    return weight.permuted(
        IntStream.concat(IntStream.range(2, weight.rank()), IntStream.of(axes)).toArray());
  }

  /** {@code [in · multiplier, 1, …] → […, in, multiplier]}. */
  private static Array depthwise(Array weight, int channels) {
    int[] shape = weight.shape().clone();
    shape[1] = shape[0] / channels;
    shape[0] = channels;
    return last(weight.reshaped(shape), 0, 1);
  }

  /**
   * {@code W [in, out / groups, …]} goes to {@code […, out, in]}; groups are layers of their own.
   */
  private static void transposed(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Array weight = it.array(node, 1);
    Optional<Array> bias = it.given(node.input(2));
    int groups = node.integer("group", 1);
    int channels = x.last() / groups;
    int filters = weight.shape()[1];
    Row[] parts = new Row[groups];
    for (int i = 0; i < groups; i++) {
      int group = i;
      parts[i] =
          transposed(
              node,
              it,
              Margins.slice(it, x, x.rank() - 1, i * channels, (i + 1) * channels),
              weight.slice(i * channels, (i + 1) * channels),
              bias.map(all -> all.slice(group * filters, (group + 1) * filters)));
    }
    int[] shape = parts[0].shape().clone();
    shape[shape.length - 1] *= groups;
    it.put(node.output(), groups == 1 ? parts[0] : it.write(shape, "@Concatenate", parts));
  }

  /** A layer leaves all that its windows reach, of which the margins are taken behind it. */
  private static Row transposed(
      Node node, Declaration it, Row x, Array weight, Optional<Array> bias) {
    int[] size = Arrays.copyOfRange(weight.shape(), 2, weight.rank());
    Transposition geometry = Transposition.of(node, image(x), size);
    Row y =
        it.write(
            geometry.shape(weight.shape()[1]),
            "@Conv%sDTranspose(filters = %s, useBias = %s, %s)"
                .formatted(size.length, weight.shape()[1], bias.isPresent(), geometry.attributes()),
            x);
    it.parameter(y, "weight", last(weight, 1, 0).floats());
    bias.ifPresent(array -> it.parameter(y, "bias", array.floats()));
    return geometry.same() ? y : Margins.crop(it, y, geometry.first(), geometry.last());
  }

  /** Whole factors only, and where a pixel is a square, not a point. */
  private static void resize(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int[] image = image(x);
    int[] result = it.frame().shape(it.expected(node.output()).shape());
    String mode = node.text("mode", "nearest");
    boolean upsample = node.op().equals("Upsample");
    String points =
        node.text("coordinate_transformation_mode", upsample ? "asymmetric" : "half_pixel");
    String nearest = node.text("nearest_mode", upsample ? "floor" : "round_prefer_floor");
    boolean repeats =
        mode.equals("nearest")
            && (points + nearest).matches("asymmetricfloor|half_pixelround_prefer_floor");
    boolean whole = IntStream.range(0, image.length).allMatch(i -> result[i] % image[i] == 0);
    if (!repeats && !(mode.equals("linear") && points.equals("half_pixel"))
        || node.flag("antialias")) {
      throw new OutOfScope("resizing of mode " + mode + " that no layer has");
    } else if (!whole) {
      throw new OutOfScope("resizing by parts of a whole");
    }
    int[] factors = IntStream.range(0, image.length).map(i -> result[i] / image[i]).toArray();
    it.put(
        node.output(),
        it.write(
            result,
            "@UpSampling2D(size = %s, interpolation = Interpolation.%s)"
                .formatted(list(factors), repeats ? "NEAREST" : "BILINEAR"),
            x));
  }

  /** A power of two that all elements are well below. */
  static String above(Array array) {
    double largest = Arrays.stream(array.numbers()).map(Math::abs).max().orElse(0);
    return number(Math.scalb(1.0, Math.getExponent(largest) + 1));
  }
}
