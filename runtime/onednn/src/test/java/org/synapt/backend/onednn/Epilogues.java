package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;

import java.util.Arrays;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;

/** Formulas as the compiler writes them, and what oneDNN makes of them. */
final class Epilogues {
  static final Formula RELU = line("relu(x)", Functions::relu);
  static final Formula SIGMOID = line("sigmoid(x)", Functions::sigmoid);
  static final Formula TANH = line("tanh(x)", Functions::tanh);
  static final Formula SWISH = line("x * sigmoid(x)", x -> x * Functions.sigmoid(x));
  static final Formula GELU =
      line(
          "0.5 * x * (1 + erf(0.7071067811865476 * x))",
          x -> 0.5f * x * (1 + Functions.erf(0.70710677f * x)));
  static final Formula LEAKY_RELU = line("x > 0 ? x : 0.2 * x", x -> x > 0 ? x : 0.2f * x);
  static final Formula ELU = line("x > 0 ? x : expm1(x)", x -> x > 0 ? x : Functions.expm1(x));
  static final Formula ELU_OF_ALPHA =
      line("x > 0 ? x : 0.5 * expm1(x)", x -> x > 0 ? x : 0.5f * Functions.expm1(x));
  static final Formula SELU =
      line(
          "x > 0 ? 1.0507009873554805 * x : 1.7580993408473766 * expm1(x)",
          x -> x > 0 ? 1.050701f * x : 1.7580993f * Functions.expm1(x));

  static final Formula SQUARE = line("square(x)", x -> x * x);
  static final Formula SUM = ofBias("x + b", Float::sum);
  static final Formula RELU_OF_SUM =
      ofBias("relu(x + b)", (product, bias) -> Functions.relu(product + bias));
  static final Formula DIFFERENCE = ofBias("x - b", (product, bias) -> product - bias);

  private Epilogues() {}

  /** A function of one float. */
  interface FloatFunction {
    float of(float x);
  }

  /** A function of two floats. */
  interface TwoFloats {
    float of(float product, float bias);
  }

  private static Formula ofBias(String text, TwoFloats function) {
    return new Formula(text, 1, "x", "b") {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        for (int j = 0; j < n; j++) {
          y[j] = function.of(x[0][j], x[1][j]);
        }
      }
    };
  }

  private static Formula line(String text, FloatFunction function) {
    return new Formula(text, 1, "x") {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        for (int j = 0; j < n; j++) {
          y[j] = function.of(x[0][j]);
        }
      }
    };
  }

  /** A formula of one value of which only the text matters. */
  static Formula formula(String text, int vectors) {
    return new Formula(text, 1, Arrays.copyOf(new String[] {"x", "b", "c"}, 1 + vectors)) {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        Arrays.fill(y, 0, n, Float.NaN);
      }
    };
  }

  /** What stands behind a product, of each float. */
  static float[] apply(Epilogue epilogue, float... x) {
    try (Engine engine = new Engine(1, Precision.FLOAT32)) {
      NativeBuffer one = buffer(engine, 1f);
      NativeBuffer in = buffer(engine, x);
      NativeBuffer out = buffer(engine, new float[x.length]);
      dnnl_primitive_attr attributes = engine.attributes();
      epilogue.addTo(attributes, false);
      dnnl_primitive_desc description = new dnnl_primitive_desc();
      try (Layout single = Layout.rowMajor(1, 1);
          Layout column = Layout.rowMajor(x.length, 1)) {
        Status.check(
            dnnl_matmul_primitive_desc_create(
                description,
                engine.cpuEngine(),
                column.descriptor(),
                single.descriptor(),
                null,
                column.descriptor(),
                attributes),
            "multiply by 1");
        new Execution(
                engine,
                0,
                description,
                Operand.of(DNNL_ARG_SRC, column.descriptor(), in, 0),
                Operand.of(DNNL_ARG_WEIGHTS, single.descriptor(), one, 0),
                Operand.of(DNNL_ARG_DST, column.descriptor(), out, 0))
            .run();
      } finally {
        dnnl_primitive_desc_destroy(description);
        dnnl_primitive_attr_destroy(attributes);
      }
      float[] y = new float[x.length];
      out.get(0, y, 0, x.length);
      return y;
    }
  }

  private static NativeBuffer buffer(Engine engine, float... floats) {
    NativeBuffer buffer =
        new NativeBuffer(new NativeMemory(engine.ledger(), floats.length), 0, floats.length);
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }
}
