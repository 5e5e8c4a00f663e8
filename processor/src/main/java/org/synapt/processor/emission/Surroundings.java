package org.synapt.processor.emission;

import java.util.Optional;

/**
 * What stands around a class that is to be written.
 *
 * @param generatedAnnotation the qualified name of {@code @Generated}, if the class path has it
 * @param hidesJavaLang whether a type in its package has the name of one in {@code java.lang},
 *     which then has to be imported
 */
public record Surroundings(Optional<String> generatedAnnotation, boolean hidesJavaLang) {}
