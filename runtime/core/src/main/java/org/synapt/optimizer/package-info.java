/**
 * Update rules and learning-rate schedules.
 *
 * <p>Imports {@code backend}, {@code kernel} and {@code buffer}.
 */
package org.synapt.optimizer;
