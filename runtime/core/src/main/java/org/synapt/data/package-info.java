/**
 * Examples, shuffling, splits, scaling, texts as numbers, and readers of a few formats.
 *
 * <p>Imports {@code buffer}.
 */
package org.synapt.data;
