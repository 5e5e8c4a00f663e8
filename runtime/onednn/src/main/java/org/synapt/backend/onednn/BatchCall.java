package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward_data;
import static org.bytedeco.dnnl.global.dnnl.dnnl_batch_normalization_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_batch_normalization_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.synapt.buffer.Buffer;

/** Batch normalization of a whole batch as oneDNN does it; or nothing where Java is quicker. */
final class BatchCall implements AutoCloseable {
  private final Engine engine;
  private final boolean training;
  private final List<Operand> operands = new ArrayList<>();
  private Optional<Execution> execution = Optional.empty();

  private BatchCall(Engine engine, boolean training) {
    this.engine = engine;
    this.training = training;
  }

  /** y; and while training, the mean and the variance as well. */
  static BatchCall forward(
      Engine engine,
      int rows,
      int columns,
      boolean training,
      float epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer mean,
      Buffer variance,
      Buffer y) {
    BatchCall call = new BatchCall(engine, training);
    try (Layout matrix = matrix(rows, columns);
        Layout vector = Layout.rowMajor(columns)) {
      call.bind(DNNL_ARG_SRC, matrix, x);
      call.bind(DNNL_ARG_DST, matrix, y);
      call.bind(DNNL_ARG_MEAN, vector, mean);
      call.bind(DNNL_ARG_VARIANCE, vector, variance);
      call.bind(DNNL_ARG_SCALE, vector, gamma);
      call.bind(DNNL_ARG_SHIFT, vector, beta);
      call.prepare(matrix.descriptor(), epsilon, flags(gamma, beta), Optional.empty());
    }
    return call;
  }

  /**
   * dx, dγ and dβ.
   *
   * @param variance with ε
   */
  static BatchCall gradient(
      Engine engine,
      int rows,
      int columns,
      boolean training,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer variance,
      Buffer dy,
      Buffer dgamma,
      Buffer dbeta,
      Buffer dx) {
    BatchCall call = new BatchCall(engine, training);
    try (Layout matrix = matrix(rows, columns);
        Layout vector = Layout.rowMajor(columns)) {
      call.bind(DNNL_ARG_SRC, matrix, x);
      call.bind(DNNL_ARG_DIFF_DST, matrix, dy);
      call.bind(DNNL_ARG_DIFF_SRC, matrix, dx);
      call.bind(DNNL_ARG_MEAN, vector, mean);
      call.bind(DNNL_ARG_VARIANCE, vector, variance);
      call.bind(DNNL_ARG_SCALE, vector, gamma);
      call.bind(DNNL_ARG_DIFF_SCALE, vector, dgamma);
      call.bind(DNNL_ARG_DIFF_SHIFT, vector, dbeta);
      boolean none = dgamma.length() == 0 && dbeta.length() == 0;
      if (none || dgamma.length() == gamma.length()) {
        int pass = none ? dnnl_backward_data : dnnl_backward;
        call.prepare(matrix.descriptor(), 0f, flags(gamma, dbeta), Optional.of(pass));
      }
    }
    return call;
  }

  /** One image whose positions are the rows. */
  private static Layout matrix(int rows, int columns) {
    return Layout.strided(
        new long[] {1, columns, rows, 1}, new long[] {(long) rows * columns, 1, columns, columns});
  }

  private void bind(int argument, Layout layout, Buffer buffer) {
    if (buffer.length() > 0) {
      operands.add(Operand.of(argument, layout.descriptor(), NativeBuffer.of(buffer), 0));
    }
  }

  private static int flags(Buffer scale, Buffer shift) {
    return (scale.length() > 0 ? dnnl_use_scale : 0) | (shift.length() > 0 ? dnnl_use_shift : 0);
  }

  private void prepare(dnnl_memory_desc matrix, float epsilon, int flags, Optional<Integer> back) {
    int all = flags | (training ? 0 : dnnl_use_global_stats);
    dnnl_primitive_attr attributes = engine.attributes();
    dnnl_primitive_desc forward = new dnnl_primitive_desc();
    dnnl_primitive_desc backward = new dnnl_primitive_desc();
    try {
      boolean complete =
          dnnl_batch_normalization_forward_primitive_desc_create(
                  forward,
                  engine.cpuEngine(),
                  dnnl_forward_training,
                  matrix,
                  matrix,
                  epsilon,
                  all,
                  attributes)
              == dnnl_success;
      if (complete && back.isPresent()) {
        complete =
            dnnl_batch_normalization_backward_primitive_desc_create(
                    backward,
                    engine.cpuEngine(),
                    back.get(),
                    matrix,
                    matrix,
                    matrix,
                    epsilon,
                    all,
                    forward,
                    attributes)
                == dnnl_success;
      }
      if (complete) {
        execute(back.isPresent() ? backward : forward);
      }
    } finally {
      dnnl_primitive_desc_destroy(backward);
      dnnl_primitive_desc_destroy(forward);
      dnnl_primitive_attr_destroy(attributes);
    }
  }

  private void execute(dnnl_primitive_desc description) {
    if (!Implementation.of(description).isReference()) {
      execution =
          Optional.of(new Execution(engine, 0, description, operands.toArray(Operand[]::new)));
    }
  }

  /** Whether oneDNN does it. */
  boolean fast() {
    return execution.isPresent();
  }

  /** Runs it on this thread. */
  void run() {
    execution.orElseThrow().run();
  }

  @Override
  public void close() {
    execution.ifPresent(Execution::close);
  }
}
