package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_format_tag_any;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_clone;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_strides;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_tag;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;

import org.bytedeco.dnnl.dnnl_memory_desc;

/** How an operand's floats lie: what oneDNN calls a memory descriptor. */
final class Layout implements AutoCloseable {
  private final dnnl_memory_desc descriptor = new dnnl_memory_desc();

  private Layout() {}

  /** The last axis fastest. */
  static Layout rowMajor(long... extents) {
    long[] strides = new long[extents.length];
    long stride = 1;
    for (int i = extents.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= extents[i];
    }
    return strided(extents, strides);
  }

  /** Floats from one element to the next along each axis. */
  static Layout strided(long[] extents, long[] strides) {
    return strided(dnnl_f32, extents, strides);
  }

  /** The same for elements of a type, such as {@code dnnl_bf16}. */
  static Layout strided(int type, long[] extents, long[] strides) {
    Layout layout = new Layout();
    Status.check(
        dnnl_memory_desc_create_with_strides(
            layout.descriptor, extents.length, extents, type, strides),
        "describe an operand");
    return layout;
  }

  /** As a primitive likes it best. */
  static Layout any(long... extents) {
    return any(dnnl_f32, extents);
  }

  /** The same for elements of a type. */
  static Layout any(int type, long[] extents) {
    Layout layout = new Layout();
    Status.check(
        dnnl_memory_desc_create_with_tag(
            layout.descriptor, extents.length, extents, type, dnnl_format_tag_any),
        "describe an operand");
    return layout;
  }

  /** The same again, for longer than what was asked for it. */
  static Layout copyOf(dnnl_memory_desc descriptor) {
    Layout layout = new Layout();
    Status.check(dnnl_memory_desc_clone(layout.descriptor, descriptor), "describe an operand");
    return layout;
  }

  /** The floats that an operand takes up, in whatever type. */
  static int floats(dnnl_memory_desc descriptor) {
    return Math.toIntExact((dnnl_memory_desc_get_size(descriptor) + Float.BYTES - 1) / Float.BYTES);
  }

  /**
   * Images whose channels lie side by side. The axes are in oneDNN's order, which names the
   * channels second.
   *
   * @param type of a number
   * @param batch how many images
   * @param channels how many channels
   * @param extents of an image, without its channels
   */
  static Layout channelsLast(int type, int batch, int channels, int... extents) {
    long[] all = new long[extents.length + 2];
    long[] strides = new long[all.length];
    long stride = channels;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      all[2 + axis] = extents[axis];
      strides[2 + axis] = stride;
      stride *= extents[axis];
    }
    all[0] = batch;
    strides[0] = stride;
    all[1] = channels;
    strides[1] = 1;
    return strided(type, all, strides);
  }

  dnnl_memory_desc descriptor() {
    return descriptor;
  }

  @Override
  public void close() {
    dnnl_memory_desc_destroy(descriptor);
  }
}
