package org.synapt.processor.check;

import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/** A prediction of which a share is dropped is trained towards targets that it cannot meet. */
final class DropoutOnOutput implements Check {

  @Override
  public void check(Model model, Problems problems) {
    for (OutputEntry output : model.outputs()) {
      Entry entry = model.entry(output.entry());
      if (entry.layer().name().equals("Dropout")) {
        problems.add(
            Code.DropoutOnOutput,
            entry.layer().origin(),
            "%s is an output, but training drops a share of it".formatted(output.name()),
            "drop values further up, and let a layer come after");
      }
    }
  }
}
