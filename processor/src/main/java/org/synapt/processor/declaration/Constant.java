package org.synapt.processor.declaration;

/**
 * An enum's constant as the value of an attribute.
 *
 * @param type the enum's simple name
 * @param name the constant's
 */
public record Constant(String type, String name) {

  @Override
  public String toString() {
    return name;
  }
}
