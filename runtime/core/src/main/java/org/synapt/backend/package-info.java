/**
 * The SPI: a backend gives memory and kernels; {@code Backends} chooses one and says why.
 *
 * <p>Imports {@code kernel} and {@code buffer}.
 */
package org.synapt.backend;
