package org.synapt.backend.java;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Constrain;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Copy;
import org.synapt.kernel.Gather;
import org.synapt.kernel.Interpolation;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.MaskedSoftmax;
import org.synapt.kernel.MatMul;
import org.synapt.kernel.OneHot;
import org.synapt.kernel.Penalty;
import org.synapt.kernel.Permute;
import org.synapt.kernel.Pointwise;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.RandomNormal;
import org.synapt.kernel.Recurrent;
import org.synapt.kernel.Reduce;
import org.synapt.kernel.Share;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
import org.synapt.kernel.Spread;
import org.synapt.kernel.Update;
import org.synapt.kernel.UpdateRows;
import org.synapt.kernel.ZeroPadding;

/** Heap arrays, and kernels in plain Java that share one team of threads. */
public final class JavaBackend implements Backend {
  private final Workers workers;
  private final Map<Class<? extends Kernel>, Supplier<? extends Kernel>> kernels;

  /**
   * A backend whose kernels share a team.
   *
   * @param workers closed with this backend
   */
  public JavaBackend(Workers workers) {
    this.workers = workers;
    kernels = kernels(workers);
  }

  /** The kernels there are, one line for each. */
  private static Map<Class<? extends Kernel>, Supplier<? extends Kernel>> kernels(Workers workers) {
    Map<Class<? extends Kernel>, Supplier<? extends Kernel>> table = new HashMap<>();
    table.put(BatchMatMul.class, () -> new JavaBatchMatMul(workers));
    table.put(BatchNormalization.class, () -> new JavaBatchNormalization(workers));
    table.put(Constrain.class, JavaConstrain::new);
    table.put(Convolution.class, () -> new JavaConvolution(workers));
    table.put(Copy.class, JavaCopy::new);
    table.put(Gather.class, () -> new BlockGather(workers, Buffer::put));
    table.put(Interpolation.class, () -> new JavaInterpolation(workers));
    table.put(LayerNormalization.class, () -> new JavaLayerNormalization(workers));
    table.put(MaskedSoftmax.class, () -> new BlockMaskedSoftmax(workers, Buffer::put));
    table.put(MatMul.class, () -> new JavaMatMul(workers));
    table.put(OneHot.class, JavaOneHot::new);
    table.put(Penalty.class, () -> new BlockPenalty(workers, Buffer::put));
    table.put(Permute.class, JavaPermute::new);
    table.put(Pointwise.class, () -> new BlockPointwise(workers, Buffer::put));
    table.put(Pooling.class, () -> new JavaPooling(workers));
    table.put(RandomMask.class, () -> new JavaRandomMask(workers));
    table.put(RandomNormal.class, () -> new JavaRandomNormal(workers));
    table.put(Recurrent.class, () -> new JavaRecurrent(workers));
    table.put(Reduce.class, () -> new JavaReduce(workers));
    table.put(Share.class, JavaShare::new);
    table.put(Softmax.class, () -> new JavaSoftmax(workers));
    table.put(SoftmaxCrossEntropy.class, JavaSoftmaxCrossEntropy::new);
    table.put(Spread.class, () -> new JavaSpread(workers));
    table.put(Update.class, () -> new JavaUpdate(workers));
    table.put(UpdateRows.class, () -> new BlockUpdateRows(workers, Buffer::put));
    table.put(ZeroPadding.class, () -> new JavaZeroPadding(workers));
    return Collections.unmodifiableMap(table);
  }

  @Override
  public String device() {
    int threads = workers.threads();
    return "java, " + threads + (threads == 1 ? " thread" : " threads");
  }

  @Override
  public Buffer allocate(int floats) {
    return new ArrayBuffer(new float[floats], 0, floats);
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    Supplier<? extends Kernel> supplier = kernels.get(type);
    return supplier == null ? Optional.empty() : Optional.of(type.cast(supplier.get()));
  }

  @Override
  public void close() {
    workers.close();
  }
}
