package org.synapt.progress;

import java.io.Console;
import java.lang.reflect.Method;
import org.synapt.training.Callback;
import org.synapt.training.EpochLines;
import org.synapt.training.ProgressReporter;

/**
 * Shows training on the standard output.
 *
 * <p>A bar is shown only where that is a terminal, unless the system property {@code
 * synapt.progress} is {@code always} or {@code never}.
 */
public final class TerminalReporter implements ProgressReporter {
  /** The property that asks for a bar, or for none, whatever the output is. */
  public static final String PROPERTY = "synapt.progress";

  /** For {@link java.util.ServiceLoader}. */
  public TerminalReporter() {}

  @Override
  public Callback bar() {
    String asked = System.getProperty(PROPERTY, "terminal");
    return switch (asked) {
      case "always" ->
          isTerminal() ? ProgressBar.growing(System.out) : ProgressBar.finished(System.out);
      case "never" -> new Silence();
      case "terminal" -> isTerminal() ? ProgressBar.growing(System.out) : new Silence();
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " is always, terminal or never, not " + asked);
    };
  }

  @Override
  public Callback lines() {
    return EpochLines.to(System.out);
  }

  @SuppressWarnings("SystemConsoleNull") // It is null before JDK 22; from then on it is asked.
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there may be a console without a terminal, and this method that says so.
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Shows nothing. */
  private static final class Silence implements Callback {}
}
