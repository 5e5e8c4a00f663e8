package org.synapt.samples;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run of a sample printed, and its exit status. */
record Run(int status, String out, String err) {

  /** Runs a sample as a user does. */
  static Run run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int status = Samples.run(arguments);
      return new Run(
          status,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** A figure of the line that begins with "result". */
  double figure(String name) {
    Matcher figure = Pattern.compile("(?m)^result.* " + name + "=(\\S+)").matcher(out);
    assertThat(figure.find()).isTrue();
    return Double.parseDouble(figure.group(1));
  }
}
