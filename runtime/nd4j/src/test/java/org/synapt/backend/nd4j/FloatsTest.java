package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

final class FloatsTest {
  private static final INDArray ROWS = Nd4j.arange(60).castTo(DataType.FLOAT).reshape(10, 6);

  @Test
  void seesThroughAViewOfAView() {
    INDArray four = ROWS.get(NDArrayIndex.interval(3, 7), NDArrayIndex.all());

    Nd4jBuffer rows = Nd4jBuffer.of(four);
    Nd4jBuffer row = Nd4jBuffer.of(four.getRow(2));

    assertThat(rows.slice(12, 6).array(2, 3).getFloat(1, 2)).isEqualTo(35f);
    assertThat(row.array(6).getFloat(0)).isEqualTo(30f);
    float[] got = new float[2];
    row.get(1, got, 0, 2);
    assertThat(got).isEqualTo(new float[] {31, 32});
  }

  @Test
  void writesWhereTheArrayLies() {
    INDArray array = Nd4j.create(DataType.FLOAT, 2, 3);
    Nd4jBuffer buffer = Nd4jBuffer.of(array);

    buffer.put(2, new float[] {7, 8, 9}, 0, 3);

    assertThat(array.getFloat(0, 2)).isEqualTo(7f);
    assertThat(array.getFloat(1, 1)).isEqualTo(9f);
    assertThat(buffer.address()).isEqualTo(array.data().addressPointer().address());
    assertThat(buffer.slice(4, 2).address()).isEqualTo(buffer.address() + 16);
  }

  @Test
  void findsGapsAndOtherOrders() {
    assertThat(Nd4jBuffer.isFloats(ROWS)).isTrue();
    assertThat(Nd4jBuffer.isFloats(ROWS.transpose())).isFalse();
    assertThat(Nd4jBuffer.isFloats(ROWS.dup('f'))).isFalse();
    assertThat(Nd4jBuffer.isFloats(ROWS.castTo(DataType.DOUBLE))).isFalse();
    assertThat(Nd4jBuffer.isFloats(ROWS.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3))))
        .isFalse();
    assertThat(Nd4jBuffer.isFloats(ROWS.getRow(3))).isTrue();
    assertThat(Nd4jBuffer.isFloats(ROWS.getColumn(3))).isFalse();
  }

  @Test
  void seesThatOneOfAKindLeavesNoGap() {
    INDArray row = ROWS.get(NDArrayIndex.interval(3, 4), NDArrayIndex.all());
    INDArray cell = ROWS.get(NDArrayIndex.interval(3, 4), NDArrayIndex.interval(2, 3));

    assertThat(Nd4jBuffer.isFloats(row)).isTrue();
    assertThat(Nd4jBuffer.isFloats(cell)).isTrue();
    assertThat(Nd4jBuffer.isFloats(Nd4j.create(DataType.FLOAT, 1, 1))).isTrue();
    assertThat(Nd4jBuffer.isFloats(Nd4j.create(DataType.FLOAT, new long[] {1, 5}, 'f'))).isTrue();
    assertThat(Nd4jBuffer.of(cell).array(1).getFloat(0)).isEqualTo(20f);
    assertThat(Nd4jBuffer.isFloats(ROWS.getColumn(3, /* keepDim= */ true))).isFalse();
  }

  @Test
  void appliesPairwiseTransforms() {
    INDArray x = Nd4j.createFromArray(6f, -8f);
    INDArray y = Nd4j.createFromArray(2f, 4f);
    INDArray z = Nd4j.create(DataType.FLOAT, 2);

    Pairwise.add().apply(x, y, z);
    assertThat(z.toFloatVector()).isEqualTo(new float[] {8, -4});
    Pairwise.subtract().apply(x, y, z);
    assertThat(z.toFloatVector()).isEqualTo(new float[] {4, -12});
    Pairwise.multiply().apply(x, y, z);
    assertThat(z.toFloatVector()).isEqualTo(new float[] {12, -32});
    Pairwise.divide().apply(x, y, z);
    assertThat(z.toFloatVector()).isEqualTo(new float[] {3, -2});
    Pairwise.max().apply(x, y, z);
    assertThat(z.toFloatVector()).isEqualTo(new float[] {6, 4});
    Pairwise.min().apply(x, y, z);
    assertThat(z.toFloatVector()).isEqualTo(new float[] {2, -8});
  }

  @Test
  void knowsWhatOverlaps() {
    Nd4jBuffer all = Nd4jBuffer.of(ROWS);
    Nd4jBuffer two = Nd4jBuffer.of(ROWS.getRow(2));

    assertThat(all.overlaps(two)).isTrue();
    assertThat(all.slice(0, 12).overlaps(two)).isFalse();
    assertThat(all.slice(17, 1).overlaps(two)).isTrue();
    assertThat(all.slice(18, 6).overlaps(two)).isFalse();
    assertThat(all.overlaps(Nd4jBuffer.of(ROWS.dup('c')))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isAsLongAsWhatItBorrows(boolean here) {
    Nd4jBuffer mine = new Nd4jBuffer(Floats.zeros(8, here), 0, 8);
    Nd4jBuffer theirs = new Nd4jBuffer(Floats.zeros(5, here), 1, 3);
    assertThat(mine.overlaps(theirs)).isFalse();

    assertThat(mine.borrow(theirs)).isTrue();
    assertThat(mine.length()).isEqualTo(3);
    assertThat(mine.overlaps(theirs)).isTrue();
    mine.giveBack();
    assertThat(mine.length()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsTheFirstThatIsNotFinite(boolean here) {
    float[] floats = {Float.NaN, 1, 2, Float.NEGATIVE_INFINITY, Float.NaN};
    Nd4jBuffer buffer = new Nd4jBuffer(Floats.zeros(5, here), 0, 5);
    buffer.put(0, floats, 0, 5);

    assertThat(buffer.firstNotFinite(0, 5, new float[2])).isEqualTo(0);
    assertThat(buffer.firstNotFinite(1, 4, new float[2])).isEqualTo(3);
    assertThat(buffer.firstNotFinite(1, 2, new float[2])).isEqualTo(-1);
    assertThat(buffer.firstNotFinite(5, 0, new float[2])).isEqualTo(-1);
  }

  @Test
  void refusesWhatWasClosed() {
    INDArray array = Nd4j.create(DataType.FLOAT, 6);
    Nd4jBuffer buffer = Nd4jBuffer.of(array);

    array.close();

    assertThrows(IllegalStateException.class, () -> buffer.get(0, new float[6], 0, 6));
    assertThrows(IllegalStateException.class, buffer::address);
  }

  @Test
  void givesArraysThatNobodyCanClose() {
    assertThat(new Nd4jBuffer(Floats.zeros(6, true), 0, 6).array(2, 3).closeable()).isFalse();
  }
}
