package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** C libraries that are too old, or others. Lines are those of {@code /proc/self/maps}. */
@NeedsNoNatives
final class LibcTest {

  private static Libc libc(String file) {
    return new Libc("7f5cc8000000-7f5cc8021000 r-xp 00000000 fe:01 393 " + file + "\n");
  }

  @Test
  void takesWhatTheNativesWereLinkedWith() {
    assertThat(libc("/usr/lib/x86_64-linux-gnu/libc.so.6").obstacle()).isEmpty();
    assertThat(libc("").obstacle()).isEmpty();
  }

  @Test
  void saysThatTheSystemIsTooOld() {
    assertThat(libc("/lib/x86_64-linux-gnu/libc-2.31.so").obstacle())
        .hasValue("this system has glibc 2.31, and oneDNN's natives need glibc 2.34 or newer");
  }

  @Test
  void saysThatTheSystemHasMusl() {
    assertThat(libc("/lib/ld-musl-x86_64.so.1").obstacle())
        .hasValue("this Java runs on musl, and oneDNN's natives need glibc 2.34 or newer");
  }
}
