/**
 * Training as event files that TensorBoard shows, as a training callback.
 *
 * <p>Imports {@code org.synapt.training}, {@code org.synapt.network} for the parameters with the
 * memory they lie in, {@code org.synapt.persistence} for what it remembers, and the protobuf
 * library.
 */
package org.synapt.tensorboard;
