/**
 * A training on one HTML page: its curves, the network, what was confused with what.
 *
 * <p>Imports {@code org.synapt.training}, {@code org.synapt.network}, {@code org.synapt.optimizer},
 * {@code org.synapt.data}, {@code org.synapt.metric} and {@code org.synapt.persistence}. Gson
 * writes the page's data ({@code HtmlPage} alone), the Eclipse Layout Kernel places the graph
 * ({@code GraphDrawing} alone), and D3 draws in the browser.
 */
package org.synapt.report;
