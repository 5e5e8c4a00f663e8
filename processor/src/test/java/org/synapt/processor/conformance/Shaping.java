package org.synapt.processor.conformance;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What only moves elements. */
final class Shaping {

  private Shaping() {}

  static Map<String, Operator> operators() {
    return Map.ofEntries(
        entry("Concat", Shaping::concat),
        entry("DepthToSpace", Shaping::depthToSpace),
        entry("Flatten", Shaping::flatten),
        entry("Pad", Shaping::pad),
        entry("Reshape", Shaping::reshape),
        entry("Slice", Shaping::slice),
        entry("SpaceToDepth", Shaping::spaceToDepth),
        entry("Split", Shaping::split),
        entry("Squeeze", Shaping::squeeze),
        entry("Transpose", Shaping::transpose),
        entry("Unsqueeze", Shaping::unsqueeze));
  }

  private static void concat(Node node, Declaration it) {
    Row[] rows = node.inputs().stream().map(it::row).toArray(Row[]::new);
    int axis = it.frame().axis(node.integer("axis", 0), rows[0].rank() + it.frame().leading());
    int[] shape = rows[0].shape().clone();
    shape[axis] = Arrays.stream(rows).mapToInt(row -> row.shape()[axis]).sum();
    it.put(node.output(), it.write(shape, "@Concatenate(axis = " + axis + ")", rows));
  }

  private static void flatten(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int axis = node.integer("axis", 1);
    int own = axis < 0 ? axis + x.rank() + it.frame().leading() : axis;
    if (it.frame().leading() == 1) {
      it.put(node.output(), it.write(new int[] {x.size()}, "@Flatten", x));
      return;
    }
    int rows = Array.size(Arrays.copyOf(x.shape(), own));
    it.put(node.output(), it.reshape(x, rows, x.size() / rows));
  }

  /** Zero takes over an extent, unless it is meant. */
  private static void reshape(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int[] shape = it.array(node, 1).integers();
    if (node.flag("allowzero")) {
      throw new OutOfScope("empty arrays");
    }
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] == 0 ? x.shape()[i] : shape[i];
    }
    int known = IntStream.of(shape).filter(extent -> extent > 0).reduce(1, Math::multiplyExact);
    it.put(
        node.output(),
        it.reshape(x, IntStream.of(shape).map(n -> n < 0 ? x.size() / known : n).toArray()));
  }

  private static void squeeze(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int rank = x.rank() + it.frame().leading();
    int[] axes = axes(node, it, rank);
    int[] kept =
        IntStream.range(0, x.rank())
            .filter(own -> IntStream.of(axes).noneMatch(axis -> it.frame().axis(axis, rank) == own))
            .map(own -> x.shape()[own])
            .toArray();
    it.put(node.output(), it.reshape(x, kept));
  }

  private static void unsqueeze(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int[] axes = axesOrAttribute(node, it);
    int rank = x.rank() + axes.length + it.frame().leading();
    int[] shape = new int[x.rank() + axes.length];
    for (int axis : axes) {
      shape[it.frame().axis(axis, rank)] = 1;
    }
    int next = 0;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] == 1 ? 1 : x.shape()[next++];
    }
    it.put(node.output(), it.reshape(x, shape));
  }

  private static int[] axes(Node node, Declaration it, int rank) {
    return IntStream.of(axesOrAttribute(node, it))
        .map(axis -> axis < 0 ? axis + rank : axis)
        .toArray();
  }

  private static int[] axesOrAttribute(Node node, Declaration it) {
    return it.given(node.input(1))
        .map(Array::integers)
        .or(() -> node.integers("axes"))
        .orElseThrow();
  }

  /** An array that belongs to the network is turned at once. */
  private static void transpose(Node node, Declaration it) {
    Optional<Array> given = it.given(node.input(0));
    if (given.isPresent() && it.isParameter(node.inputs().get(0))) {
      it.fold(node.output(), given.get().permuted(order(node, given.get().rank())));
      return;
    }
    Row x = it.row(node, 0);
    it.put(node.output(), it.permute(x, order(node, x.rank())));
  }

  private static int[] order(Node node, int rank) {
    return node.integers("perm")
        .orElseGet(() -> IntStream.range(0, rank).map(i -> rank - 1 - i).toArray());
  }

  /** Zeros around, or another number that is taken away before and added behind. */
  private static void pad(Node node, Declaration it) {
    if (!node.text("mode", "constant").equals("constant")) {
      throw new OutOfScope("margins of mode " + node.text("mode", ""));
    }
    Row x = it.row(node, 0);
    int[] pads = node.integers("pads").orElseGet(() -> it.array(node, 1).integers());
    double value =
        it.given(node.input(2))
            .map(array -> array.numbers()[0])
            .orElseGet(() -> node.number("value", 0));
    int[] axes =
        it.given(node.input(3))
            .map(Array::integers)
            .orElseGet(() -> IntStream.range(0, pads.length / 2).toArray());
    String number = Declaration.number(value);
    Row padded = value == 0 ? x : it.formula("a - " + number, x);
    for (int i = 0; i < axes.length; i++) {
      int axis = axes[i] < 0 ? axes[i] + x.rank() : axes[i];
      padded = Margins.pad(it, padded, axis, pads[i], pads[axes.length + i]);
    }
    it.put(node.output(), value == 0 ? padded : it.formula("a + " + number, padded));
  }

  private static void slice(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int[] from =
        it.given(node.input(1)).map(Array::integers).or(() -> node.integers("starts")).get();
    int[] to = it.given(node.input(2)).map(Array::integers).or(() -> node.integers("ends")).get();
    int[] axes =
        it.given(node.input(3))
            .map(Array::integers)
            .or(() -> node.integers("axes"))
            .orElseGet(() -> IntStream.range(0, from.length).toArray());
    if (it.given(node.input(4)).filter(Shaping::leaps).isPresent()) {
      throw new OutOfScope("slices with steps");
    }
    Row slice = x;
    for (int i = 0; i < axes.length; i++) {
      int axis = axes[i] < 0 ? axes[i] + x.rank() : axes[i];
      int extent = x.shape()[axis];
      slice = Margins.slice(it, slice, axis, within(from[i], extent), within(to[i], extent));
    }
    it.put(node.output(), slice);
  }

  private static boolean leaps(Array steps) {
    return IntStream.of(steps.integers()).anyMatch(step -> step != 1);
  }

  private static int within(int position, int extent) {
    return Math.max(0, Math.min(position < 0 ? position + extent : position, extent));
  }

  private static void split(Node node, Declaration it) {
    Row x = it.row(node, 0);
    int axis = it.frame().axis(node.integer("axis", 0), x.rank() + it.frame().leading());
    int parts = node.outputs().size();
    int each = -Math.floorDiv(-x.shape()[axis], parts);
    int[] sizes =
        it.given(node.input(1))
            .map(Array::integers)
            .or(() -> node.integers("split"))
            .orElseGet(() -> IntStream.generate(() -> each).limit(parts).toArray());
    int from = 0;
    for (int i = 0; i < parts; i++) {
      int to = Math.min(from + sizes[i], x.shape()[axis]);
      it.put(node.outputs().get(i), Margins.slice(it, x, axis, from, to));
      from = to;
    }
  }

  private static void depthToSpace(Node node, Declaration it) {
    int block = node.integer("blocksize", 1);
    boolean first = node.text("mode", "DCR").equals("DCR");
    Row x = it.row(node, 0);
    int depth = x.shape()[0] / block / block;
    int rows = x.shape()[1];
    int columns = x.shape()[2];
    Row split =
        first
            ? it.permute(it.reshape(x, block, block, depth, rows, columns), 2, 3, 0, 4, 1)
            : it.permute(it.reshape(x, depth, block, block, rows, columns), 0, 3, 1, 4, 2);
    it.put(node.output(), it.reshape(split, depth, rows * block, columns * block));
  }

  private static void spaceToDepth(Node node, Declaration it) {
    int block = node.integer("blocksize", 1);
    Row x = it.row(node, 0);
    int depth = x.shape()[0];
    int rows = x.shape()[1] / block;
    int columns = x.shape()[2] / block;
    Row split = it.permute(it.reshape(x, depth, rows, block, columns, block), 2, 4, 0, 1, 3);
    it.put(node.output(), it.reshape(split, depth * block * block, rows, columns));
  }
}
