/**
 * The base of generated networks, their parameters and initializers.
 *
 * <p>Imports {@code backend}, {@code kernel}, {@code buffer} and {@code optimizer}.
 */
package org.synapt.network;
