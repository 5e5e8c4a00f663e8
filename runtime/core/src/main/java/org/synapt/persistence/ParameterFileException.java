package org.synapt.persistence;

import java.io.IOException;

/** Says that a file of parameters is damaged, or was written by a network that looks different. */
public final class ParameterFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong with a file.
   *
   * @param message the file, what was found and what was expected
   */
  public ParameterFileException(String message) {
    super(message);
  }
}
