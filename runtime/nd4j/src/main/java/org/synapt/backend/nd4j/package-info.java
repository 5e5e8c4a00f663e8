/**
 * Kernels on ND4J's ops and its products of matrices, on whatever backend of ND4J the class path
 * holds.
 *
 * <p>Imports {@code backend}, {@code kernel}, {@code buffer}, ND4J's API, JavaCPP's pointers, and
 * of {@code backend.java} its team of threads, how it divides work and draws numbers, and the
 * kernels that serve small networks and blocks of large ones.
 */
@NullMarked
package org.synapt.backend.nd4j;

import org.jspecify.annotations.NullMarked;
