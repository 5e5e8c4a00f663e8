/**
 * One small interface per op, with its formula, shapes and aliasing rules.
 *
 * <p>Imports {@code buffer} only. All matrices are dense and row-major and begin at their buffer's
 * first float; buffers may be longer than what is used. Buffers may alias only where a method says
 * so. Kernels check nothing: the compiler has. One thread at a time uses a kernel.
 */
package org.synapt.kernel;
