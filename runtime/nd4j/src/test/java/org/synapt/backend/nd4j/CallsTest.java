package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallsTest {
  private final List<String> released = new ArrayList<>();
  private final Calls<String> calls = new Calls<>(released::add);

  @Test
  void findsWhatWasKeptForTheSameNumbersAndFloats() {
    Nd4jBuffer x = buffer(8);
    calls.begin(1).with(7).with(x).keep("first");
    calls.begin(1).with(8).with(x).keep("second");

    assertThat(calls.begin(1).with(7).with(x).find()).hasValue("first");
    assertThat(calls.begin(1).with(8).with(x).find()).hasValue("second");
    assertThat(calls.begin(1).with(7).with(x.slice(0, 8)).find()).hasValue("first");
    assertThat(calls.begin(1).with(7).with(x.slice(1, 7)).find()).isEmpty();
    assertThat(calls.begin(1).with(7).with(buffer(8)).find()).isEmpty();
    assertThat(calls.begin(2).with(7).with(x).find()).isEmpty();
  }

  @Test
  void findsWhatWasKeptForTheFloatsThatABufferBorrows() {
    Nd4jBuffer x = buffer(8);
    Nd4jBuffer other = buffer(8);
    calls.begin(0).with(x).keep("own");
    assertThat(x.borrow(other)).isTrue();

    assertThat(calls.begin(0).with(x).find()).isEmpty();
    calls.keep("borrowed");
    assertThat(calls.begin(0).with(x).find()).hasValue("borrowed");
    x.giveBack();
    assertThat(calls.begin(0).with(x).find()).hasValue("own");
  }

  @Test
  void releasesTheOldestWhereThereAreTooMany() {
    for (int i = 0; i < 2_000; i++) {
      calls.begin(i).keep("call " + i);
    }

    int kept = 2_000 - released.size();
    assertThat(kept).isAtLeast(100);
    assertThat(kept).isLessThan(1_000);
    assertThat(released.get(0)).isEqualTo("call 0");
    assertThat(calls.begin(1_999).find()).hasValue("call 1999");
    assertThat(calls.begin(2_000 - kept).find()).hasValue("call " + (2_000 - kept));
    assertThat(calls.begin(1_999 - kept).find()).isEmpty();
  }

  @Test
  void keepsFewCallsOnFloatsOfOthers() {
    Nd4jBuffer x = buffer(4);
    calls.begin(0).with(x).keep("own");
    for (int i = 0; i < 100; i++) {
      x.borrow(buffer(4));
      calls.begin(0).with(x).keep("loan " + i);
    }
    x.giveBack();

    assertThat(released.size()).isAtLeast(80);
    assertThat(calls.begin(0).with(x).find()).hasValue("own");
  }

  private static Nd4jBuffer buffer(int floats) {
    return new Nd4jBuffer(Floats.zeros(floats, true), 0, floats);
  }
}
