package org.synapt.processor.conformance;

/** Says that no declaration means what a case asks for, and why. */
final class OutOfScope extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfScope(String reason) {
    super(reason);
  }
}
