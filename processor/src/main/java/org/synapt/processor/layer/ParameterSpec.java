package org.synapt.processor.layer;

import org.synapt.processor.shape.Shape;

/**
 * An array that a layer trains.
 *
 * @param name what it is in its row: {@code weight}, {@code bias}, {@code alpha}
 * @param shape its extents
 * @param initializer how it starts
 * @param decays whether it is a weight, which weight decay concerns; biases are not
 */
public record ParameterSpec(
    String name, Shape shape, InitializerSpec initializer, boolean decays) {}
