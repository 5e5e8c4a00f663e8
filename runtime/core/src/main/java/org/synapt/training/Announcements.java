package org.synapt.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Where a callback says what it does; nowhere unless told, as Keras's {@code verbose=0}. */
final class Announcements {
  private Optional<Appendable> out = Optional.empty();

  void to(Appendable target) {
    out = Optional.of(target);
  }

  /** Says something of an epoch, which people count from 1. */
  void say(int epoch, String what) {
    if (out.isPresent()) {
      try {
        out.get().append("Epoch ").append(String.valueOf(epoch + 1)).append(": ");
        out.get().append(what).append("\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
