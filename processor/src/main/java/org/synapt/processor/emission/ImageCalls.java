package org.synapt.processor.emission;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Accumulate;
import org.synapt.processor.op.AveragePooling;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Interpolation;
import org.synapt.processor.op.MaxPooling;
import org.synapt.processor.op.ZeroPadding;
import org.synapt.processor.plan.FusedProduct;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/** What moves over images, as calls of its kernels. */
final class ImageCalls {
  private final PassNames names;
  private final FusedFormulas formulas;

  ImageCalls(PassNames names, FusedFormulas formulas) {
    this.names = names;
    this.formulas = formulas;
  }

  Optional<CodeBlock> of(Equation e) {
    return convolutions(e).or(() -> pools(e)).or(() -> resizes(e));
  }

  private Optional<CodeBlock> convolutions(Equation e) {
    if (e.op() instanceof Convolution op) {
      return Optional.of(convolution(e, op, method(op), e.operands()).build());
    } else if (e.op() instanceof Accumulate sum && sum.op() instanceof Convolution op) {
      List<Value> factors = e.operands().subList(1, 3);
      return Optional.of(convolution(e, op, method(op) + "Add", factors).build());
    } else if (e.op() instanceof FusedProduct fused && fused.product() instanceof Convolution op) {
      Elementwise epilogue = fused.epilogue();
      return Optional.of(
          convolution(e, op, method(op), e.operands().subList(0, 2))
              .with(formulas.epilogue(epilogue))
              .with(e.operands().subList(2, e.operands().size()))
              .build());
    }
    return Optional.empty();
  }

  private static String method(Convolution op) {
    return switch (op.kind()) {
      case FORWARD -> "forward";
      case DATA_GRADIENT -> "dataGradient";
      case WEIGHT_GRADIENT -> "weightGradient";
    };
  }

  private Calling convolution(Equation e, Convolution op, String method, List<Value> factors) {
    return windows("Convolution", method, op.windows())
        .with(
            Numbers.whole(op.channels(factors)),
            Numbers.whole(op.filters(factors)),
            "/* groups= */ " + Numbers.whole(op.groups()))
        .with(factors)
        .with(e.result());
  }

  private Optional<CodeBlock> pools(Equation e) {
    String channels = Numbers.whole(e.result().shape().last());
    if (e.op() instanceof MaxPooling op) {
      Calling call = windows("Pooling", "max", op.windows()).with(channels);
      CodeBlock saved = op.training() ? names.of(e.operand(1)) : CodeBlock.of("none()");
      return Optional.of(call.with(e.operand(0)).with(saved).with(e.result()).build());
    } else if (e.op() instanceof MaxPooling.Gradient op) {
      return Optional.of(pool(windows("Pooling", "maxGradient", op.windows()), channels, e));
    } else if (e.op() instanceof AveragePooling op) {
      return Optional.of(pool(windows("Pooling", "average", op.windows()), channels, e));
    } else if (e.op() instanceof AveragePooling.Gradient op) {
      return Optional.of(pool(windows("Pooling", "averageGradient", op.windows()), channels, e));
    }
    return Optional.empty();
  }

  private static CodeBlock pool(Calling call, String channels, Equation e) {
    return call.with(channels).with(e.operands()).with(e.result()).build();
  }

  private Optional<CodeBlock> resizes(Equation e) {
    if (e.op() instanceof ZeroPadding op) {
      return Optional.of(margins(e, op));
    } else if (e.op() instanceof Interpolation op) {
      Shape x = e.operand(0).shape();
      return Optional.of(interpolation(e, "linear", x, op.axis(), op.factor()));
    } else if (e.op() instanceof Interpolation.Gradient op) {
      Shape dx = e.result().shape();
      return Optional.of(interpolation(e, "linearGradient", dx, op.axis(), op.factor()));
    }
    return Optional.empty();
  }

  private CodeBlock margins(Equation e, ZeroPadding op) {
    boolean pad = op.kind() == ZeroPadding.Kind.PAD;
    Value inner = pad ? e.operand(0) : e.result();
    List<Integer> padding = new ArrayList<>();
    for (int axis = 0; axis < inner.shape().rank(); axis++) {
      padding.add(op.before().get(axis));
      padding.add(op.after().get(axis));
    }
    return call("ZeroPadding", pad ? "pad" : "crop")
        .with("batch")
        .with(names.integers(e.result().name() + ".extents", inner.shape().extents()))
        .with(names.integers(e.result().name() + ".padding", padding))
        .with(e.operands())
        .with(e.result())
        .build();
  }

  private CodeBlock interpolation(Equation e, String method, Shape x, int axis, int factor) {
    return call("Interpolation", method)
        .with(
            Numbers.times(true, x.count(0, axis)),
            Numbers.whole(x.extent(axis)),
            Numbers.whole(factor),
            Numbers.whole(x.count(axis + 1, x.rank())))
        .with(e.operands())
        .with(e.result())
        .build();
  }

  private Calling windows(String kernel, String method, Windows windows) {
    return call(kernel, method).with("batch").with(names.windows(windows));
  }

  private Calling call(String kernel, String method) {
    return new Calling(names, CodeBlock.of("$L.$L", names.kernel(kernel), method));
  }
}
