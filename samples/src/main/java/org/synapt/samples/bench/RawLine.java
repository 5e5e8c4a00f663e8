package org.synapt.samples.bench;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure that a program printed in some round.
 *
 * <pre>{@code
 * {"round":1,"peer":"tensorflow","workload":"w1-pima-mlp-b10","metric":"train","value":90345,"unit":"samples/s"}
 * }</pre>
 *
 * @param round from 1 up
 * @param peer the program
 * @param workload what it ran
 * @param metric what was measured
 * @param value how much, NaN if that is no number
 */
record RawLine(int round, String peer, String workload, String metric, double value) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"round\":(\\d+),\"peer\":\"([^\"]*)\",\"workload\":\"([^\"]*)\","
              + "\"metric\":\"([^\"]*)\",\"value\":([^,]*),\"unit\":\"[^\"]*\"}");

  /** The figure of a line; empty if it holds none. */
  static Optional<RawLine> parse(String line) {
    Matcher form = FORM.matcher(line.trim());
    if (!form.matches()) {
      return Optional.empty();
    }
    String value = form.group(5);
    return Optional.of(
        new RawLine(
            Integer.parseInt(form.group(1)),
            form.group(2),
            form.group(3),
            form.group(4),
            value.equals("null") ? Double.NaN : Double.parseDouble(value)));
  }

  /** Whether the program is one of ours. */
  boolean isOurs() {
    return isOurs(peer);
  }

  static boolean isOurs(String peer) {
    return peer.startsWith("synapt-");
  }
}
