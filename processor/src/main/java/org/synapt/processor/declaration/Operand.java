package org.synapt.processor.declaration;

import org.synapt.processor.diagnostic.Origin;

/**
 * A parameter of a row's method: it names a row above.
 *
 * @param name the name
 * @param layer whether its type is {@code Layer}, not {@code Tensor}
 * @param origin the parameter
 */
public record Operand(String name, boolean layer, Origin origin) {}
