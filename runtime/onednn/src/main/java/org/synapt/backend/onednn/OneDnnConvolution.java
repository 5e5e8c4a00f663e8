package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;

import java.util.Optional;
import java.util.logging.Level;
import org.synapt.backend.java.FormulaRows;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Stage;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Windows;

/**
 * Convolutions of oneDNN: examples are divided among the threads, or the windows of an example
 * where there are too few. Shapes for which oneDNN has nothing fit run in Java.
 */
final class OneDnnConvolution implements Convolution {

  /** Operations for each float that is rounded, from where on rounding pays. */
  private static final long WORTH_ROUNDING = 64;

  /** The same for dx: with few channels that is slow unless it is rounded. */
  private static final long WORTH_ROUNDING_FOR_DATA = 16;

  private static final Buffer NO_BIAS = Stage.none();

  private final Engine engine;
  private final Convolution java;
  private final Stage stage = new Stage(NativeWriting.BLOCKS);
  private final Rooms rooms;
  private final FormulaRows formulas;
  private final Calls<ConvolutionCall> calls = new Calls<>(ConvolutionCall::close);

  OneDnnConvolution(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.java = java.kernel(Convolution.class).orElseThrow();
    this.rooms = new Rooms(engine);
    this.formulas = new FormulaRows(engine.parts(), NativeWriting.BLOCKS);
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y) {
    run(
        ConvolutionPass.FORWARD,
        false,
        batch,
        windows,
        channels,
        filters,
        groups,
        x,
        weight,
        y,
        ConvolutionTask.NOTHING,
        NO_BIAS);
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f) {
    run(
        ConvolutionPass.FORWARD,
        false,
        batch,
        windows,
        channels,
        filters,
        groups,
        x,
        weight,
        y,
        f,
        NO_BIAS);
  }

  @Override
  public void forward(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y,
      Formula f,
      Buffer bias) {
    run(
        ConvolutionPass.FORWARD,
        false,
        batch,
        windows,
        channels,
        filters,
        groups,
        x,
        weight,
        y,
        f,
        bias);
  }

  @Override
  public void forwardAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer weight,
      Buffer y) {
    run(
        ConvolutionPass.FORWARD,
        true,
        batch,
        windows,
        channels,
        filters,
        groups,
        x,
        weight,
        y,
        ConvolutionTask.NOTHING,
        NO_BIAS);
  }

  @Override
  public void dataGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx) {
    run(
        ConvolutionPass.DATA,
        false,
        batch,
        windows,
        channels,
        filters,
        groups,
        dx,
        weight,
        dy,
        ConvolutionTask.NOTHING,
        NO_BIAS);
  }

  @Override
  public void dataGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer dy,
      Buffer weight,
      Buffer dx) {
    run(
        ConvolutionPass.DATA,
        true,
        batch,
        windows,
        channels,
        filters,
        groups,
        dx,
        weight,
        dy,
        ConvolutionTask.NOTHING,
        NO_BIAS);
  }

  @Override
  public void weightGradient(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight) {
    run(
        ConvolutionPass.WEIGHT,
        false,
        batch,
        windows,
        channels,
        filters,
        groups,
        x,
        dweight,
        dy,
        ConvolutionTask.NOTHING,
        NO_BIAS);
  }

  @Override
  public void weightGradientAdd(
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer x,
      Buffer dy,
      Buffer dweight) {
    run(
        ConvolutionPass.WEIGHT,
        true,
        batch,
        windows,
        channels,
        filters,
        groups,
        x,
        dweight,
        dy,
        ConvolutionTask.NOTHING,
        NO_BIAS);
  }

  private void run(
      ConvolutionPass pass,
      boolean add,
      int batch,
      Windows windows,
      int channels,
      int filters,
      int groups,
      Buffer image,
      Buffer weight,
      Buffer result,
      Formula f,
      Buffer bias) {
    calls.begin(pass.ordinal()).with(add ? 1 : 0).with(batch).with(windows);
    calls.with(channels).with(filters).with(groups);
    calls.with(image).with(weight).with(result).with(f).with(bias);
    Optional<ConvolutionCall> known = calls.find();
    if (known.isPresent()) {
      known.get().run(engine.workers());
      return;
    }
    ConvolutionTask task =
        new ConvolutionTask(
            pass,
            add,
            ConvolutionShape.of(batch, windows, channels, filters, groups),
            windows,
            NativeBuffer.of(image),
            NativeBuffer.of(weight),
            NativeBuffer.of(result),
            f,
            bias);
    calls.keep(prepare(task)).run(engine.workers());
  }

  private ConvolutionCall prepare(ConvolutionTask task) {
    Optional<ConvolutionCall> call =
        roundingPays(task) ? onOneDnn(task, dnnl_bf16) : Optional.empty();
    return call.or(() -> onOneDnn(task, dnnl_f32)).orElseGet(() -> inJava(task));
  }

  /** Whether the processor rounds faster than it multiplies what is not rounded. */
  private boolean roundingPays(ConvolutionTask task) {
    boolean data = task.pass() == ConvolutionPass.DATA && task.shape().groups() == 1;
    long least = data ? WORTH_ROUNDING_FOR_DATA : WORTH_ROUNDING;
    return engine.precision() == Precision.BF16
        && task.shape().flops() >= least * task.factorFloats();
  }

  private Optional<ConvolutionCall> onOneDnn(ConvolutionTask task, int type) {
    return task.pass() == ConvolutionPass.WEIGHT
        ? new ConvolutionWeightSums(engine, rooms, task, type).prepare()
        : new ConvolutionProducts(engine, rooms, formulas, task, type).prepare();
  }

  private ConvolutionCall inJava(ConvolutionTask task) {
    Remarks.LOGGER.log(Level.FINE, "convolution {0} runs in Java", task);
    return new ConvolutionCall.Builder(task.target())
        .last(new StagedConvolution(java, stage, task))
        .build();
  }
}
