package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.kernel.Windows;

final class BlockTest {
  private static final Field FIELD =
      Field.forward(Windows.over(5, 7, 6).sized(2, 3, 1).padding(1, 0, 0, 0, 0, 0));

  @Test
  void haveEachResultOnceInOrder() {
    for (long floats = 1; floats < 4_000; floats = 3 * floats + 1) {
      int next = 0;
      for (Block block : Block.of(3, FIELD, 2, floats)) {
        assertWithMessage("%s floats, %s", floats, block).that(block.first(FIELD)).isEqualTo(next);
        next += block.results();
      }
      assertThat(next).isEqualTo(3 * FIELD.results());
    }
  }

  @Test
  void takeNoMoreScratchThanTheyMay() {
    for (Block block : Block.of(3, FIELD, 2, 20)) {
      assertThat(2 * block.results()).isAtMost(20);
    }
    assertThat(Block.of(3, FIELD, 2, 1_000_000)).hasSize(1);
  }

  @Test
  void getLargerBeforeTheyGetTooMany() {
    List<Block> blocks = Block.of(100_000, FIELD, 2, 1);

    assertThat(blocks.size()).isAtMost(300);
    assertThat(blocks.get(0).images()).isGreaterThan(100);
  }

  @Test
  void areNoneWhereThereAreNoResults() {
    assertThat(Block.of(0, FIELD, 2, 100)).isEmpty();
    assertThat(Block.of(2, Field.forward(Windows.over(2).sized(3)), 2, 100)).isEmpty();
  }
}
