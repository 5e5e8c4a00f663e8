package org.synapt.processor.declaration;

/**
 * An attribute that a block's annotation declares.
 *
 * @param name its name
 * @param type its type, without packages
 * @param sample its default; any value of its type if it has none
 */
public record Member(String name, String type, Object sample) {}
