/**
 * Kernels on oneDNN for the CPU: native memory, primitives that are prepared once, and Java's own
 * threads.
 *
 * <p>Imports {@code backend}, {@code kernel}, {@code buffer}, oneDNN's bindings, and of {@code
 * backend.java} its team of threads, how it divides work and draws numbers, and the kernels that
 * serve small networks and blocks of large ones.
 */
@NullMarked
package org.synapt.backend.onednn;

import org.jspecify.annotations.NullMarked;
