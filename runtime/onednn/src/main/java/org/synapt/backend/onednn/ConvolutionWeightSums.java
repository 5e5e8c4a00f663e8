package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;

import java.util.List;
import java.util.Optional;

/**
 * Prepares gradients of the weight: each part sums over its examples where the others do not, and
 * the sums are added up in order.
 */
final class ConvolutionWeightSums {
  /** The floats of a chunk of examples that are rounded. */
  private static final int CHUNK = Rooms.FLOATS / 2;

  /** So many positions take twenty times as long as adding the weight's gradient to another. */
  private static final int LEAST_POSITIONS = 3_500;

  /** From so many positions on a part sums faster than its sum is added to another. */
  private static final int LEAST_SHARE = 100;

  private final Engine engine;
  private final Rooms rooms;
  private final ConvolutionTask task;
  private final int type;

  /**
   * For one call.
   *
   * @param engine the backend's
   * @param rooms the kernel's
   * @param task the call
   * @param type what the factors are rounded to
   */
  ConvolutionWeightSums(Engine engine, Rooms rooms, ConvolutionTask task, int type) {
    this.engine = engine;
    this.rooms = rooms;
    this.task = task;
    this.type = type;
  }

  /** The steps, if oneDNN has something fit for the shape. */
  Optional<ConvolutionCall> prepare() {
    List<ConvolutionShare> shares =
        ConvolutionShare.of(task.shape(), engine.parts(), LEAST_SHARE, true);
    ConvolutionCall.Builder call = new ConvolutionCall.Builder(task.target());
    try (ConvolutionDescriptions descriptions =
        new ConvolutionDescriptions(engine, task, type, Epilogue.NONE)) {
      if (!shares.stream().allMatch(share -> descriptions.serve(chunks(share)))) {
        return Optional.empty();
      }
      for (int part = 0; part < shares.size(); part++) {
        addPart(call, part, chunks(shares.get(part)), descriptions);
      }
    }
    return Optional.of(call.build());
  }

  private List<ConvolutionShare> chunks(ConvolutionShare share) {
    if (type == dnnl_f32) {
      return List.of(share);
    }
    ConvolutionShape shape = share.shape();
    int few = CHUNK / (shape.imageFloats() + shape.resultFloats());
    int worthwhile = LEAST_POSITIONS / shape.positions() + 1;
    return share.chunks(Math.max(few, worthwhile));
  }

  /** Where a part's steps leave things in its room: first x, if it is rounded, then these. */
  private record Places(int result, int sum, int next, int end) {}

  private Places places(ConvolutionShape largest, int sumFloats, boolean several) {
    boolean rounds = type != dnnl_f32;
    int image = rounds ? Rooms.rounded(largest.batch() * largest.imageFloats()) : 0;
    int result = rounds ? Rooms.rounded(largest.batch() * largest.resultFloats()) : 0;
    int sum = image + result;
    int next = sum + sumFloats;
    return new Places(image, sum, next, next + (several ? sumFloats : 0));
  }

  private void addPart(
      ConvolutionCall.Builder call,
      int part,
      List<ConvolutionShare> chunks,
      ConvolutionDescriptions descriptions) {
    int sumFloats = 0;
    for (ConvolutionShare chunk : chunks) {
      ConvolutionDescription description = descriptions.of(chunk.shape()).orElseThrow();
      sumFloats = Math.max(sumFloats, Layout.floats(description.weightLayout()));
    }
    Places places = places(chunks.get(0).shape(), (sumFloats + 15) & -16, chunks.size() > 1);
    NativeMemory room = rooms.of(part, places.end());
    ConvolutionDescription first = descriptions.of(chunks.get(0).shape()).orElseThrow();
    LayoutChange.End sum = new LayoutChange.End(first.weightLayout(), room, places.sum());
    for (int i = 0; i < chunks.size(); i++) {
      ConvolutionShare chunk = chunks.get(i);
      ConvolutionDescription description = descriptions.of(chunk.shape()).orElseThrow();
      int at = i == 0 ? places.sum() : places.next();
      addSteps(call, part, chunk, description, room, places, at);
      if (i > 0) {
        LayoutChange.End next = new LayoutChange.End(description.weightLayout(), room, at);
        call.step(part, LayoutChange.prepare(engine, part, next, sum, true));
      }
    }
    bringTogether(call, part, sum);
  }

  private void bringTogether(ConvolutionCall.Builder call, int part, LayoutChange.End sum) {
    NativeBuffer weight = task.weight();
    try (Layout plain = task.shape().weight()) {
      LayoutChange.End whole =
          new LayoutChange.End(plain.descriptor(), weight.memory(), weight.at());
      call.last(LayoutChange.prepare(engine, 0, sum, whole, task.add() || part > 0));
    }
  }

  private void addSteps(
      ConvolutionCall.Builder call,
      int part,
      ConvolutionShare chunk,
      ConvolutionDescription description,
      NativeMemory room,
      Places places,
      int sumAt) {
    ConvolutionPass pass = task.pass();
    ConvolutionShape shape = chunk.shape();
    NativeBuffer x = task.image();
    NativeBuffer dy = task.result();
    try (Layout image = shape.image(type);
        Layout result = shape.result(type);
        Layout plainImage = shape.image(dnnl_f32);
        Layout plainResult = shape.result(dnnl_f32)) {
      LayoutChange.End from =
          new LayoutChange.End(plainImage.descriptor(), x.memory(), x.at() + chunk.imageAt());
      LayoutChange.End read = factor(call, part, from, image, room, 0);
      LayoutChange.End dyFrom =
          new LayoutChange.End(plainResult.descriptor(), dy.memory(), dy.at() + chunk.resultAt());
      LayoutChange.End dyRead = factor(call, part, dyFrom, result, room, places.result());
      call.step(
          part,
          new Execution(
              engine,
              part,
              description.descriptor(),
              new Operand(pass.image, read.layout(), read.memory(), read.at()),
              new Operand(pass.result, dyRead.layout(), dyRead.memory(), dyRead.at()),
              new Operand(pass.weight, description.weightLayout(), room, sumAt)));
    }
  }

  /** What is read where it lies, or a rounded copy of it. */
  private LayoutChange.End factor(
      ConvolutionCall.Builder call,
      int part,
      LayoutChange.End plain,
      Layout layout,
      NativeMemory room,
      int at) {
    if (type == dnnl_f32) {
      return plain;
    }
    LayoutChange.End rounded = new LayoutChange.End(layout.descriptor(), room, at);
    call.step(part, LayoutChange.prepare(engine, part, plain, rounded, false));
    return rounded;
  }
}
