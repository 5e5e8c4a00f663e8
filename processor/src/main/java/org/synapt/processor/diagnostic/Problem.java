package org.synapt.processor.diagnostic;

/**
 * One thing to tell the user.
 *
 * @param code the stable name of the problem
 * @param origin where to put the caret: the smallest piece of source that must change
 * @param finding what was found, in the user's own names and numbers
 * @param remedy what to do about it, as an instruction
 */
public record Problem(Code code, Origin origin, String finding, String remedy) {

  /** The first line stands alone, because many tools show no more. */
  public String message() {
    return "[%s] %s%n    %s".formatted(code, finding, remedy);
  }
}
