/**
 * The compiler: the door, {@link org.synapt.processor.NetworkProcessor}, and the corridor, {@link
 * org.synapt.processor.Pipeline}, along which the rooms lie.
 *
 * <p>Imports all rooms, {@code javax.lang.model} and {@code javax.annotation.processing}.
 */
@NullMarked
package org.synapt.processor;

import org.jspecify.annotations.NullMarked;
