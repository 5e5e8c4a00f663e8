package org.synapt.data;

import java.io.IOException;

/** Says that a file is not what its format asks for. */
public final class MalformedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong with a file.
   *
   * @param message the file, what was found and what was expected
   */
  public MalformedFileException(String message) {
    super(message);
  }
}
