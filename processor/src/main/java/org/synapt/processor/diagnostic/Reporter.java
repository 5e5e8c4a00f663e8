package org.synapt.processor.diagnostic;

import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Tells the user, through the compiler. */
public final class Reporter {
  private final Messager messager;

  public Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Tells all of them, but the warnings that {@code @SuppressWarnings} at or around them names. */
  public void report(List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.code().isError() || !suppressed(problem)) {
        problem.origin().print(messager, problem.code().kind(), problem.message());
      }
    }
  }

  private static boolean suppressed(Problem problem) {
    for (Element at = problem.origin().element(); at != null; at = at.getEnclosingElement()) {
      if (names(at.getAnnotation(SuppressWarnings.class), problem.code().name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(@Nullable SuppressWarnings suppression, String warning) {
    return suppression != null
        && List.of(suppression.value()).stream()
            .anyMatch(name -> name.equals(warning) || name.equals("all"));
  }
}
