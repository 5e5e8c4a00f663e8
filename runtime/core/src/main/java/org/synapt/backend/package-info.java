/**
 * The SPI: a backend gives memory and kernels; {@code Backends} chooses one and says why.
 *
 * <p>Imports {@code kernel}, {@code buffer} and {@code text}.
 */
package org.synapt.backend;
