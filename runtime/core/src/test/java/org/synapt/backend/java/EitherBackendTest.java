package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.Share;

/** What is small stays on Java; what is not has the device opened, once, or Java where it fails. */
final class EitherBackendTest {
  private final Slow device = new Slow();
  private final Backend either = new EitherBackend("slow", 1_000, new Workers(1), device);

  @Test
  void opensTheDeviceWhenTheFirstNetworkComesThatIsNotSmall() {
    assertThat(either.suited(1).device()).isEqualTo("java, 1 thread");
    assertThat(either.suited(999).device()).isEqualTo("java, 1 thread");
    assertThat(device.opened).isEqualTo(0);
    assertThat(either.suited(1_000).device()).isEqualTo("slow");
    assertThat(either.suited(1_000)).isSameInstanceAs(either.suited(2_000));
    assertThat(device.opened).isEqualTo(1);
  }

  /** Networks that do not say what they cost are taken for large ones. */
  @Test
  void opensTheDeviceForWhatNobodyKnows() {
    assertThat(either.suited(0).device()).isEqualTo("slow");
  }

  @Test
  void isTheDevicesBackendToWhoeverAsksItself() {
    assertThat(either.device()).isEqualTo("slow");
    assertThat(either.allocate(3).length()).isEqualTo(3);
    assertThat(either.kernel(Share.class).isPresent()).isFalse();
    assertThat(device.opened).isEqualTo(1);
  }

  @Test
  void warnsOnceAndTakesJavaWhereTheDeviceFails() {
    device.failure = Optional.of("its fan is broken");
    List<String> messages = new ArrayList<>();
    Logger logger = Logger.getLogger("org.synapt.backend.slow");
    logger.setFilter(record -> !messages.add(record.getLevel() + " " + record.getMessage()));
    try {
      assertThat(either.suited(10).device()).isEqualTo("java, 1 thread");
      assertThat(messages).isEmpty();
      assertThat(either.suited(10_000).device()).isEqualTo("java, 1 thread");
      assertThat(either.device()).isEqualTo("java, 1 thread");
      assertThat(either.kernel(Share.class).isPresent()).isTrue();
      assertThat(messages)
          .containsExactly("WARNING The backend java takes over from slow: its fan is broken");
    } finally {
      logger.setFilter(null);
    }
  }

  @Test
  void closesWhatItOpened() {
    Backend opened = either.suited(1_000);
    either.close();
    either.close();
    assertThat(device.closed).isEqualTo(2);
    assertThat(opened.device()).isEqualTo("slow");
  }

  @Test
  void opensNothingOnceItIsClosed() {
    either.close();
    assertThat(device.closed).isEqualTo(0);
    assertThat(assertThrows(IllegalStateException.class, either::device))
        .hasMessageThat()
        .isEqualTo("the backend slow is closed");
  }

  /** Counts, and has memory but no kernel. */
  private static final class Slow implements EitherBackend.Device, Backend {
    private Optional<String> failure = Optional.empty();
    private int opened;
    private int closed;

    @Override
    public Optional<String> failure() {
      return failure;
    }

    @Override
    public Backend open(Workers workers) {
      opened++;
      return this;
    }

    @Override
    public String device() {
      return "slow";
    }

    @Override
    public Buffer allocate(int floats) {
      return new ArrayBuffer(new float[floats], 0, floats);
    }

    @Override
    public <K extends Kernel> Optional<K> kernel(Class<K> type) {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
