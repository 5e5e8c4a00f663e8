package org.synapt.processor.emission;

/**
 * A file to be written.
 *
 * @param name the qualified name of its class
 * @param text the file's text
 */
public record Source(String name, String text) {
  @Override
  public String toString() {
    return text;
  }
}
