/**
 * How fast it is: workloads that other libraries run as well, and each kernel beside what the
 * machine can do at most.
 *
 * <p>May import the runtime and the networks of other samples.
 */
@NullMarked
package org.synapt.samples.bench;

import org.jspecify.annotations.NullMarked;
