package org.synapt.backend.onednn;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Passes over tests of kernels where a build was asked to leave the natives out; where they are
 * missing for any other reason, tests fail.
 */
public final class NativesCondition implements ExecutionCondition {
  /** Whether this build was asked to do without: {@code mvn -Donednn.natives=none}. */
  static boolean leftOut() {
    return "none".equals(System.getProperty("onednn.natives"));
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Class<?>> type = context.getTestClass();
    return !leftOut()
            || type.isEmpty()
            || type.get().getNestHost().isAnnotationPresent(NeedsNoNatives.class)
        ? ConditionEvaluationResult.enabled("it runs")
        : ConditionEvaluationResult.disabled(
            "it needs oneDNN's natives, and -Donednn.natives=none left them out");
  }
}
