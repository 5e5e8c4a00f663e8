package org.synapt.processor.layer;

import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.OneHot;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.op.SoftmaxCrossEntropy;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;

/**
 * The loss of one output: {@code p [b, …, n], t [b, …, n] → loss [b]}.
 *
 * <p>A cross-entropy goes back to the logits {@code z} where it finds them, because {@code log p}
 * is lost where {@code p} has been rounded to 0. Where it finds none it holds {@code p} between
 * 1e-7 and 1 − 1e-7, as Keras does.
 */
final class LossEquations {
  private final Mention output;
  private final Value p;
  private final Value t;
  private final Lowering lowering;

  LossEquations(Mention output, Value prediction, Value target, Lowering lowering) {
    this.output = output;
    this.p = prediction;
    this.t = target;
    this.lowering = lowering;
  }

  Value loss() {
    return switch (output.constant("loss")) {
      case "CATEGORICAL_CROSSENTROPY" -> mean(categorical(t));
      case "SPARSE_CATEGORICAL_CROSSENTROPY" -> mean(categorical(oneHot()));
      case "BINARY_CROSSENTROPY" -> mean(binary());
      case "CATEGORICAL_HINGE" -> mean(categoricalHinge());
      case "KULLBACK_LEIBLER_DIVERGENCE" -> mean(sum(terms(LossFormulas.DIVERGENCE, p, t)));
      case "COSINE_PROXIMITY" -> mean(cosine());
      case "NONE" -> mean(formula());
      default -> mean(terms(LossFormulas.of(output), p, t));
    };
  }

  private Value oneHot() {
    return lowering.emit("oneHot", new OneHot(p.shape().last()), t);
  }

  private Value formula() {
    Elementwise formula = LossRule.formula(output).op();
    return terms(
        formula,
        formula.variables().stream()
            .map(name -> name.equals(LossRule.TARGET) ? t : p)
            .toArray(Value[]::new));
  }

  private Value categorical(Value target) {
    Optional<Equation> made = lowering.definition(p);
    if (made.filter(equation -> equation.op() == Softmax.LOG_SOFTMAX).isPresent()) {
      return sum(terms(LossFormulas.LOG_LIKELIHOOD, p, target));
    } else if (output.flag("fromLogits")) {
      Value softmax = lowering.emit("softmax", Softmax.SOFTMAX, p);
      return lowering.emit("crossEntropy", SoftmaxCrossEntropy.LOSS, p, softmax, target);
    }
    return made.filter(equation -> equation.op() == Softmax.SOFTMAX)
        .map(
            softmax ->
                lowering.emit(
                    "crossEntropy", SoftmaxCrossEntropy.LOSS, softmax.operand(0), p, target))
        .orElseGet(() -> ofShares(target));
  }

  /** −Σ t · log(p / Σ p). */
  private Value ofShares(Value target) {
    Value total = sum(p);
    int last = p.shape().rank() - 1;
    Value spread = lowering.emit("total", new Spread(last, p.shape().last()), total);
    return sum(terms(LossFormulas.CATEGORICAL, p, spread, target));
  }

  private Value binary() {
    if (output.flag("fromLogits")) {
      return terms(LossFormulas.BINARY_OF_LOGITS, p, t);
    }
    return lowering
        .definition(p)
        .filter(Activations::isSigmoid)
        .map(sigmoid -> terms(LossFormulas.BINARY_OF_LOGITS, sigmoid.operand(0), t))
        .orElseGet(() -> terms(LossFormulas.BINARY, p, t));
  }

  private Value categoricalHinge() {
    Value others = terms(LossFormulas.OTHERS, p, t);
    Value best = lowering.emit("best", Reduce.max(p.shape().rank() - 1), others);
    Value own = sum(terms(LossFormulas.PRODUCT, p, t));
    return lowering.emit("hinge", LossFormulas.MARGIN, best, own);
  }

  private Value cosine() {
    return lowering.emit(
        "cosine",
        LossFormulas.COSINE,
        sum(terms(LossFormulas.PRODUCT, p, t)),
        sum(terms(LossFormulas.SQUARE, p)),
        sum(terms(LossFormulas.SQUARE, t)));
  }

  private Value terms(Op formula, Value... operands) {
    return lowering.emit("terms", formula, operands);
  }

  /** The sum along the last axis. */
  private Value sum(Value x) {
    return lowering.emit("sum", Reduce.sum(x.shape().rank() - 1), x);
  }

  /** The mean of all that an example has, as far as it counts. */
  private Value mean(Value x) {
    return mask(x).map(mask -> new MaskedMean(mask, lowering).of(x)).orElseGet(() -> meanOfAll(x));
  }

  /** Which steps of the prediction count, where it has steps that a target can have too. */
  private Optional<Value> mask(Value x) {
    return x.shape().rank() == 0 ? Optional.empty() : lowering.mask(p);
  }

  private Value meanOfAll(Value x) {
    Count n = x.shape().count();
    int rank = x.shape().rank();
    if (rank == 0) {
      return x;
    } else if (n.isOne()) {
      return lowering.emit("loss", new Reshape(Shape.of()), x);
    } else if (!n.isNumber()) {
      return Mean.of("loss", lowering.emit("sum", Reduce.sum(0, rank), x), n, lowering);
    }
    Shape one = Shape.of((int) n.coefficient());
    Value flat = rank == 1 ? x : lowering.emit("flat", new Reshape(one), x);
    return Mean.of("loss", sum(flat), n, lowering);
  }
}
