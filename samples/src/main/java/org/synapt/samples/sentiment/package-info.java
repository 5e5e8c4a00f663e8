/** Whether a sentence is for or against, by a network that reads it word by word. */
@NullMarked
package org.synapt.samples.sentiment;

import org.jspecify.annotations.NullMarked;
