/** One layer applied twice. */
@NullMarked
package org.synapt.samples.signer;

import org.jspecify.annotations.NullMarked;
