package org.synapt.processor.declaration;

/** An enum's constant as the value of an attribute. */
public record Constant(String name) {
  @Override
  public String toString() {
    return name;
  }
}
