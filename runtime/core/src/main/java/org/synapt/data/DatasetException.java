package org.synapt.data;

/** Says which part of a data set could not be had; the cause says why. */
public final class DatasetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message where in the data set, and what was found
   */
  public DatasetException(String message) {
    super(message);
  }

  /**
   * Says what went wrong.
   *
   * @param message where in the data set
   * @param cause what was thrown there
   */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
