package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.list;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

/** Flatten, Reshape, Permute and RepeatVector. */
final class ReshapingLayersTest {

  @Tag("L10")
  @Test
  void flattensAllAxes() {
    assertThat(flatten(Shape.of(7, 7, 2)).toString()).isEqualTo("[98]");
    assertThat(flatten(Shape.of(7, 7, 2)).lowered()).isEqualTo("flat [b, 98] = reshape<[98]>(a)\n");
  }

  @Test
  void leavesAVectorFlat() {
    assertThat(flatten(Shape.of(7)).toString()).isEqualTo("[7]");
    assertThat(flatten(Shape.of(7)).lowered()).isEmpty();
  }

  @Test
  void flattensASingleNumberToAVector() {
    assertThat(flatten(Shape.of()).toString()).isEqualTo("[1]");
  }

  private static Inferred flatten(Shape shape) {
    return Inferred.of(Mentions.of("Flatten"), shape);
  }

  @Test
  void infersOneExtent() {
    assertThat(reshape(Shape.of(12), 3, -1).toString()).isEqualTo("[3, 4]");
    assertThat(reshape(Shape.of(12), 3, -1).lowered())
        .isEqualTo("reshaped [b, 3, 4] = reshape<[3, 4]>(a)\n");
  }

  @Test
  void keepsTheNumberOfElements() {
    assertThat(reshape(Shape.of(64), 7, 7).toString())
        .isEqualTo(
            "[ReshapeSize] [7, 7] has 49 elements, but a [64] has 64\n"
                + "    choose extents whose product is 64");
  }

  @Test
  void infersOnlyWholeExtents() {
    assertThat(reshape(Shape.of(64), 7, -1).toString())
        .startsWith("[ReshapeSize] [7, -1] does not divide the 64 elements of a [64]");
  }

  @Test
  void infersNoMoreThanOneExtent() {
    assertThat(reshape(Shape.of(64), -1, -1).toString())
        .startsWith("[ReshapeSize] [-1, -1] leaves more than one extent to be inferred");
  }

  @Test
  void hasNoEmptyExtent() {
    assertThat(reshape(Shape.of(64), 0, 64).toString())
        .startsWith("[ReshapeSize] an extent of [0, 64] is below 1");
  }

  @Test
  void isNotDeceivedByAProductThatOverflows() {
    assertThat(reshape(Shape.of(1), 1 << 16, 1 << 16, 1 << 16, 1 << 16).toString())
        .startsWith("[ReshapeSize]");
  }

  @Test
  void showsTheChainOfShapes() {
    Use use =
        new Use(
            "y",
            Mentions.of("Reshape", "targetShape", list(7, 7)),
            List.of(new Use.Argument("hidden", Shape.of(64), Origin.NOWHERE)),
            "pixels [784] → hidden [64]");
    Problems problems = new Problems();

    new ReshapeLayer().infer(use, problems);

    assertThat(problems.all().get(0).message()).endsWith("\n    pixels [784] → hidden [64]");
  }

  private static Inferred reshape(Shape shape, Integer... extents) {
    return Inferred.of(Mentions.of("Reshape", "targetShape", list(extents)), shape);
  }

  @Test
  void permutesAxes() {
    assertThat(permute(2, 0, 1).toString()).isEqualTo("[4, 2, 3]");
    assertThat(permute(2, 0, 1).lowered())
        .isEqualTo("permuted [b, 4, 2, 3] = permute<[2, 0, 1]>(a)\n");
    assertThat(permute(0, 1, 2).lowered()).isEmpty();
  }

  @Test
  void tellsThoseWhoCountAsKerasDoes() {
    assertThat(permute(3, 1, 2).toString())
        .isEqualTo(
            "[PermuteOrder] dims = [3, 1, 2] is no order of the 3 axes of a [2, 3, 4]\n"
                + "    axes start at 0 here, not at 1 as in Keras: write dims = {2, 0, 1}");
  }

  @Test
  void namesEveryAxisOnce() {
    assertThat(permute(0, 0, 1).toString()).endsWith("name every axis from 0 to 2 once");
    assertThat(permute(1, 0).toString()).startsWith("[PermuteOrder]");
  }

  private static Inferred permute(Integer... dims) {
    return Inferred.of(Mentions.of("Permute", "dims", list(dims)), Shape.of(2, 3, 4));
  }

  @Test
  void repeatsAVector() {
    assertThat(repeat(3, Shape.of(2)).toString()).isEqualTo("[3, 2]");
    assertThat(repeat(3, Shape.of(2)).compute(new double[] {1, 2}))
        .usingTolerance(0)
        .containsExactly(1, 2, 1, 2, 1, 2)
        .inOrder();
  }

  @Test
  void repeatsVectorsOnly() {
    assertThat(repeat(3, Shape.of(2, 2)).toString())
        .startsWith("[NotAVector] only vectors can be repeated, but a [2, 2] has 2 axes");
  }

  @Test
  void repeatsOnceAtLeast() {
    assertThat(repeat(0, Shape.of(2)).toString())
        .startsWith("[AttributeOutOfRange] n = 0 is below 1");
  }

  private static Inferred repeat(int n, Shape shape) {
    return Inferred.of(Mentions.of("RepeatVector", "n", n), shape);
  }

  @Test
  void reshapingKeepsASymbolWhereItInfersAnExtent() {
    Shape x = Shape.of(-2, 4, 4);

    assertThat(Inferred.of(Mentions.of("Reshape", "targetShape", list(-1, 16)), x).toString())
        .isEqualTo("[any2, 16]");
    assertThat(takesSymbols(Mentions.of("Reshape", "targetShape", list(-1, 8)), x)).isFalse();
    assertThat(takesSymbols(Mentions.of("Reshape", "targetShape", list(-1)), x)).isFalse();
  }

  private static boolean takesSymbols(Mention layer, Shape x) {
    Use use = new Use("y", layer, List.of(new Use.Argument("x", x, Origin.NOWHERE)), "");
    return Layers.named(layer.name()).orElseThrow().takesSymbols(use);
  }
}
