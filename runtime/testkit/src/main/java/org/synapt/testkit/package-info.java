/**
 * The conformance suite that every backend runs.
 *
 * <p>Imports {@code backend}, {@code kernel} and {@code buffer} of the runtime, JUnit and Truth.
 */
package org.synapt.testkit;
