package org.synapt.backend.nd4j;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.synapt.backend.Backend;
import org.synapt.backend.java.BlockBatchNormalization;
import org.synapt.backend.java.BlockConstrain;
import org.synapt.backend.java.BlockGather;
import org.synapt.backend.java.BlockLayerNormalization;
import org.synapt.backend.java.BlockMaskedSoftmax;
import org.synapt.backend.java.BlockPenalty;
import org.synapt.backend.java.BlockRecurrent;
import org.synapt.backend.java.BlockSoftmax;
import org.synapt.backend.java.BlockSoftmaxCrossEntropy;
import org.synapt.backend.java.BlockUpdateRows;
import org.synapt.backend.java.BlockWriting;
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

/** Arrays of ND4J, and kernels on its ops. */
final class Nd4jBackend implements Backend {
  private static final Map<Class<? extends Kernel>, Function<Engine, ? extends Kernel>> KERNELS =
      kernels();

  private final Engine engine;

  /**
   * A backend that closes the team with it.
   *
   * @param workers threads for what is Java's
   * @param here whether Java may read and write the floats where they lie
   */
  Nd4jBackend(Workers workers, boolean here) {
    engine = new Engine(here, workers, new JavaBackend(workers));
  }

  /** The kernels there are, one line for each. */
  private static Map<Class<? extends Kernel>, Function<Engine, ? extends Kernel>> kernels() {
    Map<Class<? extends Kernel>, Function<Engine, ? extends Kernel>> table = new HashMap<>();
    table.put(BatchMatMul.class, engine -> new Nd4jBatchMatMul(engine));
    table.put(
        BatchNormalization.class,
        either(BlockBatchNormalization::new, Nd4jBatchNormalization::new));
    table.put(Constrain.class, either(BlockConstrain::new, Nd4jConstrain::new));
    table.put(Copy.class, engine -> new Nd4jCopy(engine));
    table.put(Gather.class, either(BlockGather::new, Nd4jGather::new));
    table.put(Interpolation.class, engine -> new Nd4jInterpolation(engine));
    table.put(
        LayerNormalization.class,
        either(BlockLayerNormalization::new, Nd4jLayerNormalization::new));
    table.put(Convolution.class, engine -> new Nd4jConvolution(engine));
    table.put(MaskedSoftmax.class, either(BlockMaskedSoftmax::new, Nd4jMaskedSoftmax::new));
    table.put(MatMul.class, engine -> new Nd4jMatMul(engine));
    table.put(OneHot.class, engine -> new Nd4jOneHot(engine));
    table.put(Penalty.class, either(BlockPenalty::new, Nd4jPenalty::new));
    table.put(Permute.class, engine -> new Nd4jPermute(engine));
    table.put(Pointwise.class, engine -> new Nd4jPointwise(engine));
    table.put(Pooling.class, Nd4jPooling::of);
    table.put(RandomMask.class, engine -> new Nd4jRandomMask(engine));
    table.put(RandomNormal.class, engine -> new Nd4jRandomNormal(engine));
    table.put(Recurrent.class, engine -> new BlockRecurrent(engine.workers(), Buffer::put));
    table.put(Reduce.class, engine -> new Nd4jReduce(engine));
    table.put(Share.class, engine -> new Nd4jShare(engine));
    table.put(Softmax.class, either(BlockSoftmax::new, Nd4jSoftmax::new));
    table.put(
        SoftmaxCrossEntropy.class,
        either(BlockSoftmaxCrossEntropy::new, Nd4jSoftmaxCrossEntropy::new));
    table.put(Spread.class, engine -> new Nd4jSpread(engine));
    table.put(Update.class, engine -> new Nd4jUpdate(engine));
    table.put(UpdateRows.class, engine -> new BlockUpdateRows(engine.workers(), Buffer::put));
    table.put(ZeroPadding.class, engine -> new Nd4jZeroPadding(engine));
    return Collections.unmodifiableMap(table);
  }

  /** Java's kernel where Java reaches the floats, and else one on ND4J's ops. */
  private static Function<Engine, Kernel> either(
      BiFunction<Workers, BlockWriting, ? extends Kernel> here,
      Function<Engine, ? extends Kernel> elsewhere) {
    return engine ->
        engine.here() ? here.apply(engine.workers(), Buffer::put) : elsewhere.apply(engine);
  }

  @Override
  public String device() {
    return Nd4jDevice.description();
  }

  @Override
  public Buffer allocate(int floats) {
    return engine.allocate(floats);
  }

  @Override
  public Buffer allocateMoments(int floats) {
    return Moments.of(floats);
  }

  @Override
  public <K extends Kernel> Optional<K> kernel(Class<K> type) {
    if (type == UpdateRows.class && !engine.here()) {
      return Optional.empty();
    }
    Function<Engine, ? extends Kernel> maker = KERNELS.get(type);
    return maker == null ? Optional.empty() : Optional.of(type.cast(maker.apply(engine)));
  }

  @Override
  public void close() {
    engine.java().close();
  }
}
