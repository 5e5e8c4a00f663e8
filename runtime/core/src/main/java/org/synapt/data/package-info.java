/**
 * Examples, shuffling, splits, scaling, and readers of a few formats.
 *
 * <p>Imports {@code buffer}.
 */
package org.synapt.data;
