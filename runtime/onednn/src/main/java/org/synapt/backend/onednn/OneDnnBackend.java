package org.synapt.backend.onednn;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.synapt.backend.Backend;
import org.synapt.backend.java.BlockConstrain;
import org.synapt.backend.java.BlockGather;
import org.synapt.backend.java.BlockLayerNormalization;
import org.synapt.backend.java.BlockMaskedSoftmax;
import org.synapt.backend.java.BlockPenalty;
import org.synapt.backend.java.BlockPointwise;
import org.synapt.backend.java.BlockReduce;
import org.synapt.backend.java.BlockSoftmax;
import org.synapt.backend.java.BlockSoftmaxCrossEntropy;
import org.synapt.backend.java.BlockUpdate;
import org.synapt.backend.java.BlockUpdateRows;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Moments;
import org.synapt.backend.java.Workers;
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

/** Native memory, and kernels of oneDNN and of Java that share one team of threads. */
final class OneDnnBackend implements Backend {
  private final Engine engine;
  private final JavaBackend java;
  private final Map<Class<? extends Kernel>, Function<Engine, ? extends Kernel>> kernels;

  OneDnnBackend(int threads, Precision precision) {
    this(new Workers(threads), precision);
  }

  /** A backend that closes the team with it. */
  OneDnnBackend(Workers workers, Precision precision) {
    engine = new Engine(workers, precision);
    java = new JavaBackend(workers);
    kernels = kernels(java);
    Remarks.log(precision, Isa.effective(), OpenMp.canBeTold());
  }

  /** The kernels there are, one line for each. */
  private static Map<Class<? extends Kernel>, Function<Engine, ? extends Kernel>> kernels(
      JavaBackend java) {
    Map<Class<? extends Kernel>, Function<Engine, ? extends Kernel>> table = new HashMap<>();
    table.put(BatchMatMul.class, engine -> new OneDnnBatchMatMul(engine));
    table.put(BatchNormalization.class, engine -> new OneDnnBatchNormalization(engine));
    table.put(
        Constrain.class, engine -> new BlockConstrain(engine.workers(), NativeWriting.BLOCKS));
    table.put(Convolution.class, engine -> new OneDnnConvolution(engine, java));
    table.put(Copy.class, engine -> new NativeCopy(engine));
    table.put(Gather.class, engine -> new BlockGather(engine.workers(), NativeWriting.BLOCKS));
    table.put(Interpolation.class, engine -> new NativeInterpolation(engine, java));
    table.put(
        LayerNormalization.class,
        engine -> new BlockLayerNormalization(engine.workers(), NativeWriting.BLOCKS));
    table.put(
        MaskedSoftmax.class,
        engine -> new BlockMaskedSoftmax(engine.workers(), NativeWriting.BLOCKS));
    table.put(MatMul.class, engine -> new OneDnnMatMul(engine));
    table.put(OneHot.class, engine -> new NativeOneHot(engine, java));
    table.put(Penalty.class, engine -> new BlockPenalty(engine.workers(), NativeWriting.BLOCKS));
    table.put(Permute.class, engine -> new OneDnnPermute(engine));
    table.put(
        Pointwise.class, engine -> new BlockPointwise(engine.workers(), NativeWriting.BLOCKS));
    table.put(Pooling.class, engine -> new OneDnnPooling(engine, java));
    table.put(RandomMask.class, engine -> new NativeRandomMask(engine, java));
    table.put(RandomNormal.class, engine -> new NativeRandomNormal(engine, java));
    table.put(Recurrent.class, engine -> new OneDnnRecurrent(engine));
    table.put(Reduce.class, engine -> new BlockReduce(engine.workers(), NativeWriting.BLOCKS));
    table.put(Share.class, engine -> new NativeShare(java));
    table.put(Softmax.class, engine -> new BlockSoftmax(engine.workers(), NativeWriting.BLOCKS));
    table.put(
        SoftmaxCrossEntropy.class,
        engine -> new BlockSoftmaxCrossEntropy(engine.workers(), NativeWriting.BLOCKS));
    table.put(Spread.class, engine -> new NativeSpread(engine, java));
    table.put(Update.class, engine -> new BlockUpdate(engine.workers(), NativeWriting.BLOCKS));
    table.put(
        UpdateRows.class, engine -> new BlockUpdateRows(engine.workers(), NativeWriting.BLOCKS));
    table.put(ZeroPadding.class, engine -> new NativeZeroPadding(engine, java));
    return Collections.unmodifiableMap(table);
  }

  @Override
  public String device() {
    int threads = engine.workers().threads();
    return "onednn, "
        + engine.precision().key()
        + ", "
        + threads
        + (threads == 1 ? " thread" : " threads")
        + Isa.effective().key().map(isa -> ", " + isa).orElse("");
  }

  @Override
  public Buffer allocate(int floats) {
    return new NativeBuffer(new NativeMemory(engine.ledger(), floats), 0, floats);
  }

  @Override
  public Buffer allocateMoments(int floats) {
    return Moments.of(floats);
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    Function<Engine, ? extends Kernel> maker = kernels.get(type);
    return maker == null
        ? Optional.empty()
        : Optional.of(type.cast(maker.apply(engine.ofOneKernel())));
  }

  @Override
  public void close() {
    engine.close();
  }
}
