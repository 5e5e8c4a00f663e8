package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class NdArrayTest {
  private static final NdArray A = NdArray.of(1, 2, 3);
  private static final NdArray B = NdArray.of(4, 5, 6);

  private static NdArray range(int... shape) {
    int size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i;
    }
    return NdArray.of(values).reshape(shape);
  }

  private static void assertSays(Executable executable, String message) {
    assertThat(assertThrows(RuntimeException.class, executable)).hasMessageThat().contains(message);
  }

  /** NumPy reference, examples of hstack: array([1, 2, 3, 4, 5, 6]). */
  @Test
  @Tag("D12")
  void stacksLabelsBesideOneAnother() {
    NdArray labels = NdArray.hstack(A, B);

    assertThat(labels.shape()).isEqualTo(new int[] {6});
    assertThat(labels.toArray()).isEqualTo(new float[] {1, 2, 3, 4, 5, 6});
  }

  /** NumPy reference, examples of vstack: array([[1, 2, 3], [4, 5, 6]]). */
  @Test
  @Tag("D12")
  void stacksRowsOfPixels() {
    assertThat(NdArray.vstack(A, B)).isEqualTo(NdArray.of(new float[][] {{1, 2, 3}, {4, 5, 6}}));
  }

  /** NumPy reference, examples of dstack: array([[[1, 2], [2, 3], [3, 4]]]). */
  @Test
  @Tag("D12")
  void stacksChannels() {
    NdArray stacked = NdArray.dstack(A, NdArray.of(2, 3, 4));

    assertThat(stacked.shape()).isEqualTo(new int[] {1, 3, 2});
    assertThat(stacked.toArray()).isEqualTo(new float[] {1, 2, 2, 3, 3, 4});
  }

  /** NumPy reference, second examples of all three, on (3, 1). */
  @Test
  @Tag("D12")
  void stacksMatrices() {
    NdArray a = A.reshape(3, 1);
    NdArray b = B.reshape(3, 1);

    assertThat(NdArray.hstack(a, b)).isEqualTo(NdArray.of(new float[][] {{1, 4}, {2, 5}, {3, 6}}));
    assertThat(NdArray.vstack(a, b)).isEqualTo(NdArray.of(1, 2, 3, 4, 5, 6).reshape(6, 1));
    assertThat(NdArray.dstack(a, b)).isEqualTo(NdArray.of(1, 4, 2, 5, 3, 6).reshape(3, 1, 2));
  }

  /** A flat vector of all red, all green and all blue pixels, as in CIFAR-10's files. */
  @Test
  @Tag("D13")
  void makesAnImageOfAFlatVector() {
    NdArray flat = range(3 * 2 * 4);
    NdArray red = flat.slice(0, 0, 8).reshape(2, 4);
    NdArray green = flat.slice(0, 8, 16).reshape(2, 4);
    NdArray blue = flat.slice(0, 16, 24).reshape(2, 4);

    NdArray image = NdArray.dstack(red, green, blue);

    assertThat(image.shape()).isEqualTo(new int[] {2, 4, 3});
    assertThat(image.value(1, 2, 0)).isEqualTo(6f);
    assertThat(image.value(1, 2, 1)).isEqualTo(14f);
    assertThat(image.value(1, 2, 2)).isEqualTo(22f);
    assertThat(image).isEqualTo(flat.reshape(3, 2, 4).transpose(1, 2, 0));
    assertThat(image.take(2, 1)).isEqualTo(green);
  }

  @Test
  void takesAnyShapeOfTheSameSize() {
    assertThat(range(2, 6).reshape(3, -1).shape()).isEqualTo(new int[] {3, 4});
    assertThat(range(2, 6).reshape(3, 2, 2).value(2, 0, 1)).isEqualTo(9f);
    assertThat(range(2, 6).flatten().shape()).isEqualTo(new int[] {12});
    assertSays(() -> range(6).reshape(4, 2), "cannot reshape array of size 6 into shape (4,2)");
    assertSays(() -> range(6).reshape(4, -1), "cannot reshape array of size 6 into shape (4,-1)");
    assertSays(() -> range(6).reshape(-1, -1), "can only specify one unknown dimension");
    assertSays(() -> range(6).reshape(-2, 3), "negative dimensions are not allowed");
    assertSays(() -> range(6).reshape(0, -1), "cannot reshape array of size 6 into shape (0,-1)");
  }

  @Test
  void turnsAxesRound() {
    assertThat(NdArray.of(new float[][] {{1, 2, 3}, {4, 5, 6}}).transpose())
        .isEqualTo(NdArray.of(new float[][] {{1, 4}, {2, 5}, {3, 6}}));
    NdArray turned = range(2, 3, 4).transpose(2, 0, 1);
    assertThat(turned.shape()).isEqualTo(new int[] {4, 2, 3});
    assertThat(turned.value(3, 1, 2)).isEqualTo(range(2, 3, 4).value(1, 2, 3));
    assertSays(() -> range(2, 3).transpose(0, 0), "axes don't match array");
  }

  @Test
  @Tag("D6")
  void cutsColumnsOutOfAMatrix() {
    NdArray data = range(3, 9);

    assertThat(data.slice(1, 0, 8).shape()).isEqualTo(new int[] {3, 8});
    assertThat(data.slice(1, 0, 8).value(2, 7)).isEqualTo(25f);
    assertThat(data.take(1, 8)).isEqualTo(NdArray.of(8, 17, 26));
    assertThat(data.slice(-2, 1, 2)).isEqualTo(NdArray.of(data.column("x").slice(1, 2)));
    assertSays(() -> data.slice(1, 0, 10), "0:10 is out of bounds for axis 1 with size 9");
    assertSays(() -> data.take(0, 3), "index 3 is out of bounds for axis 0 with size 3");
    assertSays(() -> data.slice(2, 0, 1), "axis 2 is out of bounds for array of dimension 2");
  }

  @Test
  @Tag("D12")
  void saysWhatDoesNotFitInTheWordsOfNumPy() {
    assertSays(
        () -> NdArray.vstack(A, NdArray.of(1, 2)),
        "all the input array dimensions except for the concatenation axis must match exactly, but"
            + " along dimension 1, the array at index 0 has size 3 and the array at index 1 has"
            + " size 2");
    assertSays(
        () -> NdArray.hstack(A, A.reshape(3, 1)),
        "all the input arrays must have same number of dimensions, but the array at index 0 has 1"
            + " dimension(s) and the array at index 1 has 2 dimension(s)");
    assertSays(NdArray::dstack, "need at least one array to concatenate");
    assertSays(
        () -> NdArray.of(new float[][] {{1, 2}, {3}}),
        "the rows are ragged: row 0 has 2 numbers, but row 1 has 1");
  }

  @Test
  void becomesAColumnOfExamples() {
    Column pixels = range(5, 2, 3).column("pixels");

    assertThat(pixels.count()).isEqualTo(5);
    assertThat(pixels.width()).isEqualTo(6);
    assertThat(pixels.value(4, 5)).isEqualTo(29f);
    assertThat(A.column("digit").width()).isEqualTo(1);
  }

  /** 3, 4 and 5; a row of zeros is divided by 1, as in keras.utils.normalize. */
  @Test
  void makesRowsOfLengthOne() {
    assertThat(NdArray.of(new float[][] {{3, 4}, {0, 0}}).normalize().toArray())
        .isEqualTo(new float[] {0.6f, 0.8f, 0, 0});
  }

  @Test
  void neverChanges() {
    float[] values = {1, 2, 3};
    NdArray array = NdArray.of(values);
    values[0] = 9;
    array.toArray()[1] = 9;
    array.shape()[0] = 9;

    assertThat(array).isEqualTo(A);
    assertThat(array.hashCode()).isEqualTo(A.hashCode());
    assertThat(array).isNotEqualTo(A.reshape(1, 3));
    assertThat(A.toString()).isEqualTo("array(3,) [1.0, 2.0, 3.0]");
  }
}
