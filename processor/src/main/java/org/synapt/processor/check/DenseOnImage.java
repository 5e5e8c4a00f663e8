package org.synapt.processor.check;

import java.util.HashSet;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.shape.Shape;

/**
 * A dense layer on an image sees the channels of one position, seldom what is meant.
 *
 * <p>Only the first of several is told: what follows has the shape that it gave.
 */
final class DenseOnImage implements Check {
  private static final int IMAGE_RANK = 3;

  @Override
  public void check(Model model, Problems problems) {
    Set<Origin> told = new HashSet<>();
    for (Entry entry : model.entries()) {
      if (entry.layer().name().equals("Dense")) {
        Entry operand = model.entry(entry.operands().get(0));
        if (isImage(entry.ofStep(operand.shape()))
            && !isDense(Upstream.computing(model, operand))
            && told.add(entry.layer().origin())) {
          report(entry, operand, inFront(model, operand), problems);
        }
      }
    }
  }

  /** Whether a value has many axes, and more than one position along them. */
  private static boolean isImage(Shape shape) {
    return shape.rank() >= IMAGE_RANK
        && (shape.withoutLast().size() > 1 || shape.withoutLast().hasSymbols());
  }

  /** Whether a dense layer, perhaps with an activation behind it, made a value of many axes. */
  private static boolean isDense(Entry entry) {
    return entry.layer().name().equals("Dense") && isImage(entry.ofStep(entry.shape()));
  }

  private static String inFront(Model model, Entry operand) {
    boolean learned = Images.isConvolution(Upstream.computing(model, operand));
    return learned && operand.shape().rank() == IMAGE_RANK
        ? "@GlobalAveragePooling2D or @Flatten"
        : "@Flatten";
  }

  private static void report(Entry entry, Entry operand, String inFront, Problems problems) {
    problems.add(
        Code.DenseOnImage,
        entry.layer().origin(),
        "%s is dense on the last axis of %s %s alone and gives %s"
            .formatted(entry.name(), operand.name(), operand.shape(), entry.shape()),
        "put "
            + inFront
            + " in front; if each position is to have a result of its own, say so with"
            + " @SuppressWarnings(\"DenseOnImage\")");
  }
}
