package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Copies from native memory to native memory. */
final class NativeCopiesTest {
  /** Floats that one Java buffer shows. */
  private static final int SHOWN = 1 << 28;

  @Test
  void crossTheEndsOfWhatJavaShows() {
    try (Site site = Site.of(1)) {
      NativeMemory memory = NativeBuffer.of(site.backend().allocate(SHOWN + 200)).memory();
      float[] floats = Site.normal(100);
      memory.put(SHOWN - 30, floats, 0, 100);
      memory.write(SHOWN - 140, memory, SHOWN - 30, 100);
      assertThat(read(memory, SHOWN - 140)).isEqualTo(floats);
      memory.write(SHOWN + 80, memory, SHOWN - 140, 100);
      assertThat(read(memory, SHOWN + 80)).isEqualTo(floats);
      memory.write(SHOWN - 50, memory, SHOWN - 30, 100);
      assertThat(read(memory, SHOWN - 50)).isEqualTo(floats);
    }
  }

  private static float[] read(NativeMemory memory, int at) {
    float[] floats = new float[100];
    memory.get(at, floats, 0, 100);
    return floats;
  }

  @Test
  void stayWithinBothBuffers() {
    try (Site site = Site.of(1)) {
      NativeBuffer ten = NativeBuffer.of(site.zeros(10));
      NativeBuffer five = NativeBuffer.of(site.zeros(5));
      assertThrows(IndexOutOfBoundsException.class, () -> ten.write(0, five, 0, 6));
      assertThrows(IndexOutOfBoundsException.class, () -> five.write(0, ten, 0, 6));
      assertThrows(IndexOutOfBoundsException.class, () -> ten.write(6, five, 0, 5));
      assertThrows(IndexOutOfBoundsException.class, () -> ten.write(0, five, -1, 1));
    }
  }

  @Test
  void needAnOpenBackend() {
    Site site = Site.of(1);
    NativeBuffer buffer = NativeBuffer.of(site.zeros(10));
    site.close();
    assertThrows(IllegalStateException.class, () -> buffer.write(0, buffer, 5, 5));
  }
}
