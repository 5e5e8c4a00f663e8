package org.synapt.training;

/**
 * Shows training to people; a service, looked up with {@link java.util.ServiceLoader} where {@link
 * Trainer#verbose} asks for it.
 */
public interface ProgressReporter {
  /**
   * A bar that grows with each epoch; silent where nobody would see it grow.
   *
   * @return what shows it
   */
  Callback bar();

  /**
   * A line for each epoch.
   *
   * @return what shows it
   */
  Callback lines();
}
