package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_data_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_weights_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fpmath_mode_strict;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_fpmath_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** How oneDNN will run a product of a convolution, and how it wants the weight to lie. */
final class ConvolutionDescription implements AutoCloseable {
  private final ConvolutionPass pass;
  private final dnnl_primitive_desc description;

  private ConvolutionDescription(ConvolutionPass pass, dnnl_primitive_desc description) {
    this.pass = pass;
    this.description = description;
  }

  /**
   * Asks oneDNN.
   *
   * @param engine the backend's
   * @param pass which product
   * @param shape its extents
   * @param type of the factors; results are float32
   * @param epilogue what follows a {@link ConvolutionPass#FORWARD forward} product
   * @param add whether a forward product is added to what is there
   * @return nothing where oneDNN has only code that is written for clarity, or none
   */
  static Optional<ConvolutionDescription> of(
      Engine engine,
      ConvolutionPass pass,
      ConvolutionShape shape,
      int type,
      Epilogue epilogue,
      boolean add) {
    dnnl_primitive_attr attributes = engine.attributes();
    try {
      // Rounding within a product costs more than rounding its factors once, before it.
      dnnl_primitive_attr_set_fpmath_mode(attributes, dnnl_fpmath_mode_strict);
      epilogue.addTo(attributes, add);
      return describe(engine, pass, shape, type, epilogue.bias(), attributes)
          .map(description -> new ConvolutionDescription(pass, description))
          .flatMap(ConvolutionDescription::unlessReference);
    } finally {
      dnnl_primitive_attr_destroy(attributes);
    }
  }

  private Optional<ConvolutionDescription> unlessReference() {
    if (Implementation.of(description).isReference()) {
      close();
      return Optional.empty();
    }
    return Optional.of(this);
  }

  private static Optional<dnnl_primitive_desc> describe(
      Engine engine,
      ConvolutionPass pass,
      ConvolutionShape shape,
      int type,
      boolean bias,
      dnnl_primitive_attr attributes) {
    if (pass == ConvolutionPass.FORWARD) {
      return forward(engine, shape, type, dnnl_f32, bias, attributes);
    }
    return forward(engine, shape, type, type, false, attributes)
        .flatMap(
            hint -> {
              try {
                return pass == ConvolutionPass.DATA
                    ? data(engine, shape, type, hint, attributes)
                    : weight(engine, shape, type, hint, attributes);
              } finally {
                dnnl_primitive_desc_destroy(hint);
              }
            });
  }

  private static Optional<dnnl_primitive_desc> forward(
      Engine engine,
      ConvolutionShape shape,
      int type,
      int resultType,
      boolean biased,
      dnnl_primitive_attr attributes) {
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    try (Layout image = shape.image(type);
        Layout weight = shape.anyWeight(type);
        Layout bias = Layout.rowMajor(shape.filters());
        Layout result = shape.result(resultType)) {
      return created(
          description,
          dnnl_convolution_forward_primitive_desc_create(
              description,
              engine.cpuEngine(),
              dnnl_forward_training,
              dnnl_convolution_direct,
              image.descriptor(),
              weight.descriptor(),
              biased ? bias.descriptor() : null,
              result.descriptor(),
              shape.strides(),
              shape.gaps(),
              shape.before(),
              shape.after(),
              attributes));
    }
  }

  private static Optional<dnnl_primitive_desc> data(
      Engine engine,
      ConvolutionShape shape,
      int type,
      dnnl_primitive_desc hint,
      dnnl_primitive_attr attributes) {
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    try (Layout image = shape.image(dnnl_f32);
        Layout weight = shape.anyWeight(type);
        Layout result = shape.result(type)) {
      return created(
          description,
          dnnl_convolution_backward_data_primitive_desc_create(
              description,
              engine.cpuEngine(),
              dnnl_convolution_direct,
              image.descriptor(),
              weight.descriptor(),
              result.descriptor(),
              shape.strides(),
              shape.gaps(),
              shape.before(),
              shape.after(),
              hint,
              attributes));
    }
  }

  private static Optional<dnnl_primitive_desc> weight(
      Engine engine,
      ConvolutionShape shape,
      int type,
      dnnl_primitive_desc hint,
      dnnl_primitive_attr attributes) {
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    try (Layout image = shape.image(type);
        Layout weight = shape.anyWeight(dnnl_f32);
        Layout result = shape.result(type)) {
      return created(
          description,
          dnnl_convolution_backward_weights_primitive_desc_create(
              description,
              engine.cpuEngine(),
              dnnl_convolution_direct,
              image.descriptor(),
              weight.descriptor(),
              null,
              result.descriptor(),
              shape.strides(),
              shape.gaps(),
              shape.before(),
              shape.after(),
              hint,
              attributes));
    }
  }

  private static Optional<dnnl_primitive_desc> created(
      dnnl_primitive_desc description, int status) {
    return status == dnnl_success ? Optional.of(description) : Optional.empty();
  }

  dnnl_primitive_desc descriptor() {
    return description;
  }

  /** How it wants the weight, or gives dweight; good while this is open. */
  dnnl_memory_desc weightLayout() {
    return dnnl_primitive_desc_query_md(description, pass.weightQuery, 0);
  }

  @Override
  public void close() {
    dnnl_primitive_desc_destroy(description);
  }
}
