package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_exclude_padding;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_workspace_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.synapt.kernel.Windows;

/** Pooling in oneDNN's words: of some examples, forward and back. */
final class PoolingPrimitives implements AutoCloseable {
  private final Layout image;
  private final Layout result;
  private final dnnl_primitive_attr attributes;
  private final dnnl_primitive_desc training = new dnnl_primitive_desc();
  private final dnnl_primitive_desc inference = new dnnl_primitive_desc();
  private final dnnl_primitive_desc backward = new dnnl_primitive_desc();
  private final boolean complete;

  PoolingPrimitives(Engine engine, boolean max, int examples, Windows windows, int channels) {
    image = layout(examples, channels, windows.rank(), windows::extent);
    result = layout(examples, channels, windows.rank(), windows::count);
    attributes = engine.attributes();
    int algorithm = max ? dnnl_pooling_max : dnnl_pooling_avg_exclude_padding;
    complete =
        forward(engine, training, dnnl_forward_training, algorithm, windows)
            && forward(engine, inference, dnnl_forward_inference, algorithm, windows)
            && backward(engine, algorithm, windows);
  }

  private static Layout layout(int examples, int channels, int rank, IntUnaryOperator axis) {
    int[] extents = IntStream.range(0, rank).map(axis).toArray();
    return Layout.channelsLast(dnnl_f32, examples, channels, extents);
  }

  private static long[] each(Windows windows, IntUnaryOperator number) {
    return IntStream.range(0, windows.rank()).map(number).asLongStream().toArray();
  }

  private boolean forward(
      Engine engine, dnnl_primitive_desc to, int pass, int algorithm, Windows windows) {
    return dnnl_pooling_forward_primitive_desc_create(
            to,
            engine.cpuEngine(),
            pass,
            algorithm,
            image.descriptor(),
            result.descriptor(),
            each(windows, windows::stride),
            each(windows, windows::size),
            each(windows, i -> windows.dilation(i) - 1),
            each(windows, windows::before),
            each(windows, windows::after),
            attributes)
        == dnnl_success;
  }

  private boolean backward(Engine engine, int algorithm, Windows windows) {
    return dnnl_pooling_backward_primitive_desc_create(
            backward,
            engine.cpuEngine(),
            algorithm,
            image.descriptor(),
            result.descriptor(),
            each(windows, windows::stride),
            each(windows, windows::size),
            each(windows, i -> windows.dilation(i) - 1),
            each(windows, windows::before),
            each(windows, windows::after),
            training,
            attributes)
        == dnnl_success;
  }

  /** Whether oneDNN has all of them, and none that is only a reference. */
  boolean fast() {
    return complete
        && !Implementation.of(training).isReference()
        && !Implementation.of(inference).isReference()
        && !Implementation.of(backward).isReference();
  }

  dnnl_primitive_desc of(PoolingCall.Pass pass) {
    return switch (pass) {
      case TRAINING -> training;
      case INFERENCE -> inference;
      case BACKWARD -> backward;
    };
  }

  dnnl_memory_desc image() {
    return image.descriptor();
  }

  dnnl_memory_desc result() {
    return result.descriptor();
  }

  /** How max keeps the number of each window's largest position. */
  dnnl_memory_desc numbers() {
    return dnnl_primitive_desc_query_md(training, dnnl_query_workspace_md, 0);
  }

  @Override
  public void close() {
    dnnl_primitive_desc_destroy(backward);
    dnnl_primitive_desc_destroy(inference);
    dnnl_primitive_desc_destroy(training);
    dnnl_primitive_attr_destroy(attributes);
    result.close();
    image.close();
  }
}
