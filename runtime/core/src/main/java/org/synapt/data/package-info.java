/**
 * Examples, shuffling, splits, scaling, and readers of a few formats.
 *
 * <p>Imports nothing.
 */
package org.synapt.data;
