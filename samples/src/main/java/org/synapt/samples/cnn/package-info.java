/** Handwritten digits, read with convolutions. */
@NullMarked
package org.synapt.samples.cnn;

import org.jspecify.annotations.NullMarked;
