package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.backend.java.FormulaRows;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;

/**
 * Prepares products of the weight with x or dy. What is read is rounded first where that pays, and
 * what oneDNN cannot do behind a product follows it, a chunk of examples at a time so that all of
 * it stays in cache.
 */
final class ConvolutionProducts {
  /** The floats of a chunk. */
  private static final int CHUNK = Rooms.FLOATS / 2;

  private final Engine engine;
  private final Rooms rooms;
  private final FormulaRows formulas;
  private final ConvolutionTask task;
  private final int type;
  private final Epilogue epilogue;
  private final Optional<Formula> formula;
  private final boolean forward;

  /**
   * For one call.
   *
   * @param engine the backend's
   * @param rooms the kernel's
   * @param formulas the kernel's
   * @param task the call
   * @param type what the factors are rounded to
   */
  ConvolutionProducts(
      Engine engine, Rooms rooms, FormulaRows formulas, ConvolutionTask task, int type) {
    this.engine = engine;
    this.rooms = rooms;
    this.formulas = formulas;
    this.task = task;
    this.type = type;
    this.forward = task.pass() == ConvolutionPass.FORWARD;
    Optional<Epilogue> known = Epilogue.of(task.formula());
    this.epilogue = known.orElse(Epilogue.NONE);
    this.formula = known.isPresent() ? Optional.empty() : Optional.of(task.formula());
  }

  /** The steps, if oneDNN has something fit for the shape. */
  Optional<ConvolutionCall> prepare() {
    List<ConvolutionShare> shares = ConvolutionShare.of(task.shape(), engine.parts(), 1, forward);
    ConvolutionCall.Builder call = new ConvolutionCall.Builder(task.target());
    try (ConvolutionDescriptions descriptions =
        new ConvolutionDescriptions(engine, task, type, epilogue)) {
      if (!shares.stream().allMatch(share -> descriptions.serve(chunks(share)))) {
        return Optional.empty();
      }
      for (int part = 0; part < shares.size(); part++) {
        List<ConvolutionShare> chunks = chunks(shares.get(part));
        ConvolutionShape largest = chunks.get(0).shape();
        NativeMemory room = rooms.of(part, roundedFloats(largest) + addedFloats(largest));
        for (ConvolutionShare chunk : chunks) {
          addSteps(call, part, chunk, descriptions, room);
        }
      }
    }
    return Optional.of(call.build());
  }

  private boolean rounds() {
    return type != dnnl_f32;
  }

  /** Whether a product is added that oneDNN can only write. */
  private boolean addsAfterwards() {
    return task.add() && !forward;
  }

  private List<ConvolutionShare> chunks(ConvolutionShare share) {
    if (!rounds() && !addsAfterwards() && formula.isEmpty()) {
      return List.of(share);
    }
    int floats = share.shape().imageFloats() + share.shape().resultFloats();
    return share.chunks(Math.max(1, CHUNK / floats));
  }

  private void addSteps(
      ConvolutionCall.Builder call,
      int part,
      ConvolutionShare chunk,
      ConvolutionDescriptions descriptions,
      NativeMemory room) {
    ConvolutionShape shape = chunk.shape();
    ConvolutionDescription description = descriptions.of(shape).orElseThrow();
    int roundedFloats = roundedFloats(shape);
    List<Operand> operands = new ArrayList<>();
    try (Layout source = source(shape, type);
        Layout target = target(shape);
        Layout bias = Layout.rowMajor(shape.filters())) {
      operands.add(source(call, part, chunk, source, room));
      ReorderedWeight weight = descriptions.weight(description, call);
      operands.add(new Operand(task.pass().weight, description.weightLayout(), weight.memory(), 0));
      if (epilogue.bias()) {
        operands.add(Operand.of(DNNL_ARG_BIAS, bias.descriptor(), NativeBuffer.of(task.bias()), 0));
      }
      operands.add(
          addsAfterwards()
              ? new Operand(task.pass().image, target.descriptor(), room, roundedFloats)
              : targetOperand(chunk, target));
      call.step(
          part,
          new Execution(engine, part, description.descriptor(), operands.toArray(new Operand[0])));
      addRest(call, part, chunk, target, room, roundedFloats);
    }
  }

  /** The room for a rounded copy of what is read. */
  private int roundedFloats(ConvolutionShape shape) {
    int floats = forward ? shape.imageFloats() : shape.resultFloats();
    return rounds() ? Rooms.rounded(shape.batch() * floats) : 0;
  }

  /** The room for a product that is added afterwards. */
  private int addedFloats(ConvolutionShape shape) {
    return addsAfterwards() ? shape.batch() * shape.imageFloats() : 0;
  }

  private Layout source(ConvolutionShape shape, int sourceType) {
    return forward ? shape.image(sourceType) : shape.result(sourceType);
  }

  private Layout target(ConvolutionShape shape) {
    return forward ? shape.result(dnnl_f32) : shape.image(dnnl_f32);
  }

  /** What is read where it lies, or a rounded copy of it. */
  private Operand source(
      ConvolutionCall.Builder call,
      int part,
      ConvolutionShare chunk,
      Layout layout,
      NativeMemory room) {
    int argument = forward ? task.pass().image : task.pass().result;
    NativeBuffer buffer = forward ? task.image() : task.result();
    int at = buffer.at() + (forward ? chunk.imageAt() : chunk.resultAt());
    if (!rounds()) {
      return new Operand(argument, layout.descriptor(), buffer.memory(), at);
    }
    try (Layout plain = source(chunk.shape(), dnnl_f32)) {
      call.step(
          part,
          LayoutChange.prepare(
              engine,
              part,
              new LayoutChange.End(plain.descriptor(), buffer.memory(), at),
              new LayoutChange.End(layout.descriptor(), room, 0),
              false));
    }
    return new Operand(argument, layout.descriptor(), room, 0);
  }

  private Operand targetOperand(ConvolutionShare chunk, Layout layout) {
    return forward
        ? Operand.of(task.pass().result, layout.descriptor(), task.result(), chunk.resultAt())
        : Operand.of(task.pass().image, layout.descriptor(), task.image(), chunk.imageAt());
  }

  /** What follows the product. */
  private void addRest(
      ConvolutionCall.Builder call,
      int part,
      ConvolutionShare chunk,
      Layout target,
      NativeMemory room,
      int roomAt) {
    if (addsAfterwards()) {
      NativeBuffer image = task.image();
      call.step(
          part,
          LayoutChange.prepare(
              engine,
              part,
              new LayoutChange.End(target.descriptor(), room, roomAt),
              new LayoutChange.End(
                  target.descriptor(), image.memory(), image.at() + chunk.imageAt()),
              true));
    }
    formula.ifPresent(
        f -> {
          int filters = task.shape().filters();
          int from = chunk.resultAt() / filters;
          int to = from + chunk.shape().batch() * chunk.shape().positions();
          Buffer y = task.result();
          Buffer[] x = f.vectors() == 0 ? new Buffer[] {y} : new Buffer[] {y, task.bias()};
          call.step(part, () -> formulas.run(part, f, filters, from, to, y, x));
        });
  }
}
