package org.synapt.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.synapt.training.Callback;

/** Keeps the page as it is before the first step. */
record CopyInFirstEpoch(Path page, Path copy) implements Callback {
  @Override
  public void onEpochBegin(int epoch) {
    try {
      Files.copy(page, copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
