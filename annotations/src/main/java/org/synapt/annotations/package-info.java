/**
 * What users write: a network is an interface whose abstract methods are equations.
 *
 * <p>Depends on nothing and does nothing; {@code org.synapt.processor} reads it while the code
 * compiles.
 */
package org.synapt.annotations;
