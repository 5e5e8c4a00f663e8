/** Ten kinds of things in small photographs. */
@NullMarked
package org.synapt.samples.cifar;

import org.jspecify.annotations.NullMarked;
