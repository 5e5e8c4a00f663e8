/**
 * Update rules and learning-rate schedules.
 *
 * <p>Imports {@code backend}, {@code kernel}, {@code buffer} and {@code text}.
 */
package org.synapt.optimizer;
