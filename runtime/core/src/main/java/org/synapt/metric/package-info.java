/**
 * What is reported but not trained on.
 *
 * <p>Imports {@code text}; metrics see plain arrays.
 */
package org.synapt.metric;
