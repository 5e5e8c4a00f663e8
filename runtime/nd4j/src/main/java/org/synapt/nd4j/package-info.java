/**
 * Arrays of ND4J in and out of networks: what typed adapters extend, columns over arrays, and
 * examples from DL4J's iterators.
 *
 * <p>Imports {@code network}, {@code data}, {@code buffer}, ND4J's API, JavaCPP's pointers, and of
 * {@code backend.nd4j} its buffer.
 */
@NullMarked
package org.synapt.nd4j;

import org.jspecify.annotations.NullMarked;
