/** The residual network of He et al. for small photographs. */
@NullMarked
package org.synapt.samples.resnet;

import org.jspecify.annotations.NullMarked;
