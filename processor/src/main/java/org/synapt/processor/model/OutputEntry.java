package org.synapt.processor.model;

import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;

/**
 * A row of the network that is trained and predicted.
 *
 * @param name the row's name, as declared
 * @param entry the name of the entry that makes its value; another where the row is a block
 * @param shape the shape of its value
 * @param targetShape the shape of its target; {@code []} for a single number
 * @param output the annotation
 */
public record OutputEntry(
    String name, String entry, Shape shape, Shape targetShape, Mention output) {}
