package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.number;

import java.util.Arrays;
import java.util.Map;

/** Poolings; margins that a layer does not have come from rows around it. */
final class Poolings {

  private Poolings() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "AveragePool", Poolings::average,
        "GlobalAveragePool", global("Average"),
        "GlobalMaxPool", global("Max"),
        "LpPool", Poolings::lengths,
        "MaxPool", Poolings::max);
  }

  private static Operator global(String kind) {
    return (node, it) -> {
      Row x = it.row(node, 0);
      int axes = x.rank() - 1;
      String layer = "@Global%sPooling%sD(keepdims = true)".formatted(kind, axes);
      int[] shape = new int[x.rank()];
      Arrays.fill(shape, 1);
      shape[axes] = x.last();
      it.put(node.output(), it.write(shape, layer, x));
    };
  }

  private static Geometry geometry(Node node, Row x) {
    int[] image = Images.image(x);
    Geometry geometry = Geometry.of(node, image, node.integers("kernel_shape", image.length, 1));
    if (geometry.hasGaps()) {
      throw new OutOfScope("poolings with gaps");
    }
    return geometry;
  }

  private static Row pool(String kind, String padding, Declaration it, Geometry geometry, Row x) {
    String layer = "@%sPooling%sD(%s)".formatted(kind, geometry.axes(), geometry.pool(padding));
    return it.write(geometry.shape(x.last()), layer, x);
  }

  /**
   * Where margins are not those of a layer, numbers are put above the zeros that they are padded
   * with.
   */
  private static void max(Node node, Declaration it) {
    if (node.outputs().size() > 1) {
      throw new OutOfScope("where a largest element is");
    }
    Row x = it.row(node, 0);
    Geometry geometry = geometry(node, x);
    if (geometry.isValid()) {
      it.put(node.output(), pool("Max", "VALID", it, geometry, x));
    } else if (geometry.isSame(Images.image(x))) {
      it.put(node.output(), pool("Max", "SAME", it, geometry, x));
    } else {
      String shift = Images.above(it.array(node, 0));
      Row above = it.formula("a + " + shift, x);
      Row wide = Margins.pad(it, above, geometry.before(), geometry.after());
      Row largest = pool("Max", "VALID", it, geometry, wide);
      it.put(node.output(), it.formula("a - " + shift, largest));
    }
  }

  /** Where margins are not those of a layer, the mean is divided by how much of it is image. */
  private static void average(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Geometry geometry = geometry(node, x);
    boolean counted = node.flag("count_include_pad");
    if (geometry.isValid()) {
      it.put(node.output(), pool("Average", "VALID", it, geometry, x));
    } else if (!counted && geometry.isSame(Images.image(x))) {
      it.put(node.output(), pool("Average", "SAME", it, geometry, x));
    } else {
      Row wide = Margins.pad(it, x, geometry.before(), geometry.after());
      Row means = pool("Average", "VALID", it, geometry, wide);
      it.put(node.output(), counted ? means : it.formula("a / b", means, share(it, geometry, x)));
    }
  }

  private static Row share(Declaration it, Geometry geometry, Row x) {
    Row ones = it.formula("0 * a + 1", x);
    Row wide = Margins.pad(it, ones, geometry.before(), geometry.after());
    return pool("Average", "VALID", it, geometry, wide);
  }

  /** The p-th root of a sum of p-th powers. */
  private static void lengths(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Geometry geometry = geometry(node, x);
    String p = number(node.number("p", 2));
    Row powers = it.formula("abs(a) ^ " + p, x);
    Row wide =
        geometry.isValid() ? powers : Margins.pad(it, powers, geometry.before(), geometry.after());
    Row means = pool("Average", "VALID", it, geometry, wide);
    int count = Array.size(geometry.size());
    it.put(node.output(), it.formula("(%s * a) ^ (1 / %s)".formatted(count, p), means));
  }
}
