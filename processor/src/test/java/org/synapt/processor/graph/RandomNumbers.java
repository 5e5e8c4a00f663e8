package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.synapt.processor.op.AlphaMask;
import org.synapt.processor.op.RandomMask;
import org.synapt.processor.op.RandomNormal;

/** The draws that the runtime's kernels document, in double precision. */
final class RandomNumbers {
  private static final double ALPHA = -1.0507009873554805 * 1.6732632423543772;

  private final IntToLongFunction keys;
  private final boolean random;

  RandomNumbers(IntToLongFunction keys, boolean random) {
    this.keys = keys;
    this.random = random;
  }

  /** What an op gives, if it draws; what else it writes, it writes in its operand. */
  Optional<double[]> of(Op op, int count, List<double[]> x) {
    if (op instanceof RandomMask mask) {
      double rate = random ? mask.rate() : 0;
      return Optional.of(mask(mask.stream(), count, rate, 1 / (1 - rate), 0));
    } else if (op instanceof AlphaMask mask) {
      double rate = random ? mask.rate() : 0;
      double a = 1 / Math.sqrt((1 - rate) + ALPHA * ALPHA * (1 - rate) * rate);
      double b = -a * rate * ALPHA;
      double[] shift = mask(mask.stream(), count, rate, b, a * ALPHA + b);
      System.arraycopy(shift, 0, x.get(0), 0, count);
      return Optional.of(mask(mask.stream(), count, rate, a, 0));
    } else if (op instanceof RandomNormal normal) {
      double deviation = random ? normal.deviation() : 0;
      double[] y = new double[count];
      Arrays.setAll(
          y, i -> normal.mean() + deviation * quantile(0.5 + uniform(normal.stream(), i)));
      return Optional.of(y);
    }
    return Optional.empty();
  }

  private double[] mask(int stream, int count, double rate, double kept, double dropped) {
    double[] y = new double[count];
    Arrays.setAll(y, i -> bits(stream, i) >>> 40 < rate * 0x1p24 ? dropped : kept);
    return y;
  }

  /** Between −½ and ½. */
  private double uniform(int stream, int i) {
    return ((bits(stream, i) >> 32) + 0.5) * 0x1p-32;
  }

  private long bits(int stream, int i) {
    long z = keys.applyAsLong(stream) + (i + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** Where the normal distribution reaches a share, by halving. */
  static double quantile(double share) {
    double low = -7;
    double high = 7;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (share(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** ½ + φ(x) · (x + x³/3 + x⁵/(3 · 5) + …). */
  private static double share(double x) {
    double term = x;
    double sum = x;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
