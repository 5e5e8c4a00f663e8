package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/**
 * Products of windows and weights, and each of the three factors from the two others.
 *
 * <pre>
 * convolution                 x [b, image…, c]     w [window…, c / groups, f]   →   y [b, result…, f]
 * convolutionDataGradient     dy [b, result…, f]   w                            →   dx [b, image…, c]
 * convolutionWeightGradient   x                    dy                           →   dw
 * </pre>
 *
 * <p>Channels and filters are in as many groups, one behind the other; a filter sees the channels
 * of its own group. A transposed convolution is a data gradient.
 *
 * @param kind which of the three
 * @param windows how the window moves over x
 * @param groups how many groups there are; divides c and f
 */
public record Convolution(Kind kind, Windows windows, int groups) implements DifferentiableOp {

  /** What is found from the two others. */
  public enum Kind {
    FORWARD("convolution"),
    DATA_GRADIENT("convolutionDataGradient"),
    WEIGHT_GRADIENT("convolutionWeightGradient");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** y of x and w. */
  public static Convolution forward(Windows windows, int groups) {
    return new Convolution(Kind.FORWARD, windows, groups);
  }

  /** x of y and w. */
  public static Convolution dataGradient(Windows windows, int groups) {
    return new Convolution(Kind.DATA_GRADIENT, windows, groups);
  }

  private Convolution as(Kind other) {
    return new Convolution(other, windows, groups);
  }

  /** The channels of x. */
  public int channels(List<Value> operands) {
    Shape second = operands.get(1).shape();
    return kind == Kind.WEIGHT_GRADIENT
        ? operands.get(0).shape().last()
        : second.extent(second.rank() - 2) * groups;
  }

  /** The channels of y. */
  public int filters(List<Value> operands) {
    return operands.get(1).shape().last();
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    int channels = channels(operands);
    int filters = filters(operands);
    return switch (kind) {
      case FORWARD -> Value.of(name, windows.result(filters));
      case DATA_GRADIENT -> Value.of(name, windows.image(channels));
      case WEIGHT_GRADIENT -> Value.fixed(name, windows.kernel(channels / groups, filters));
    };
  }

  @Override
  public void differentiate(Equation equation, Value gradient, Tape tape) {
    Value first = equation.operand(0);
    Value second = equation.operand(1);
    switch (kind) {
      case FORWARD -> {
        tape.add(first, as(Kind.DATA_GRADIENT), gradient, second);
        tape.add(second, as(Kind.WEIGHT_GRADIENT), first, gradient);
      }
      case DATA_GRADIENT -> {
        tape.add(first, as(Kind.FORWARD), gradient, second);
        tape.add(second, as(Kind.WEIGHT_GRADIENT), gradient, first);
      }
      case WEIGHT_GRADIENT -> {
        tape.add(first, as(Kind.DATA_GRADIENT), second, gradient);
        tape.add(second, as(Kind.FORWARD), first, gradient);
      }
    }
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    long products = windows.size() * (channels(operands) / groups);
    return 2 * products * windows.result(filters(operands)).size();
  }

  @Override
  public String toString() {
    String group = groups == 1 ? "" : ", " + groups;
    return kind + "<" + windows + group + ">";
  }
}
