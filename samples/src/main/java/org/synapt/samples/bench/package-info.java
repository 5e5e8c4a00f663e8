/** How fast it is: the workloads of a benchmark that other libraries run as well. */
@NullMarked
package org.synapt.samples.bench;

import org.jspecify.annotations.NullMarked;
