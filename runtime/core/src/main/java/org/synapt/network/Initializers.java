package org.synapt.network;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How parameters start: Keras 2's initializers.
 *
 * <p>The same shape and seed give the same bytes on every JVM and on Android. {@code in} and {@code
 * out} are the values that a parameter joins: a dense weight's rows and columns; with a window
 * before them, times its size; a vector's extent for both.
 *
 * <p>Source: Keras 2.0.0, {@code keras/initializers.py}. Its normals with a variance are cut at two
 * deviations and not widened for that, so their deviation is 0.88 of what is named; Keras 3 widens
 * them, which a scale divided by 0.7737 does here.
 */
public final class Initializers {
  private Initializers() {}

  /**
   * All 0.
   *
   * @return the initializer
   */
  public static Initializer zeros() {
    return constant(0);
  }

  /**
   * All 1.
   *
   * @return the initializer
   */
  public static Initializer ones() {
    return constant(1);
  }

  /**
   * All the same.
   *
   * @param number the number
   * @return the initializer
   */
  public static Initializer constant(float number) {
    return (shape, seed) -> {
      float[] numbers = new float[Shapes.size(shape)];
      Arrays.fill(numbers, number);
      return numbers;
    };
  }

  /**
   * Normal. Keras's defaults are 0 and 0.05.
   *
   * @param mean the mean
   * @param stddev the deviation
   * @return the initializer
   */
  public static Initializer randomNormal(float mean, float stddev) {
    return each(draws -> mean + stddev * draws.normal());
  }

  /**
   * Uniform. Keras's defaults are -0.05 and 0.05.
   *
   * @param low the smallest
   * @param high the largest
   * @return the initializer
   */
  public static Initializer randomUniform(float low, float high) {
    return each(draws -> low + ((double) high - low) * draws.uniform());
  }

  /**
   * Normal, drawn again where further than two deviations from the mean. Keras's defaults are 0 and
   * 0.05.
   *
   * @param mean the mean
   * @param stddev the deviation before anything is cut
   * @return the initializer
   */
  public static Initializer truncatedNormal(float mean, float stddev) {
    return each(draws -> mean + stddev * draws.truncatedNormal());
  }

  /**
   * Has variance {@code scale / n}, where n is what the parameter joins: a normal with deviation
   * {@code √(scale / n)}, cut at two of them, or uniform within {@code ±√(3 scale / n)}.
   *
   * @param scale the variance, times n; above 0
   * @param mode which n
   * @param distribution what to draw from
   * @return the initializer
   * @throws IllegalArgumentException if scale is not above 0
   */
  public static Initializer varianceScaling(float scale, FanMode mode, Distribution distribution) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be above 0, not " + scale);
    }
    return (shape, seed) -> {
      double variance = scale / Fans.of(shape).count(mode);
      if (distribution == Distribution.NORMAL) {
        double stddev = StrictMath.sqrt(variance);
        return draw(shape, seed, draws -> stddev * draws.truncatedNormal());
      }
      double limit = StrictMath.sqrt(3 * variance);
      return draw(shape, seed, draws -> limit * (2 * draws.uniform() - 1));
    };
  }

  /**
   * The bias of an LSTM, {@code [4u]} for the gates i, f, c and o: 1 for f, so that nothing is
   * forgotten at first. Source: Jozefowicz, Zaremba and Sutskever, An Empirical Exploration of
   * Recurrent Network Architectures, 2015.
   *
   * @param others how the other gates start
   * @return the initializer
   */
  public static Initializer unitForgetBias(Initializer others) {
    return (shape, seed) -> {
      float[] numbers = others.draw(shape, seed);
      Arrays.fill(numbers, numbers.length / 4, numbers.length / 2, 1);
      return numbers;
    };
  }

  /**
   * Rows or columns, whichever are fewer, at right angles and of length {@code gain}; all axes
   * before the last count as rows. Source: Saxe, McClelland and Ganguli, Exact Solutions to the
   * Nonlinear Dynamics of Learning in Deep Linear Neural Networks, 2013.
   *
   * @param gain the factor
   * @return the initializer
   */
  public static Initializer orthogonal(float gain) {
    return (shape, seed) -> Orthogonal.draw(shape, gain, new Draws(seed));
  }

  /**
   * The unit matrix, times {@code gain}: 1 where {@code out = in}. Of a convolution's {@code
   * [window…, in, out]} it is the middle of the window, all else is 0, so that each filter passes
   * on a channel, as does {@code dirac_} of PyTorch.
   *
   * @param gain the factor
   * @return the initializer; it throws IllegalArgumentException for vectors and single numbers
   */
  public static Initializer identity(float gain) {
    return (shape, seed) -> {
      int rank = shape.length;
      if (rank < 2) {
        throw new IllegalArgumentException(
            "identity needs rows and columns, but starts " + Arrays.toString(shape));
      }
      int middle = 0;
      int size = 1;
      for (int axis = 0; axis < rank; axis++) {
        int position = axis < rank - 2 ? shape[axis] / 2 : 0;
        middle = middle * shape[axis] + position;
        size *= shape[axis];
      }
      float[] numbers = new float[size];
      for (int i = 0; i < Math.min(shape[rank - 2], shape[rank - 1]); i++) {
        numbers[middle + i * shape[rank - 1] + i] = gain;
      }
      return numbers;
    };
  }

  /**
   * Normal, deviation {@code √(1 / in)}. Source: LeCun et al., Efficient BackProp, 1998.
   *
   * @return the initializer
   */
  public static Initializer lecunNormal() {
    return varianceScaling(1, FanMode.FAN_IN, Distribution.NORMAL);
  }

  /**
   * Uniform within {@code ±√(3 / in)}. Source: LeCun et al., Efficient BackProp, 1998.
   *
   * @return the initializer
   */
  public static Initializer lecunUniform() {
    return varianceScaling(1, FanMode.FAN_IN, Distribution.UNIFORM);
  }

  /**
   * Normal, deviation {@code √(2 / (in + out))}. Source: Glorot and Bengio, Understanding the
   * Difficulty of Training Deep Feedforward Neural Networks, 2010.
   *
   * @return the initializer
   */
  public static Initializer glorotNormal() {
    return varianceScaling(1, FanMode.FAN_AVG, Distribution.NORMAL);
  }

  /**
   * Uniform within {@code ±√(6 / (in + out))}. Source: Glorot and Bengio, 2010, as {@link
   * #glorotNormal}.
   *
   * @return the initializer
   */
  public static Initializer glorotUniform() {
    return varianceScaling(1, FanMode.FAN_AVG, Distribution.UNIFORM);
  }

  /**
   * Normal, deviation {@code √(2 / in)}. Source: He, Zhang, Ren and Sun, Delving Deep into
   * Rectifiers, 2015.
   *
   * @return the initializer
   */
  public static Initializer heNormal() {
    return varianceScaling(2, FanMode.FAN_IN, Distribution.NORMAL);
  }

  /**
   * Uniform within {@code ±√(6 / in)}. Source: He et al., 2015, as {@link #heNormal}.
   *
   * @return the initializer
   */
  public static Initializer heUniform() {
    return varianceScaling(2, FanMode.FAN_IN, Distribution.UNIFORM);
  }

  private static Initializer each(ToDoubleFunction<Draws> number) {
    return (shape, seed) -> draw(shape, seed, number);
  }

  private static float[] draw(int[] shape, Seed seed, ToDoubleFunction<Draws> number) {
    Draws draws = new Draws(seed);
    float[] numbers = new float[Shapes.size(shape)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) number.applyAsDouble(draws);
    }
    return numbers;
  }
}
