/**
 * A progress bar in the terminal, as a training callback.
 *
 * <p>Imports {@code org.synapt.training} and the progressbar library.
 */
package org.synapt.progress;
