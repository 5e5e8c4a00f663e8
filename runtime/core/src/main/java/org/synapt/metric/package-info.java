/**
 * What is reported but not trained on.
 *
 * <p>Imports nothing: metrics see plain arrays.
 */
package org.synapt.metric;
