package org.synapt.processor.diagnostic;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * A place in the user's source: an element, or an annotation on it, or one value of that
 * annotation.
 *
 * <p>Rows and values carry origins without looking inside; only this package and {@code
 * declaration} do.
 */
public record Origin(
    @Nullable Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  /** For models built by hand in tests. */
  public static final Origin NOWHERE = new Origin(null, null, null);

  public static Origin of(Element element) {
    return new Origin(element, null, null);
  }

  void print(Messager messager, Diagnostic.Kind kind, String message) {
    messager.printMessage(kind, message, element, annotation, value);
  }
}
