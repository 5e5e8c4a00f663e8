package org.synapt.processor.check;

import java.util.Map;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/** A prediction that is dropped or disturbed is trained towards targets that it cannot meet. */
final class DropoutOnOutput implements Check {
  /** What training does to the values of a layer, and predicting does not. */
  private static final Map<String, String> DONE =
      Map.of(
          "AlphaDropout", "drops a share of it",
          "Dropout", "drops a share of it",
          "GaussianDropout", "multiplies it with noise",
          "GaussianNoise", "adds noise to it",
          "SpatialDropout1D", "drops a share of its channels",
          "SpatialDropout2D", "drops a share of its channels",
          "SpatialDropout3D", "drops a share of its channels");

  /** Layers that learn nothing, so that they cannot make up for what is done in front of them. */
  private static final Set<String> LEARNING_NOTHING =
      Set.of("Activation", "Softmax", "Flatten", "Reshape", "Permute", "RepeatVector");

  @Override
  public void check(Model model, Problems problems) {
    for (OutputEntry output : model.outputs()) {
      Entry entry = model.entry(output.entry());
      Entry last = lastButThose(model, entry);
      String done = DONE.get(last.layer().name());
      if (done != null) {
        String where = last.equals(entry) ? "" : " in " + last.name();
        problems.add(
            Code.DropoutOnOutput,
            last.layer().origin(),
            "%s is an output, but training %s%s".formatted(output.name(), done, where),
            "do that further up, and let a layer come after");
      }
    }
  }

  private static Entry lastButThose(Model model, Entry output) {
    Entry at = output;
    while (LEARNING_NOTHING.contains(at.layer().name()) || Upstream.resamples(at)) {
      at = model.entry(at.operands().get(0));
    }
    return at;
  }
}
