/**
 * Images to and from arrays, folders of images, and pictures of what convolutions learned.
 *
 * <p>Imports {@code org.synapt.data} and the JDK's java.desktop.
 */
@NullMarked
package org.synapt.image;

import org.jspecify.annotations.NullMarked;
