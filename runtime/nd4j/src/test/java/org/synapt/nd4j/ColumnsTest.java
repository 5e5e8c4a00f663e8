package org.synapt.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.data.Column;
import org.synapt.network.Signature;

final class ColumnsTest {
  private static INDArray numbers() {
    return Nd4j.arange(12).castTo(DataType.FLOAT).reshape(3, 2, 2);
  }

  @Test
  void readsWhatIsWrittenToTheArrayLater() {
    INDArray array = numbers();

    Column column = Columns.of("image", array, 2, 2);
    array.putScalar(new int[] {1, 1, 0}, -5f);

    assertThat(column.toString()).isEqualTo("image [3, 4]");
    assertThat(column.value(1, 2)).isEqualTo(-5f);
    assertThat(column.slice(1, 2).toArray()).isEqualTo(new float[] {4, 5, -5, 7});
  }

  @Test
  void copiesWhatIsNoFloatsInCOrder() {
    INDArray doubles = numbers().castTo(DataType.DOUBLE).dup('f');

    Column column = Columns.of("image", doubles, 2, 2);
    doubles.assign(0);

    assertThat(column.toArray()).isEqualTo(numbers().data().asFloat());
  }

  @Test
  void copiesWhatLiesInAWorkspace() {
    MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager()
            .getWorkspaceForCurrentThread(
                WorkspaceConfiguration.builder().initialSize(1 << 16).build(), "short");
    Column column;
    try (MemoryWorkspace scope = workspace.notifyScopeEntered()) {
      INDArray attached = Nd4j.ones(DataType.FLOAT, 4, 1);
      assertThat(attached.isAttached()).isTrue();
      assertThat(scope.isScopeActive()).isTrue();
      column = Columns.of("age", attached, 1);
      attached.assign(9);
    }

    assertThat(column.toArray()).isEqualTo(new float[] {1, 1, 1, 1});
  }

  @Test
  void takesSingleNumbers() {
    assertThat(Columns.of("class", Nd4j.createFromArray(3, 1, 2)).toArray())
        .isEqualTo(new float[] {3, 1, 2});
    assertThat(Columns.of("class", Nd4j.createFromArray(3, 1, 2).reshape(3, 1)).count())
        .isEqualTo(3);
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Columns.of("class", Nd4j.createFromArray(3, 1, 2).reshape(1, 3))))
        .hasMessageThat()
        .isEqualTo("class is [1, 3], but takes [b] or [b, 1]");
  }

  @Test
  void areAsWideAsTheArraySaysWhereEachBatchDecides() {
    assertThat(Columns.of("words", Nd4j.zeros(2, 5, 3), Signature.ANY, 3).width()).isEqualTo(15);
    assertThat(Columns.of("words", Nd4j.zeros(2, 12), Signature.ANY, 3).width()).isEqualTo(12);
    assertThat(Columns.of("tags", Nd4j.zeros(2, 7), Signature.ANY).width()).isEqualTo(7);
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Columns.of("words", Nd4j.zeros(2, 5, 4), Signature.ANY, 3)))
        .hasMessageThat()
        .isEqualTo("words is [2, 5, 4], but takes [b, any, 3]");
  }
}
