/**
 * Kernels on oneDNN for the CPU: native memory, primitives that are prepared once, and Java's own
 * threads.
 *
 * <p>Imports {@code backend}, {@code kernel}, {@code buffer}, of {@code backend.java} its team of
 * threads and the kernels that serve small networks, and oneDNN's bindings.
 */
@NullMarked
package org.synapt.backend.onednn;

import org.jspecify.annotations.NullMarked;
