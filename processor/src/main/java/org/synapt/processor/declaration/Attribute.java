package org.synapt.processor.declaration;

import org.synapt.processor.diagnostic.Origin;

/**
 * An attribute of an annotation.
 *
 * @param value an Integer, Long, Double, Boolean, String, {@link Constant}, {@link Mention}, or a
 *     List of these
 * @param stated whether the user wrote it; else it is the default
 * @param origin where the value stands; the annotation if it is the default
 */
public record Attribute(Object value, boolean stated, Origin origin) {}
