package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_equal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;

/** What oneDNN says of the shapes of a call, each asked once, and copies of the weight for them. */
final class ConvolutionDescriptions implements AutoCloseable {
  private final Engine engine;
  private final ConvolutionTask task;
  private final int type;
  private final Epilogue epilogue;
  private final Map<ConvolutionShape, Optional<ConvolutionDescription>> known =
      new LinkedHashMap<>();
  private final List<dnnl_memory_desc> layouts = new ArrayList<>();
  private final List<ReorderedWeight> weights = new ArrayList<>();

  /**
   * Nothing asked yet.
   *
   * @param engine the backend's
   * @param task the call
   * @param type of the factors
   * @param epilogue what oneDNN computes behind a forward product
   */
  ConvolutionDescriptions(Engine engine, ConvolutionTask task, int type, Epilogue epilogue) {
    this.engine = engine;
    this.task = task;
    this.type = type;
    this.epilogue = epilogue;
  }

  /** How a share is run, if oneDNN has something fit for it. */
  Optional<ConvolutionDescription> of(ConvolutionShape shape) {
    return known.computeIfAbsent(
        shape,
        it ->
            ConvolutionDescription.of(
                engine,
                task.pass(),
                it,
                type,
                epilogue,
                task.add() && task.pass() == ConvolutionPass.FORWARD));
  }

  /** Whether oneDNN has something fit for all of them. */
  boolean serve(List<ConvolutionShare> shares) {
    return shares.stream().allMatch(share -> of(share.shape()).isPresent());
  }

  /** A copy of the weight for what was described, the same for all that want it alike. */
  ReorderedWeight weight(ConvolutionDescription description, ConvolutionCall.Builder call) {
    dnnl_memory_desc wanted = description.weightLayout();
    for (int i = 0; i < layouts.size(); i++) {
      if (dnnl_memory_desc_equal(layouts.get(i), wanted) != 0) {
        return weights.get(i);
      }
    }
    try (Layout plain = task.shape().weight()) {
      NativeBuffer source = task.weight();
      LayoutChange.End end = new LayoutChange.End(plain.descriptor(), source.memory(), source.at());
      ReorderedWeight weight = new ReorderedWeight(engine, 0, end, wanted);
      layouts.add(wanted);
      weights.add(weight);
      call.weight(weight);
      return weight;
    }
  }

  @Override
  public void close() {
    known.values().forEach(description -> description.ifPresent(ConvolutionDescription::close));
  }
}
