package org.synapt.network;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.network.Signature.ANY;
import static org.synapt.network.Signature.ANY_2;
import static org.synapt.network.Signature.ANY_3;

import org.junit.jupiter.api.Test;

final class ExtentsTest {

  private static Signature signature(int[] first, int[] second) {
    return Signature.of("Reader")
        .input("words", first)
        .input("marks", second)
        .row("tag", "Add", 0, first, "words", "marks")
        .output("tag", "mean_squared_error", 1, first, first, "")
        .build();
  }

  private static int[] find(Signature signature, int first, int second, int target) {
    Extents extents = new Extents(signature);
    extents.input(0, first);
    extents.input(1, second);
    extents.target(0, target);
    return extents.find();
  }

  private static String refusal(Signature signature, int first, int second, int target) {
    return assertThrows(
            IllegalArgumentException.class, () -> find(signature, first, second, target))
        .getMessage();
  }

  private static int[] shape(int... extents) {
    return extents;
  }

  @Test
  void areNoneWhereAllIsKnown() {
    assertThat(find(signature(shape(3), shape(4)), 3, 4, 3)).isEmpty();
  }

  @Test
  void followFromTheFloatsOfAnExample() {
    Signature signature = signature(shape(ANY, 16), shape(ANY_2, 3));

    assertThat(signature.extents()).isEqualTo(2);
    assertThat(find(signature, 160, 12, 160)).isEqualTo(new int[] {10, 4});
  }

  @Test
  void followFromEachOther() {
    Signature signature = signature(shape(ANY, ANY_2, 3), shape(ANY_2));

    assertThat(find(signature, 60, 4, 0)).isEqualTo(new int[] {5, 4});
  }

  @Test
  void followFromSquares() {
    assertThat(find(signature(shape(ANY, ANY), shape(2)), 49, 2, 0)).isEqualTo(new int[] {7});
    assertThat(refusal(signature(shape(ANY, ANY), shape(2)), 50, 2, 0))
        .isEqualTo("words has 50 floats for each example, which are no [any, any]");
  }

  @Test
  void areOneWhereTheNetworkHasNone() {
    assertThat(find(signature(shape(ANY_3, 2), shape(5)), 8, 5, 8)).isEqualTo(new int[] {1, 1, 4});
  }

  @Test
  void areFoundAnewEachTime() {
    Extents extents = new Extents(signature(shape(ANY, 2), shape(5)));
    extents.input(1, 5);
    extents.input(0, 8);
    int[] first = extents.find().clone();
    extents.input(0, 6);

    assertThat(first).isEqualTo(new int[] {4});
    assertThat(extents.find()).isEqualTo(new int[] {3});
  }

  @Test
  void areTheSameWhereverTheyStand() {
    assertThat(refusal(signature(shape(ANY, 16), shape(ANY, 3)), 160, 33, 160))
        .isEqualTo(
            "marks [any, 3] has 33 floats for each example, but Reader takes 30: any is 10 in"
                + " words [any, 16] of 160");
  }

  @Test
  void leaveTheExtentsAloneThatAreKnown() {
    assertThat(refusal(signature(shape(ANY, 16), shape(3)), 160, 4, 160))
        .isEqualTo("marks [3] has 4 floats for each example, but Reader takes 3");
  }

  @Test
  void divideWhatThereIs() {
    assertThat(refusal(signature(shape(ANY, 16), shape(3)), 100, 3, 0))
        .isEqualTo("words has 100 floats for each example, which are no [any, 16]");
  }

  @Test
  void haveToFollow() {
    assertThat(refusal(signature(shape(ANY, ANY_2), shape(3)), 100, 3, 0))
        .isEqualTo(
            "100 floats of words [any, any2] do not say how long any is; an input where it stands"
                + " alone would");
  }

  @Test
  void areNumbersInTheSizesOfRows() {
    RowSpec row = signature(shape(ANY, 16), shape(ANY_2, 3)).row("tag");

    assertThat(row.size()).isEqualTo(16);
    assertThat(row.size(10, 4)).isEqualTo(160);
    assertThat(row.shape(10, 4)).isEqualTo(new int[] {10, 16});
    assertThat(Signature.text(row.shape())).isEqualTo("[any, 16]");
  }
}
